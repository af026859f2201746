import type { ChallengeVersion } from '../../scenarios/challenge/challenge-version.ts'
import type { Screen } from '../../scenarios/play/screen.ts'
import { Playthrough, type Turn } from '../../scenarios/play/story.ts'

/** One screen of an author's path through a story, and what the author did there. */
export interface Step {
  paragraphs: string[]
  choice?: { text: string; why: string; shows: string[]; against: string[] }
  /** The prompt that the author answered here. */
  promptId?: string
}

/** An author's path through the story, with the note on each choice from key.yaml. */
export function retrace(
  { screens, path }: Pick<Playthrough, 'screens' | 'path'>,
  key: ChallengeVersion['key'],
): Step[] {
  return screens.map((screen, at) => {
    const turn = path[at]
    if (turn?.kind === 'answer') return { paragraphs: screen.paragraphs, promptId: turn.id }
    const choice = turn && choiceOf(screen, turn.id, key)
    return { paragraphs: screen.paragraphs, ...(choice ? { choice } : {}) }
  })
}

/**
 * The turns of a practice answer. `choices` lists only the choices; answers are added in between.
 */
export function turnsAlong({ ink }: ChallengeVersion, choices: readonly string[]): Turn[] {
  const story = new Playthrough(ink)
  const left = [...choices]
  while (!story.screen.ended) {
    const { promptId } = story.screen
    const id = promptId ?? left.shift()
    if (id === undefined) break
    story.take({ kind: promptId ? 'answer' : 'choice', id })
  }
  return story.path
}

function choiceOf({ choices }: Screen, id: string, { choices: notes }: ChallengeVersion['key']) {
  const note = notes[id]
  const text = choices.find((choice) => choice.id === id)?.text ?? ''
  return { text, why: note?.why ?? '', shows: note?.shows ?? [], against: note?.against ?? [] }
}

import type { Exploration } from './explore-story.ts'
import { wordsOf } from './reading-age.ts'
import type { Screen } from '../../../worker/scenarios/play/screen.ts'
import type { StoryOutline } from '../../../worker/scenarios/play/story-outline.ts'
import { type Range, readPaths } from './story-paths.ts'

const wordsAMinute = 200
const minutesAPrompt = 6

/** Minutes to read a screen and, where it asks for an answer, to write it (assessment.md §2). */
export function minutesOf({ paragraphs, choices, promptId }: Screen): number {
  const words = [...paragraphs, ...choices.map(({ text }) => text)].flatMap(wordsOf).length
  return words / wordsAMinute + (promptId === undefined ? 0 : minutesAPrompt)
}

export function outlineStory(exploration: Exploration): StoryOutline {
  const { places, range } = readPaths(exploration)
  const turns = range(({ screen }) => (screen.ended ? 0 : 1))
  const minutes = range(({ screen }) => minutesOf(screen))
  const outline: StoryOutline = {}
  for (const [at, { screen }] of places.entries()) {
    const known = outline[screen.passageId]
    outline[screen.passageId] = {
      turns: widen(known?.turns, turns[at]),
      minutes: widen(known?.minutes, minutes[at]),
    }
  }
  return outline
}

function widen(known: [number, number] | undefined, range: Range = { least: 0, most: 0 }) {
  const span: [number, number] = [tenths(range.least), tenths(range.most)]
  if (!known) return span
  const wider: [number, number] = [Math.min(known[0], span[0]), Math.max(known[1], span[1])]
  return wider
}

const tenths = (n: number) => Math.round(n * 10) / 10

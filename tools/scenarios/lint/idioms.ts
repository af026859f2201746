import { signsAt } from '../../../worker/skills/rubric.ts'
import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Finding } from '../source/finding.ts'
import type { Exploration } from '../walk/explore-story.ts'
import { plainWordsOf } from '../walk/plain-words.ts'
import { sentencesOf } from '../walk/reading-age.ts'
import { idioms } from './idiom-list.ts'

interface PlacedText {
  file: string
  /** A function, because finding the line takes long, and only a text with an idiom needs it. */
  line: () => number
  text: string
  /** Names the place in the warning. An entry of `answered` in challenge.yaml names the same. */
  of: string
}

const mostWordsInGap = 3

/** Each idiom as a list of its words, each with the forms that it may have. */
const known = idioms.map((idiom) =>
  idiom
    .replaceAll('’', "'")
    .split(/[ -]/)
    .map((word) => word.split('|')),
)

/**
 * In an English challenge, warns of idioms in passages, choices, asks and the rubric's indicators.
 */
export function lintIdioms(folder: ReadFolder, exploration: Exploration): Finding[] {
  if (folder.challenge.content.language !== 'en') return []
  const texts = [...storyTexts(folder, exploration), ...askTexts(folder), ...signTexts(folder)]
  return texts.flatMap(({ file, line, text, of }) => {
    const idiom = idiomIn(text)
    if (idiom === undefined) return []
    const problem = `${of}: "${idiom}" is an idiom.`
    const cure = 'Say what it means in words that a learner can take one by one.'
    return { file, line: line(), problem, cure, warning: true as const }
  })
}

/** The first idiom in a text, as it is written there. */
export function idiomIn(text: string): string | undefined {
  const written = plainWordsOf(text)
  const words = written.map((word) => word.toLowerCase())
  for (const at of words.keys()) {
    const ends = known.flatMap((forms) => endOf(forms, words, at) ?? [])
    if (ends.length > 0) return written.slice(at, Math.max(...ends)).join(' ')
  }
  return undefined
}

/**
 * The index after the idiom's last word, if `words` has the idiom at index `at`; else undefined.
 */
function endOf(forms: string[][], words: readonly string[], at: number): number | undefined {
  const [first, ...rest] = forms
  if (!first) return at
  if (at >= words.length) return undefined
  if (!first.includes('…')) {
    return first.includes(words[at] ?? '') ? endOf(rest, words, at + 1) : undefined
  }
  const afterGap = Array.from({ length: mostWordsInGap }, (_, more) => at + 1 + more)
  return afterGap.map((next) => endOf(rest, words, next)).find((end) => end !== undefined)
}

function storyTexts({ ink }: ReadFolder, { places }: Exploration): PlacedText[] {
  const sentences = new Map<string, string>()
  for (const { screen } of places) {
    const choices = screen.choices.map(({ text }) => text)
    for (const sentence of [...screen.paragraphs, ...choices].flatMap(sentencesOf)) {
      sentences.set(sentence, sentences.get(sentence) ?? screen.passageId)
    }
  }
  return [...sentences].map(([text, of]) => ({
    file: ink.file,
    line: () => ink.lineOf(text),
    text,
    of,
  }))
}

function askTexts({ challenge }: ReadFolder): PlacedText[] {
  return Object.entries(challenge.content.prompts).map(([id, { ask }]) => {
    const line = () => challenge.lineOf(['prompts', id, 'ask'])
    return { file: challenge.file, line, text: ask, of: id }
  })
}

function signTexts({ rubric }: ReadFolder): PlacedText[] {
  return rubric.content.criteria.flatMap((criterion, at) =>
    ([2, 3, 4] as const).flatMap((level) =>
      signsAt(criterion, level).map(({ id, words }) => {
        const line = () => rubric.lineOf(['criteria', at, 'levels', level, 'indicators', id])
        return { file: rubric.file, line, text: words, of: `${id} of ${criterion.competency}` }
      }),
    ),
  )
}

import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Exploration } from '../walk/explore-story.ts'
import type { Finding } from '../source/finding.ts'
import { readingFigures, sentencesOf, wordsOf } from '../walk/reading-age.ts'

const longestMean = 14
const choppyMean = 6
const longestSentence = 25
const hardestGrade = 8
const easiestSpanish = 70

/**
 * Checks that a reader of 13 years can read the story, measured over all distinct lines, choices
 * and prompts together, not for each path.
 */
export function lintReading({ ink, challenge }: ReadFolder, { places }: Exploration): Finding[] {
  const { language, prompts } = challenge.content
  const asks = Object.entries(prompts).map(([id, { ask }]) => ({ id, ask }))
  const said = new Set(
    places.flatMap(({ screen }) => [
      ...screen.paragraphs,
      ...screen.choices.map(({ text }) => text),
    ]),
  )
  const findings: Finding[] = []
  const refuse = (problem: string, cure: string, warning = false) =>
    void findings.push({
      file: ink.file,
      line: 1,
      problem,
      cure,
      ...(warning ? { warning: true as const } : {}),
    })

  for (const line of said) {
    for (const sentence of tooLong(line)) {
      findings.push({ file: ink.file, line: ink.lineOf(sentence), ...longWords(sentence) })
    }
  }
  for (const { id, ask } of asks) {
    for (const sentence of tooLong(ask)) {
      const line = challenge.lineOf(['prompts', id, 'ask'])
      findings.push({ file: challenge.file, line, ...longWords(sentence) })
    }
  }

  const figures = readingFigures([...said, ...asks.map(({ ask }) => ask)], language)
  const mean = figures.meanSentenceWords
  if (mean > longestMean) {
    const problem = `Sentences have ${mean.toFixed(1)} words on average, at most ${longestMean} allowed.`
    refuse(problem, 'Use one idea in each sentence.')
  }
  if (mean < choppyMean) {
    refuse(
      `Sentences have ${mean.toFixed(1)} words on average. That reads choppy.`,
      'Join some of them.',
      true,
    )
  }
  if (language === 'en' && figures.score > hardestGrade) {
    const problem = `The reading grade is ${figures.score.toFixed(1)}, at most ${hardestGrade} allowed.`
    refuse(problem, 'Use shorter words and sentences. Explain each job term once.')
  }
  if (language === 'es' && figures.score < easiestSpanish) {
    const problem = `The Fernández-Huerta score is ${figures.score.toFixed(0)}, at least ${easiestSpanish} needed.`
    refuse(problem, 'Use shorter words and sentences. Explain each job term once.')
  }
  return findings
}

function tooLong(line: string): string[] {
  return sentencesOf(line).filter((sentence) => wordsOf(sentence).length > longestSentence)
}

function longWords(sentence: string) {
  const problem = `A sentence of ${wordsOf(sentence).length} words: "${sentence.slice(0, 50)}…".`
  return { problem, cure: `Split it. At most ${longestSentence} words are allowed.` }
}

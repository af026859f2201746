import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Exploration } from '../walk/explore-story.ts'
import type { Finding } from '../source/finding.ts'
import { wordsOf } from '../walk/reading-age.ts'

const longestToShortest = 1.6

/**
 * Checks that each decision offers two to four choices of similar length, so that length gives none
 * away.
 */
export function lintChoices({ ink }: ReadFolder, { places }: Exploration): Finding[] {
  const findings = new Map<string, Finding>()
  for (const { screen, offered } of places) {
    if (screen.promptId !== undefined || screen.ended) continue
    const file = ink.file
    const line = ink.lineOf(offered[0]?.text ?? '')
    if (offered.length < 2 || offered.length > 4) {
      const problem = `Choices in this decision: ${offered.length}.`
      const cure = 'Offer two to four choices, each with a reason for it and a cost.'
      findings.set(`${line} count`, { file, line, problem, cure })
    }
    const lengths = offered.map(({ text }) => wordsOf(text).length)
    const [least, most] = [Math.min(...lengths), Math.max(...lengths)]
    if (most <= longestToShortest * least) continue
    const longest = offered[lengths.indexOf(most)]?.text ?? ''
    const at = ink.lineOf(longest)
    const problem = `The longest choice has ${most} words, and the shortest has ${least}.`
    const cure = 'Make them similar in length, so that length gives nothing away.'
    findings.set(`${at} length`, { file, line: at, problem, cure })
  }
  return [...findings.values()]
}

import type { ReadFolder } from '../source/challenge-folder.ts'
import type { Exploration, Place } from '../walk/explore-story.ts'
import type { Finding } from '../source/finding.ts'
import { readTag } from '../../../worker/scenarios/play/screen.ts'

/**
 * The reply to a turn contains the screen, and is stored with its idempotency key in at most 4 KB.
 */
const mostCharacters = 2_800

type Refusal = { line: number; problem: string; cure: string }

/**
 * Checks each screen as it is played: one passage, on the first line; choices or one prompt; the
 * size.
 */
export function lintScreens({ ink }: ReadFolder, { places }: Exploration): Finding[] {
  const findings = new Map<string, Finding>()
  for (const place of places) {
    for (const refusal of [
      ...passageRefusals(place),
      ...turnRefusals(place),
      ...sizeRefusals(place),
    ]) {
      const line = refusal.line || ink.lineOf(place.screen.paragraphs[0] ?? '')
      // Many paths reach the same screen; report it once.
      findings.set(`${line} ${refusal.problem}`, { file: ink.file, ...refusal, line })
    }
  }
  return [...findings.values()]

  function passageRefusals({ lineTags, screen }: Place): Refusal[] {
    const passages = lineTags.flatMap((tags, at) =>
      tags
        .map(readTag)
        .filter(({ name }) => name === 'passage')
        .map(({ value }) => ({ value, at })),
    )
    const [first, second] = passages
    if (!first) {
      const begins = screen.paragraphs[0]?.slice(0, 40) ?? ''
      const problem = `The screen that begins "${begins}" has no passage.`
      return [{ line: 0, problem, cure: 'Add "# passage: an-id" to its first line.' }]
    }
    if (second) {
      const problem = `${first.value} and ${second.value} are on one screen.`
      return [
        {
          line: lineOfTag('passage', second.value),
          problem,
          cure: 'Use one passage for each turn.',
        },
      ]
    }
    if (first.at === 0) return []
    const problem = `The passage ${first.value} is not on its screen's first line.`
    return [{ line: lineOfTag('passage', first.value), problem, cure: 'Move the tag up.' }]
  }

  function turnRefusals({ offered, screen }: Place): Refusal[] {
    const answered = offered.flatMap(({ tags }) => tags.map(readTag)).find(isAnswered)
    if (screen.promptId !== undefined) {
      const isOneAnswer = offered.length === 1 && answered?.value === screen.promptId
      const problem = `After the prompt ${screen.promptId} there must be only its answer.`
      const cure = `Follow it with "* [# answered: ${screen.promptId}]".`
      return isOneAnswer ? [] : [{ line: lineOfTag('response', screen.promptId), problem, cure }]
    }
    if (answered) {
      const problem = `${answered.value} is answered where nothing is asked.`
      const cure = `Put "# response: ${answered.value}" before it.`
      return [{ line: lineOfTag('answered', answered.value), problem, cure }]
    }
    return offered
      .filter(({ tags }) => tags.map(readTag).filter(isChoice).length !== 1)
      .map(({ text }) => ({
        line: ink.lineOf(text),
        problem: `The choice "${text.slice(0, 40)}" has no id.`,
        cure: 'Add "# choice: an-id" inside its brackets.',
      }))
  }

  function sizeRefusals({ screen }: Place): Refusal[] {
    const characters = JSON.stringify(screen).length
    if (characters <= mostCharacters) return []
    const problem = `The screen ${screen.passageId} has ${characters} characters.`
    const cure = `Add a turn earlier. One screen can have at most ${mostCharacters}.`
    return [{ line: lineOfTag('passage', screen.passageId), problem, cure }]
  }

  function lineOfTag(name: string, value: string): number {
    return ink.tags.find((tag) => tag.name === name && tag.value === value)?.line ?? 1
  }
}

const isAnswered = ({ name }: { name: string }) => name === 'answered'
const isChoice = ({ name }: { name: string }) => name === 'choice'

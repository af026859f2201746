import type { ReadFolder } from '../source/challenge-folder.ts'
import type { CalibrationItem } from '../../../worker/scenarios/challenge/challenge.ts'
import type { Place } from '../walk/explore-story.ts'
import type { Finding } from '../source/finding.ts'
import { lintTicks } from './ticks.ts'

/**
 * Checks one example answer: its path can be walked, every prompt on it is answered at the right
 * length, and the reason for each level above 1 quotes it.
 */
export function lintCalibrationItem(
  folder: ReadFolder,
  places: readonly Place[],
  item: CalibrationItem,
  at: number,
): Finding[] {
  const { calibration: file, challenge } = folder
  const { competencies, prompts } = challenge.content
  const findings: Finding[] = []
  const refuse = (place: (string | number)[], problem: string, cure: string) =>
    void findings.push({ file: file.file, line: file.lineOf([at, ...place]), problem, cure })

  const walked = walk(places, item.path)
  if ('stoppedAt' in walked) {
    const problem = `The path does not work: ${walked.stoppedAt}.`
    refuse(['path'], problem, 'List all choices in order, to an ending.')
  } else {
    for (const id of walked.asked.filter((promptId) => !Object.hasOwn(item.answers, promptId))) {
      refuse(['answers'], `The answer to ${id} is missing.`, 'Answer each prompt of the path.')
    }
    for (const id of Object.keys(item.answers).filter((id) => !walked.asked.includes(id))) {
      refuse(['answers', id], `This path does not ask ${id}.`, 'Remove it or correct the path.')
    }
  }
  for (const [id, answer] of Object.entries(item.answers)) {
    const [least, most] = prompts[id]?.words ?? [0, Number.POSITIVE_INFINITY]
    const words = answer.split(/\s+/).filter((word) => word !== '').length
    if (words >= least && words <= most) continue
    const problem = `The answer to ${id} has ${words} words.`
    refuse(
      ['answers', id],
      problem,
      `Write between ${least} and ${most} words, the same as a student.`,
    )
  }
  for (const competency of competencies) {
    const level = item.levels[competency]
    const why = item.why[competency]
    if (level === undefined) refuse(['levels'], `${competency} has no level.`, 'Add it.')
    if (why === undefined) refuse(['why'], `No reason for ${competency}.`, 'Say what shows it.')
    if (level === undefined || level === 1 || why === undefined) continue
    if (isShown(why, answersFor(competency, item, prompts))) continue
    const cure = 'Quote words, in "double quotes", from an answer to a prompt that evidences it.'
    refuse(
      ['why', competency],
      `The reason for ${competency} quotes nothing from the answer.`,
      cure,
    )
  }
  for (const member of ['levels', 'why', 'ticks'] as const) {
    for (const id of Object.keys(item[member] ?? {}).filter(
      (name) => !competencies.includes(name),
    )) {
      refuse([member, id], `${id} is not judged here.`, `Use ${competencies.join(', ')}.`)
    }
  }
  return [...findings, ...lintTicks(folder, item, at)]
}

/** Follows the choices in `path`. Prompts on the way are passed without an entry in `path`. */
function walk(places: readonly Place[], path: readonly string[]) {
  const asked: string[] = []
  const rest = [...path]
  let place = places[0]
  while (place && !place.screen.ended) {
    const { promptId } = place.screen
    if (promptId !== undefined) asked.push(promptId)
    const wanted = promptId ?? rest.shift()
    if (wanted === undefined) return { stoppedAt: 'it stops before an ending' }
    const edge = place.next.find(({ turn }) => turn.id === wanted)
    if (!edge) return { stoppedAt: `${wanted} is not a choice there` }
    place = places[edge.to]
    if (asked.length + path.length > 100) break
  }
  const [left] = rest
  return left === undefined ? { asked } : { stoppedAt: `${left} comes after the ending` }
}

/** The answers to the prompts that evidence a criterion. */
function answersFor(
  competency: string,
  { answers }: CalibrationItem,
  prompts: ReadFolder['challenge']['content']['prompts'],
): string[] {
  const asked = Object.entries(answers).filter(([id]) =>
    prompts[id]?.evidences.includes(competency),
  )
  return asked.map(([, answer]) => answer)
}

function isShown(why: string, answers: readonly string[]): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/\s+/g, ' ')
  const said = plain(answers.join('\n'))
  const quotes = [...why.matchAll(/["“]([^"“”]{2,})["”]/g)].map(([, quote = '']) => plain(quote))
  return quotes.some((quote) => said.includes(quote.trim()))
}

import type { ChoiceNote } from '../../../worker/scenarios/challenge/challenge.ts'
import { type BlindRule, blindRules, offeredChoices, pickOf } from './blind-rules.ts'
import type { Measure, Measured, MeasureRow, PastBound } from './measured.ts'
import { past, signed } from './past.ts'
import { middleOfRandomPickers } from './random-pickers.ts'

export function measureBlindRules(measured: readonly Measured[]): Measure {
  const own = measured.flatMap((one) => competenciesOf(one).map((id) => rowOf([one], id)))
  const shared = [...new Set(measured.flatMap(competenciesOf))]
    .map((id) => [id, measured.filter((one) => competenciesOf(one).includes(id))] as const)
    .filter(([, judging]) => judging.length > 1)
    .map(([id, judging]) => rowOf(judging, id))
  return {
    title: 'Blind rules',
    means: `A blind rule picks one choice at each decision without reading what it says. "longest" and "shortest" count characters. If two choices are equal, the rule takes the first of them. The figure is the share of its picks that the key counts for a competency (\`shows\`), minus the share that it counts against it (\`against\`). "random" is the range in which 95 % of 10,000 pickers end who draw their choices by lot. A competency of several challenges also has a row for all of them together.`,
    bound: 'each figure is inside the range of its row, ends included',
    columns: ['challenge', 'competency', ...blindRules, 'random'],
    rows: [...own, ...shared],
  }
}

const competenciesOf = ({ read }: Measured) => read.challenge.content.competencies

function rowOf(of: readonly Measured[], competency: string): MeasureRow {
  const decisions = of.flatMap(({ exploration, read }) =>
    offeredChoices(exploration).map((choices) => ({ choices, notes: read.key.content.choices })),
  )
  const share = (sum: number) => sum / Math.max(1, decisions.length)
  const random = middleOfRandomPickers(
    decisions.map(({ choices, notes }) => choices.map(({ id }) => weightOf(notes[id], competency))),
  )
  const [least, most] = random.map(share) as [number, number]
  const figures = blindRules.map((rule) => {
    const picks = decisions.map(({ choices, notes }) => notes[pickOf(rule, choices)?.id ?? ''])
    return { rule, value: share(sumOf(picks.map((note) => weightOf(note, competency)))) }
  })
  const who = of.length > 1 ? 'together' : (of[0]?.id ?? '')
  return {
    cells: [
      who,
      competency,
      ...figures.map(({ value }) => signed(value)),
      `${signed(least)} to ${signed(most)}`,
    ],
    past: figures.flatMap(({ rule, value }) =>
      past(value < least || value > most, of, aboutOf(rule, value)),
    ),
  }

  function aboutOf(rule: BlindRule, value: number): Omit<PastBound, 'folders'> {
    return {
      name: `${rule}: ${competency}${of.length > 1 ? ' together' : ''}`,
      problem: `${who}: "${rule}" gets ${signed(value)} for ${competency}, and chance ${signed(least)} to ${signed(most)}.`,
      cure: 'Change the order or the words of some choices, so that the rule picks other ones.',
    }
  }
}

/** 1 for a choice that shows the competency, -1 for one that stands against it. */
function weightOf(note: ChoiceNote | undefined, competency: string): number {
  if (note?.shows.includes(competency)) return 1
  return note?.against?.includes(competency) ? -1 : 0
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

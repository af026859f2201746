import type { ReviewInput } from '../../../worker/reviews/review/review-input.ts'
import { alike } from '../../lib/draft/alike.ts'
import { listed } from '../../lib/format/figures.ts'
import { levelName } from '../../lib/format/skills.ts'
import { m } from '../../paraglide/messages.js'
import type { DeskCriterion } from '../claim.ts'

interface Part {
  name: string
  /** The other review's text for this part, one line each. */
  lines: string[]
}

const nothing = { level: null, indicators: [], reason: '' }

/** The parts in which another review of the same answer differs, in the order of the form. */
export function whereItDiffers(
  here: ReviewInput,
  there: ReviewInput,
  criteria: readonly DeskCriterion[],
): Part[] {
  const ratingIn = ({ ratings }: ReviewInput, id: string) => {
    const { level, indicators, reason } = ratings.find((one) => one.criterion === id) ?? nothing
    return { level, indicators: indicators.toSorted((a, b) => a.localeCompare(b)), reason }
  }
  const rated = criteria.flatMap((criterion) => {
    const other = ratingIn(there, criterion.competency)
    if (alike(ratingIn(here, criterion.competency), other)) return []
    return [{ name: criterion.name, lines: linesOf(criterion, other) }]
  })
  const comments = [
    { name: m.reviews_worked(), from: here.worked, to: there.worked },
    { name: m.reviews_try(), from: here.tryNext, to: there.tryNext },
  ]
  return [
    ...rated,
    ...comments.flatMap(({ name, from, to }) =>
      from === to ? [] : [{ name, lines: [to || m.reviews_other_empty()] }],
    ),
  ]
}

type Rating = Omit<ReviewInput['ratings'][number], 'criterion'>

function linesOf({ levels }: DeskCriterion, { level, indicators, reason }: Rating): string[] {
  const all = levels.flatMap((one) => one.indicators)
  const ticked = all.filter(({ id }) => indicators.includes(id)).map(({ words }) => words)
  return [
    level ? m.reviews_other_level({ level, name: levelName(level) }) : m.reviews_other_no_level(),
    ...(ticked.length > 0 ? [m.reviews_other_ticked({ words: listed(ticked) })] : []),
    reason || m.reviews_other_no_reason(),
  ]
}

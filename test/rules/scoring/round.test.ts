import { describe, expect, it } from 'vitest'

import type { CriterionState } from '../../../worker/scoring/estimate/estimate.ts'
import {
  isDisputed,
  nextStep,
  type RoundSoFar,
  verdictOf,
} from '../../../worker/scoring/estimate/round.ts'
import { agreesWithCases } from '../../support/cases.ts'

interface Case {
  decisions: string[]
  peer_reviews: number
  mentor_reviews: number
  count: number
  pilot: boolean
}

const states: Record<string, CriterionState> = {
  proficient: 'proficient',
  'not yet': 'not-yet',
  'needs more evidence': 'needs-more',
}
const open: CriterionState[] = ['needs-more', 'needs-more', 'needs-more', 'needs-more']
const allProficient: CriterionState[] = ['proficient', 'proficient', 'proficient', 'proficient']

agreesWithCases<Case, string>('round_state', (input, expected) => {
  const step = nextStep({
    states: input.decisions.map((decision) => states[decision] ?? 'needs-more'),
    peerReviews: input.peer_reviews,
    mentorReviews: input.mentor_reviews,
    count: input.count,
    pilot: input.pilot,
  })
  expect(step.replace('-review', ' place')).toBe(expected)
})

describe('a challenge in pilot', () => {
  const pilot = (round: Partial<RoundSoFar>) =>
    nextStep({ states: open, peerReviews: 0, mentorReviews: 0, count: 0, pilot: true, ...round })

  it('asks two peers, then a mentor', () => {
    expect(pilot({})).toBe('peer-review')
    expect(pilot({ peerReviews: 1, count: 1 })).toBe('peer-review')
    expect(pilot({ peerReviews: 2, count: 2 })).toBe('mentor-review')
  })

  it('then asks one peer at a time up to five, one more mentor, and closes undecided', () => {
    const after = (peerReviews: number, mentorReviews: number) =>
      pilot({ peerReviews, mentorReviews, count: peerReviews + 2 * mentorReviews })
    expect(after(2, 1)).toBe('peer-review')
    expect(after(4, 1)).toBe('peer-review')
    expect(after(5, 1)).toBe('mentor-review')
    expect(after(5, 2)).toBe('close')
  })

  it('never closes without a mentor, however sure five peers are', () => {
    expect(pilot({ states: allProficient, peerReviews: 5, count: 5 })).toBe('mentor-review')
  })
})

it('a 1 and a 4 on one criterion call a mentor at once, also after the pilot', () => {
  const round = { states: open, peerReviews: 3, mentorReviews: 0, count: 3, pilot: false }
  expect(
    isDisputed([
      [3, 3, 3],
      [1, 3, 4],
    ]),
  ).toBe(true)
  expect(
    isDisputed([
      [1, 2],
      [4, 3],
    ]),
  ).toBe(false)
  expect(nextStep({ ...round, disputed: true })).toBe('mentor-review')
  expect(nextStep({ ...round, disputed: true, mentorReviews: 2, count: 7 })).toBe('peer-review')
})

it('the badge needs every criterion, and one `not yet` decides against it', () => {
  expect(verdictOf(allProficient)).toBe('proficient')
  expect(verdictOf(['proficient', 'not-yet', 'needs-more', 'proficient'])).toBe('not-yet')
  expect(verdictOf(['proficient', 'needs-more', 'proficient', 'proficient'])).toBe('needs-more')
})

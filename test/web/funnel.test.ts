import { expect, test } from 'vitest'

import { stuckAt } from '../../web/admin/cohort/funnel.ts'

const steps = (...counts: (number | null)[]) =>
  (['invited', 'joined', 'started', 'handed-in', 'decided', 'badge'] as const).map(
    (step, index) => ({ step, n: counts[index] ?? null }),
  )

test('where most stop is shown only if rounding cannot explain the drop', () => {
  expect(stuckAt(steps(10, 10, 5, 5, 5, 5))).toBeUndefined()
  expect(stuckAt(steps(10, 10, 10, null, null, null))).toBeUndefined()
  expect(stuckAt(steps(40, 40, 30, 25, 25, 25))).toBe('started')
})

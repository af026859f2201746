import { expect, it } from 'vitest'

import { blurredCount } from '../../../worker/talent/search/blurred-count.ts'
import { agreesWithCases } from '../../support/cases.ts'

agreesWithCases<{ count: number }, { shown: string }>('blurred_count', ({ count }, { shown }) => {
  expect(blurredCount(count)).toBe(shown)
})

it('never shows a count of one to four', () => {
  const shown = Array.from({ length: 1_200 }, (_, count) => blurredCount(count))
  expect(shown.filter((words) => /^[1-4]\+?$/.test(words))).toEqual([])
})

import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'

import Skills from '../../web/admin/cohort/Skills.svelte'
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

test('a part of a total that is five or more is never said to be fewer', async () => {
  // The Worker hides 7 of [3, 9, 7], so that 3 cannot be worked out.
  const counts = [null, 10, null]
  const skills = (['empathy', 'resilience', 'initiative'] as const).map((skill, index) => {
    const n = counts[index] ?? null
    return { skill, started: n, handedIn: n, decided: n, badge: n }
  })
  await render(Skills, { skills })
  expect(page.getByText('hidden', { exact: true }).elements()).toHaveLength(8)
  await expect.element(page.getByText(/^We show “hidden” to protect people/)).toBeVisible()
  expect(document.body.textContent).not.toMatch(/<5|under five\. /)
})

import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'

import { ApiError } from '../../web/lib/http/problem.ts'
import Refusal from '../../web/ui/feedback/Refusal.svelte'

vi.mock('../../web/ui/feedback/RefusalNotice.svelte', () => {
  throw new Error('The network went away.')
})

test.each([
  [500, /We do not know if this worked/, /Nothing has changed/],
  [503, /We do not know if this worked/, /Nothing has changed/],
  [409, /Nothing has changed/, /We do not know/],
  [429, /Nothing has changed/, /We do not know/],
])('without the code of its words, a %i says only what is true', async (status, says, saysNot) => {
  const refusal = new ApiError({ type: '/problems/some', title: '', status })
  const page = await render(Refusal, { refusal })
  await expect.element(page.getByRole('alert')).toMatchTextContent(says)
  expect(page.getByRole('alert').element().textContent).not.toMatch(saysNot)
})

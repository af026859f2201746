import { afterEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'

import Undo from '../../web/recruiter/interview/Undo.svelte'
import { ApiError } from '../../web/lib/http/problem.ts'
import Notice from '../../web/ui/feedback/Notice.svelte'
import PageTitle from '../../web/ui/page/Title.svelte'
import SaveStatus from '../../web/ui/feedback/SaveStatus.svelte'
import SubmitButton from '../../web/ui/form/SubmitButton.svelte'
import TextArea from '../../web/ui/form/TextArea.svelte'
import Time from '../../web/ui/page/Time.svelte'
import { aRequest } from './support/hiring.ts'
import { openPage } from './support/open-page.ts'
import { translate } from './support/translate.ts'

afterEach(() => vi.useRealTimers())

test('the save status is updated in a translated page', async () => {
  const page = await render(SaveStatus, { status: 'saving' })
  translate()
  await page.rerender({ status: 'saved', savedAt: new Date('2026-11-25T18:00:00Z') })
  await expect.element(page.getByRole('status')).toMatchTextContent(/^Saved \d\S*( [AP]M)?$/)
  translate()
  const refusal = new ApiError({ type: '/problems/not-signed-in', title: '', status: 401 })
  await page.rerender({ status: 'on-device', trouble: { refusal } })
  await expect
    .element(page.getByRole('status'))
    .toMatchTextContent(/^You are signed out\. Saved on this device\.$/)
})

test('the word count is updated in a translated page', async () => {
  const props = { id: 'answer', label: 'What do you say?', words: [3, 20] as [number, number] }
  const { container, rerender } = await render(TextArea, { ...props, value: 'one' })
  translate()
  await rerender({ ...props, value: 'one two' })
  await expect.element(container).toMatchTextContent(/2 words\. Write 1 more word\.$/)
  translate()
  await rerender({ ...props, value: 'one two three' })
  await expect.element(container).toMatchTextContent(/3 words\. Write 3 to 20 words\.$/)
})

test.each([
  ['a button', SubmitButton, { words: 'Save', pending: false }, { pending: true }, 'One moment…'],
  ['a heading', PageTitle, { title: 'Sign in' }, { title: 'Type the code' }, 'Type the code'],
  ['a notice', Notice, { title: 'Too soon' }, { title: 'Now' }, 'Now'],
  [
    'a date',
    Time,
    { at: '2026-11-25T18:00:00Z' },
    { at: '2027-02-03T18:00:00Z' },
    /^\d* ?February/,
  ],
])('%s that changes shows only its new words', async (_, component, before, after, words) => {
  const { container, rerender } = await render(component as never, before as never)
  translate(container)
  await rerender(after as never)
  const text = () => container.textContent?.trim()
  if (typeof words === 'string') await vi.waitFor(() => expect(text()).toBe(words))
  else await vi.waitFor(() => expect(text()).toMatch(/Feb/))
  expect(text()).not.toContain('[')
})

test('the countdown to undo a request is updated', async () => {
  const deliverAt = new Date(Date.now() + 240_000).toISOString()
  const page = await openPage(Undo, {
    request: aRequest({ deliverAt }),
    ontoolate: () => undefined,
  })
  const timer = page.getByRole('timer')
  const before = timer.element().textContent
  translate()
  await vi.waitFor(() => expect(timer.element().textContent).not.toContain('['), { timeout: 5_000 })
  expect(timer.element().textContent).not.toBe(before)
})

import '../../web/app.css'
import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'

import { Toasts } from '../../web/lib/page/toasts.svelte.ts'
import ToastList from '../../web/ui/feedback/Toasts.svelte'
import { violations } from './support/violations.ts'

test('a toast says what happened, and can offer an undo', async () => {
  const toasts = new Toasts()
  const undo = vi.fn<() => void>()
  const page = await render(ToastList, { toasts })
  toasts.say('Your review was handed in.', undo)
  await expect.element(page.getByText('Your review was handed in.')).toBeVisible()
  expect(await violations()).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(undo).toHaveBeenCalledTimes(1)
  await expect.element(page.getByText('Your review was handed in.')).not.toBeInTheDocument()
})

test('it goes after ten seconds, but not while it has the pointer or the focus', async () => {
  vi.useFakeTimers()
  const toasts = new Toasts()
  toasts.say('Saved')
  const id = toasts.list[0]?.id ?? 0
  vi.advanceTimersByTime(9_000)
  toasts.stay(id)
  vi.advanceTimersByTime(60_000)
  expect(toasts.list).toHaveLength(1)
  toasts.leave(id)
  vi.advanceTimersByTime(10_000)
  expect(toasts.list).toHaveLength(0)
  vi.useRealTimers()
})

test('a new toast replaces the one before', () => {
  const toasts = new Toasts()
  for (const words of ['Saved', 'Membership ended', 'Invitation withdrawn']) toasts.say(words)
  expect(toasts.list.map(({ words }) => words)).toEqual(['Invitation withdrawn'])
})

test('but keeps the newest undo until its time is over', () => {
  vi.useFakeTimers()
  const toasts = new Toasts()
  const undo = vi.fn<() => void>()
  const shown = () => toasts.list.map(({ words }) => words)
  toasts.say('Added', undo)
  toasts.say('Removed', undo)
  vi.advanceTimersByTime(5_000)
  toasts.say('Saved')
  toasts.say('Saved again')
  expect(shown()).toEqual(['Removed', 'Saved again'])
  vi.advanceTimersByTime(5_000)
  expect(shown()).toEqual(['Saved again'])
  vi.useRealTimers()
})

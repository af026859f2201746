import '../../web/app.css'
import { createRawSnippet } from 'svelte'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-svelte'

import { ApiError } from '../../web/lib/http/problem.ts'
import Choices from '../../web/ui/form/Choices.svelte'
import ErrorSummary from '../../web/ui/form/ErrorSummary.svelte'
import Dialog from '../../web/ui/page/Dialog.svelte'
import Gauge from '../../web/ui/chart/Gauge.svelte'
import LevelBar from '../../web/ui/chart/LevelBar.svelte'
import Loaded from '../../web/ui/feedback/Loaded.svelte'
import Refusal from '../../web/ui/feedback/Refusal.svelte'
import OfflineBanner from '../../web/ui/feedback/OfflineBanner.svelte'
import SaveStatus from '../../web/ui/feedback/SaveStatus.svelte'
import TextArea from '../../web/ui/form/TextArea.svelte'
import { violations } from './support/violations.ts'

const words = (text: string) => createRawSnippet(() => ({ render: () => `<p>${text}</p>` }))

const refusal = (status: number, type: string) =>
  new ApiError({ type: `/problems/${type}`, title: 'It was refused.', status })

function asked(more: { data?: string[]; isError?: boolean; error?: Error }) {
  const refetch = vi.fn<() => Promise<void>>()
  const nothing = { data: undefined, isError: false, error: undefined, refetch }
  return { refetch, query: { ...nothing, ...more } }
}

test('errors are in the order of the form, whatever was checked first', async () => {
  const form = document.createElement('form')
  form.innerHTML = '<input id="pay.minimum" /><p><input id="hours" /></p><input id="title" />'
  document.body.prepend(form)
  const named = (field: string) => ({ field, message: `Mend ${field}` })
  const screen = await render(ErrorSummary, {
    problems: [named('title'), named('hours'), named('pay.minimum')],
  })
  const lines = screen
    .getByRole('link')
    .elements()
    .map(({ textContent }) => textContent)
  expect(lines).toEqual(['Mend pay.minimum', 'Mend hours', 'Mend title'])
  form.remove()
})

test('data is shown, an empty list has its own message, and old data stays when new data fails', async () => {
  const children = createRawSnippet((data: () => unknown) => ({
    render: () => `<p>${String(data())}</p>`,
  }))
  const none = createRawSnippet((all: () => unknown) => ({
    render: () => `<p>Nothing yet ${String(all())}</p>`,
  }))
  const props = {
    children,
    empty: none,
    isEmpty: (all: unknown) => Array.isArray(all) && all.length === 0,
  }
  const full = await render(Loaded, {
    ...props,
    query: asked({ data: ['one'], isError: true }).query,
  })
  await expect.element(full.getByText('one')).toBeVisible()
  await full.unmount()
  const page = await render(Loaded, { ...props, query: asked({ data: [] }).query })
  await expect.element(page.getByText('Nothing yet')).toBeVisible()
})

test.each([
  [0, /Check your network/],
  [401, /signed out/],
  [403, /cannot see this in your current role/],
  [404, /nothing here/],
  [503, /went wrong on our side/],
])('a page part that failed with %i says what happened', async (status, expected) => {
  const { query } = asked({ isError: true, error: refusal(status, 'some') })
  const page = await render(Loaded, { query, children: words('never') })
  await expect.element(page.getByText(expected)).toBeVisible()
  expect(await violations()).toEqual([])
})

test('what failed can be tried again', async () => {
  const { query, refetch } = asked({ isError: true, error: refusal(0, 'about:blank') })
  const page = await render(Loaded, { query, children: words('never') })
  await page.getByRole('button', { name: 'Try again' }).click()
  expect(refetch).toHaveBeenCalledTimes(1)
})

test('a refusal says what to do', async () => {
  const page = await render(Refusal, { refusal: refusal(409, 'stale-version') })
  const alert = page.getByRole('alert')
  await expect.element(alert.getByText('It was refused.')).toBeVisible()
  const help = /changed in another tab.*Choose which one to continue with/
  await expect.element(alert.getByText(help)).toBeVisible()
})

test('uncertainty is drawn to scale, and written', async () => {
  const page = await render(Gauge, { mean: 2.5, error: 0.4, level: 2 })
  await expect.element(page.getByText('Level 2.5, plus or minus 0.4.')).toBeVisible()
  const svg = document.querySelector('.gauge svg')
  expect(svg?.querySelector('.mean')?.parentElement?.getAttribute('x')).toBe('50%')
  expect(svg?.querySelector('.band')?.getAttribute('width')).toMatch(/^(20|19\.99)/)
  expect(svg?.querySelector('.filled')?.getAttribute('width')).toBe('50%')
})

test('while more evidence is needed nothing is filled', async () => {
  await render(Gauge, { mean: 2.9, error: 0.6 })
  expect(document.querySelector('.filled')).toBeNull()
})

test('a level is a count and a word', async () => {
  const page = await render(LevelBar, { level: 3 })
  await expect.element(page.getByText('proficient', { exact: true })).toBeVisible()
  const colours = [...document.querySelectorAll('.level-bar i')].map(
    (step) => getComputedStyle(step).backgroundColor,
  )
  const empty = 'rgba(0, 0, 0, 0)'
  expect(colours.map((colour) => colour !== empty)).toEqual([true, true, true, false])
})

test.each([
  ['saved', 'Saved'],
  ['saving', 'Saving…'],
  ['on-device', /Saved on this device/],
  ['unsaved', /Not saved/],
  ['conflict', 'You changed this in two places'],
] as const)('the save state %s is shown in words', async (status, expected) => {
  const page = await render(SaveStatus, { status })
  await expect.element(page.getByRole('status')).toMatchTextContent(expected)
})

test('a save that takes long says that the network is slow', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const page = await render(SaveStatus, { status: 'saving' })
    vi.advanceTimersByTime(9_000)
    vi.useRealTimers()
    await expect
      .element(page.getByRole('status'))
      .toHaveTextContent('Still saving… The network is slow.')
  } finally {
    vi.useRealTimers()
  }
})

test('a call that timed out is not called offline while the device has a network', async () => {
  const trouble = { refusal: refusal(0, 'about:blank'), retryAt: new Date() }
  const page = await render(SaveStatus, { status: 'on-device', trouble })
  await expect.element(page.getByRole('status')).toMatchTextContent(/We’ll try again at/)
  expect(page.getByRole('status').element().textContent).not.toMatch(/online/)
})

test.each([
  [true, /We’ll keep what you wrote and send it when you are online/],
  [false, /We cannot send anything now. Try again when you are online/],
])(
  'without a network a page that sends by itself (%s) says so, others do not',
  async (sends, says) => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const page = await render(OfflineBanner, { sends })
    await expect.element(page.getByRole('status')).toMatchTextContent(says)
    vi.restoreAllMocks()
  },
)

test('words to go are counted down, and never in red', async () => {
  const props = {
    id: 'answer',
    label: 'What do you say?',
    value: 'one two',
    words: [60, 250] as [number, number],
  }
  const page = await render(TextArea, props)
  await expect.element(page.getByText('Write 58 more words.')).toBeVisible()
  const empty = await render(TextArea, { ...props, id: 'empty', value: '' })
  // Before anybody writes, the most is told too.
  await expect.element(empty.getByText('Write 60 to 250 words.')).toBeVisible()
  expect(await violations()).toEqual([])
})

test('in the dark scheme, a choice that is not taken is an empty circle', async () => {
  document.documentElement.style.colorScheme = 'dark'
  const options = [{ value: 'a', words: 'Ask Joel' }]
  const page = await render(Choices, {
    id: 'choice',
    legend: 'What do you do?',
    options,
    value: undefined,
  })
  const style = getComputedStyle(page.getByRole('radio').element())
  expect(style.appearance).toBe('none')
  expect(style.backgroundColor).toBe('rgba(0, 0, 0, 0)')
  expect(style.borderRadius).toBe('50%')
  await page.getByRole('radio').click()
  expect(getComputedStyle(page.getByRole('radio').element()).appearance).not.toBe('none')
  document.documentElement.style.colorScheme = ''
})

test('a choice is a radio group with its question', async () => {
  const options = [
    { value: 'a', words: 'Ask Joel' },
    { value: 'b', words: 'Take till two' },
  ]
  const props = {
    id: 'choice',
    legend: 'What do you do?',
    error: 'Choose one',
    options,
    value: undefined,
  }
  const page = await render(Choices, props)
  await expect.element(page.getByRole('group', { name: 'What do you do?' })).toBeVisible()
  await page.getByRole('radio', { name: 'Take till two' }).click()
  await expect.element(page.getByRole('radio', { name: 'Take till two' })).toBeChecked()
  expect(await violations()).toEqual([])
})

test('a dialog takes the focus, and Escape cancels', async () => {
  const opener = document.createElement('button')
  opener.textContent = 'Delete…'
  document.body.prepend(opener)
  opener.focus()
  const onclose = vi.fn<() => void>()
  const children = createRawSnippet(() => ({ render: () => `<p><button>Delete it</button></p>` }))
  const page = await render(Dialog, { title: 'Delete?', open: true, onclose, children })
  const dialog = page.getByRole('dialog', { name: 'Delete?' })
  await expect.element(dialog).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Delete it' })).toHaveFocus()
  expect(await violations()).toEqual([])

  await userEvent.keyboard('{Escape}')
  await expect.element(dialog).not.toBeInTheDocument()
  expect(onclose).toHaveBeenCalledTimes(1)
  expect(document.activeElement).toBe(opener)
  opener.remove()
})

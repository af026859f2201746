import { afterEach, expect, onTestFinished, test, vi } from 'vitest'

import { Shortcuts } from '../../web/lib/page/shortcuts.svelte.ts'
import KeysListed from './support/KeysListed.svelte'
import { openPage } from './support/open-page.ts'

afterEach(() => document.body.replaceChildren())

const run = vi.fn<() => void>()

function listening(on = true): Shortcuts {
  run.mockReset()
  const shortcuts = new Shortcuts(on)
  shortcuts.use([
    { key: 'j', words: 'Next criterion', run },
    { key: 'Ctrl+Enter', words: 'Hand in', run },
  ])
  addEventListener('keydown', shortcuts.press)
  onTestFinished(() => removeEventListener('keydown', shortcuts.press))
  return shortcuts
}

function press(key: string, more: KeyboardEventInit = {}, target: EventTarget = document.body) {
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
  )
}

function typingIn(tag: 'input' | 'textarea' | 'select') {
  const field = document.createElement(tag)
  document.body.append(field)
  return field
}

test('a single key runs the page’s action', () => {
  listening()
  press('j')
  expect(run).toHaveBeenCalledTimes(1)
})

test.each(['input', 'textarea', 'select'] as const)('no single key fires in a %s', (tag) => {
  listening()
  press('j', {}, typingIn(tag))
  expect(run).not.toHaveBeenCalled()
  press('Enter', { ctrlKey: true }, typingIn(tag))
  expect(run).toHaveBeenCalledTimes(1)
})

test('turned off, single keys do nothing', () => {
  listening(false)
  press('j')
  expect(run).not.toHaveBeenCalled()
})

test('no single key fires while a dialog is open', () => {
  listening()
  const dialog = document.createElement('dialog')
  document.body.append(dialog)
  dialog.showModal()
  press('j')
  expect(run).not.toHaveBeenCalled()
})

test('? lists what the page offers', () => {
  const shortcuts = listening()
  press('?')
  expect(shortcuts.listed).toBe(true)
  expect(shortcuts.all.map(({ key }) => key)).toEqual(['j', 'Ctrl+Enter'])
})

test('the list of keys has the focus itself, so that Enter leads nowhere', async () => {
  const page = await openPage(KeysListed, {})
  await expect.element(page.getByRole('link', { name: 'Settings' })).toBeVisible()
  await expect.element(page.getByRole('list')).toHaveFocus()
})

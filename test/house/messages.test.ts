import { globSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { type Message, textsOf } from '../../tools/reading/messages.ts'

type Messages = Record<string, Message>

const settings: {
  locales: string[]
  baseLocale: string
  'plugin.inlang.messageFormat': { pathPattern: string[] }
} = JSON.parse(readFileSync('web/project.inlang/settings.json', 'utf8'))

const files = globSync('web/messages/*/*.json').map((path) => {
  const [, , locale = '', file = ''] = path.split('/')
  const messages: Messages = JSON.parse(readFileSync(path, 'utf8'))
  return { path, locale, area: file.replace('.json', ''), messages }
})

describe('messages', () => {
  it.each(files)('$path is compiled', ({ area, locale }) => {
    expect(settings.locales).toContain(locale)
    const known = settings['plugin.inlang.messageFormat'].pathPattern
    expect(known).toContain(`./messages/{locale}/${area}.json`)
  })

  it.each(files)('$path names its messages for its area', ({ area, messages }) => {
    const start = area.startsWith('problems-') ? 'problem_' : `${area}_`
    const wrong = Object.keys(messages).filter(
      (name) => !name.startsWith(start) || !/^[a-z][a-z0-9_]*$/.test(name),
    )
    expect(wrong).toEqual([])
  })

  it.each(files)('$path has each message once', ({ path }) => {
    // Of two messages with the same name, the first is never shown.
    const names = [...readFileSync(path, 'utf8').matchAll(/^  "(\w+)":/gm)].map(([, name]) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it('has every message in every language', () => {
    for (const { area, messages } of files.filter(({ locale }) => locale === settings.baseLocale)) {
      for (const locale of settings.locales) {
        const there = files.find((file) => file.area === area && file.locale === locale)
        expect(Object.keys(there?.messages ?? {}).toSorted()).toEqual(
          Object.keys(messages).toSorted(),
        )
      }
    }
  })

  it.each(files)('$path has a text for every number', ({ messages }) => {
    const variants = Object.values(messages).filter((message) => typeof message !== 'string')
    for (const { match } of variants.flat()) {
      // If a form is missing, the page shows the message's name.
      expect(Object.keys(match).some((form) => form.endsWith('=*'))).toBe(true)
    }
  })

  it.each(files)('$path uses plain words and addresses the reader', ({ messages }) => {
    const texts = Object.values(messages).flatMap(textsOf)
    expect(texts.filter((text) => text.trim() === '' || /<[a-z/]/i.test(text))).toEqual([])
    const shouted = /!(\s|$)|\b(please|oops|successfully|invalid|unfortunately)\b/i
    expect(texts.filter((text) => shouted.test(text))).toEqual([])
  })
})

describe('the pages', () => {
  const pages = globSync('{web,worker}/**/*.{ts,svelte}', { exclude: ['web/paraglide/**'] })
    .map((path) => readFileSync(path, 'utf8'))
    .filter((text) => /paraglide\/messages(?:\/_index)?\.js/.test(text))
  const used = new Set(
    pages.flatMap((text) =>
      Array.from(text.matchAll(/\bm\.([a-z][a-z0-9_]*)/g), ([, name = '']) => name),
    ),
  )
  const all = new Set(files.flatMap(({ messages }) => Object.keys(messages)))

  it('use no message that does not exist', () => {
    expect([...used].filter((name) => name.includes('_') && !all.has(name))).toEqual([])
  })

  it('use every message', () => {
    const unsaid = [...all].filter((name) => !used.has(name) && !name.startsWith('problem_'))
    expect(unsaid).toEqual([])
  })
})

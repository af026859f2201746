import { globSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

/** The files that use the platform's formats, always for a given reader. */
const formatting = ['currencies', 'dates', 'figures', 'locale', 'relative-time', 'reader'].map(
  (name) => `worker/foundation/reader/${name}.ts`,
)
const mayAskThePlatform = [...formatting, 'web/lib/reader/reader.ts']

const files = globSync('{worker,web}/**/*.{ts,svelte}', { exclude: ['web/paraglide/**'] })
  .filter((path) => !mayAskThePlatform.includes(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

const filesWith = (pattern: RegExp) =>
  files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

describe('dates, numbers and sentences are formatted for a reader', () => {
  it('formats nothing outside the formatting files', () => {
    expect(filesWith(/\.toLocale\w*String\(/)).toEqual([])
    // Cutting a text into sentences formats nothing.
    expect(filesWith(/\bIntl\.(?!Segmenter)/)).toEqual([])
  })

  it('names no language where a message is used', () => {
    expect(filesWith(/\blocale: ['"`]/)).toEqual([])
    expect(filesWith(/\b(?:const|import) \{?[^=\n]*\benglish\b/)).toEqual([])
  })

  it('does not parse sentences that it signs or stores', () => {
    expect(filesWith(/narrative\s*\.(?:split|match|replace|startsWith|includes)\(/)).toEqual([])
  })

  it('finds what it forbids', () => {
    expect('new Intl.DateTimeFormat("en")').toMatch(/\bIntl\.(?!Segmenter)/)
    expect(formatting.map((path) => readFileSync(path, 'utf8')).join('')).toContain('Intl.')
  })
})

import { expect, it } from 'vitest'

import { nameOf } from '../support/growth/attacks.ts'
import { growthOf, ofPatterns } from '../support/growth/growth.ts'
import { attacksOn } from '../support/growth/pattern-attacks.ts'
import { codeWithPatterns, patternsOf } from '../support/growth/patterns.ts'

const { patterns } = patternsOf(codeWithPatterns)
const each = Map.groupBy(patterns, ({ source, flags }) => `/${source}/${flags}`)

/** Searches the whole text, as `replaceAll`, `split` and `matchAll` do. */
function searcher(source: string, flags: string) {
  const pattern = new RegExp(source, flags.includes('g') ? flags : `${flags}g`)
  return (text: string) => {
    pattern.lastIndex = 0
    while (pattern.lastIndex <= text.length) {
      const from = pattern.lastIndex
      if (!pattern.test(text)) break
      if (pattern.lastIndex === from) pattern.lastIndex++
    }
  }
}

/** The first text on which this pattern is too slow. */
function growing(
  source: string,
  flags: string,
  more: { patienceMs?: number } = {},
): string | undefined {
  const search = searcher(source, flags)
  for (const attack of attacksOn(source, flags)) {
    const found = growthOf(search, attack, { ...ofPatterns, ...more })
    if (found) return `${nameOf(attack)}: ${found}`
  }
  return undefined
}

it.each([...each])('%s handles its worst text in linear time', (_, [pattern]) => {
  expect(growing(pattern?.source ?? '', pattern?.flags ?? '')).toBeUndefined()
})

it.each([
  [String.raw`^-+|-+$`, 'g'],
  [String.raw`^[^@\s]+@[^@\s]+\.[^@\s]{2,}$`, ''],
  [String.raw`\/\*[\s\S]*?\*\/`, 'g'],
  [String.raw`["“]([^"”]{2,})["”]`, 'g'],
  [String.raw`(?<=[.!?]["'”’)\]]*)(?=\s|$)`, ''],
  [String.raw`<([^<>\s]+@[^<>\s]+)>`, ''],
  [String.raw`^(?:[.,;]?\s+|\s*[;|•·]\s*|[()\s.,]*[()][()\s.,]*)$`, 'u'],
  [String.raw`^import \{[^}]*\} from '\.\.\/runtime\.js';?$`, 'm'],
  [String.raw`\/web\/(?!paraglide\/)[^?]*\.(svelte|ts)$`, ''],
  [String.raw`^(a+)+$`, ''],
  [String.raw`^(?:\w|\d)*-$`, ''],
])('finds that /%s/%s grows faster', (source, flags) => {
  expect(growing(source, flags, { patienceMs: 300 })).toBeDefined()
})

import { globSync } from 'node:fs'

import { expect, it } from 'vitest'

import { redact } from '../../worker/foundation/redactor/redact.ts'
import { type Attack, attacks } from '../support/growth/attacks.ts'
import { growthOfSlowest } from '../support/growth/growth.ts'
import { callsOf, readersOf, runsInNode } from '../support/growth/readers.ts'

const files = globSync('{worker,web}/**/*.ts', { exclude: ['worker/dev/**', 'web/paraglide/**'] })
const readers = files
  .filter(runsInNode)
  .flatMap(readersOf)
  .map((reader) => [reader.path, reader.name, reader] as const)

/** The first text on which one of these is too slow. */
function growing(
  calls: readonly ((text: string) => void)[],
  tried: readonly Attack[] = attacks,
): string | undefined {
  for (const call of calls) {
    const found = growthOfSlowest(call, tried)
    if (found) return found
  }
  return undefined
}

it('finds the functions that read text', () => {
  const names = readers.map(([, name]) => name)
  for (const name of ['redact', 'readEmail', 'readAddresses', 'preferredDocument', 'readToken'])
    expect(names).toContain(name)
})

it.each(readers)('%s: %s handles its worst text in linear time', async (path, name, reader) => {
  const module: Record<string, unknown> = await import(`${process.cwd()}/${path}`)
  const made = module[name]
  if (typeof made !== 'function') throw new Error(`${name} is no function.`)
  expect(growing(callsOf(reader, (...given) => made(...given)))).toBeUndefined()
})

it('searches for many long names that almost match in linear time', () => {
  // Names are letters and separators, so a few of the other units are enough.
  const few = attacks.filter(({ unit }, at) => /[a ]/.test(unit) || at % 6 === 0)
  const names = Array.from({ length: 13 }, (_, at) => `${'a '.repeat(39)}b${at}`)
  expect(
    growing([(text) => void redact(text, names.join(' ').slice(0, 80), names, 'en')], few),
  ).toBeUndefined()
})

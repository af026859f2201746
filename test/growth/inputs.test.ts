import { globSync } from 'node:fs'

import * as v from 'valibot'
import { expect, it } from 'vitest'

import { attacks, nameOf } from '../support/growth/attacks.ts'
import { growthOf } from '../support/growth/growth.ts'
import { isSchema, takersOf } from '../support/growth/schemas.ts'
import * as input from '../../worker/foundation/text/input.ts'

const files = globSync('worker/**/*-input.ts')
const modules = await Promise.all(
  files.map(async (path): Promise<[string, object]> => [
    path,
    await import(`${process.cwd()}/${path}`),
  ]),
)
const made = {
  ...input,
  line: input.line(20_000),
  text: input.text(20_000),
}
const schemas = [...modules, ['worker/foundation/text/input.ts', made] as const].flatMap(
  ([path, module]) =>
    Object.entries(module)
      .filter((entry) => isSchema(entry[1]))
      .map(([name, schema]) => [path, name, schema] as const),
)

it('finds the schemas of every door', () => {
  expect(files.length).toBeGreaterThan(30)
  const without = modules.filter(([, module]) => !Object.values(module).some(isSchema))
  expect(without.map(([path]) => path)).toEqual([])
})

it.each(schemas)('%s: %s handles its worst text in linear time', (_, name, schema) => {
  for (const taker of takersOf(schema, name)) {
    const run = (text: string) => v.safeParse(taker.schema as v.GenericSchema, taker.of(text))
    for (const attack of attacks)
      expect([taker.place, nameOf(attack), growthOf(run, attack)]).toEqual([
        taker.place,
        nameOf(attack),
        undefined,
      ])
  }
})

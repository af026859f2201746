import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'

import { expect, it } from 'vitest'

const pages = globSync('{*.md,docs/**/*.md,migrations/*.md}').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}))

/** Paths in backticks inside our folders: each must exist. */
const named = pages.flatMap(({ path, text }) =>
  [...text.matchAll(/`((?:worker|web|test|tools|docs|migrations|scenarios|\.ci)\/[\w./*<>-]*)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => !/[<*]/.test(name))
    .map((name) => [path, name] as const),
)

it.each(named)('%s names %s, which exists', (_, name) => {
  expect(existsSync(name)).toBe(true)
})

const decisions = pages.filter(({ path }) => dirname(path) === 'docs/decisions')

it.each(decisions)('$path is short and says what was decided and why', ({ text }) => {
  expect(text.split('\n').length).toBeLessThanOrEqual(41)
  expect(text).toMatch(/\*\*Decision\.\*\*/)
  expect(text).toMatch(/\*\*Why\.\*\*/)
})

it('has a decision for every runtime dependency', () => {
  const { dependencies }: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  )
  const decided = decisions.map(({ text }) => text).join('\n')
  expect(Object.keys(dependencies).filter((name) => !decided.includes(`\`${name}\``))).toEqual([])
})

it('keeps the README under 120 lines', () => {
  expect(readFileSync('README.md', 'utf8').split('\n').length).toBeLessThan(120)
})

/** The tables that the migrations of a folder make, except those renamed later. */
function tablesOf(folder: string): string[] {
  const made = globSync(`${folder}/*.sql`).flatMap((path) => readFileSync(path, 'utf8').split('\n'))
  const renamed = new Set(
    made.flatMap((line) => /^ALTER TABLE (\w+) RENAME TO/.exec(line)?.[1] ?? []),
  )
  return made
    .flatMap((line) => /^CREATE TABLE (\w+) \(/.exec(line)?.[1] ?? [])
    .filter((name) => !renamed.has(name))
}

it('says what a row is, for every table of the migrations', () => {
  const words = readFileSync('migrations/README.md', 'utf8')
  const tables = tablesOf('migrations')
  expect(tables.length).toBeGreaterThan(60)
  const rows = words.slice(words.indexOf('| a row is |'), words.indexOf('\n## Indexes'))
  expect(tables.filter((name) => !rows.includes(`\`${name}\``))).toEqual([])
})

it('says what a row is and when it ends, for every table of the vault', () => {
  const words = readFileSync('migrations/README.md', 'utf8')
  const [, rows = ''] = words.split('\n| table | a row is | it ends |\n')
  const described = rows.split('\n\n')[0]?.match(/(?<=^\| `)\w+(?=` \| .+ \| .+ \|$)/gm)
  const tables = tablesOf('migrations/vault')
  expect(tables.length).toBeGreaterThan(3)
  expect(described?.toSorted()).toEqual(tables.toSorted())
})

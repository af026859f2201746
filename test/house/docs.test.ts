import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'

import { expect, it } from 'vitest'

const pages = globSync('{*.md,docs/**/*.md,migrations/*.md}').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}))

/** Paths in backticks that begin with one of our folders: each must lead somewhere. */
const named = pages.flatMap(({ path, text }) =>
  [...text.matchAll(/`((?:worker|web|test|tools|docs|migrations|scenarios|\.ci)\/[\w./*<>-]*)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => !/[<*]/.test(name))
    .map((name) => [path, name] as const),
)

it.each(named)('%s names %s, which is there', (_, name) => {
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

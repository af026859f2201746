import { globSync, readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { areaOf, nouns } from '../../worker/audit/actions.ts'

const actions = Object.entries(nouns).flatMap(([noun, [, ...verbs]]) =>
  verbs.map((verb) => `${noun}.${verb}`),
)
const sentences = globSync('web/admin/trail/*sentences.ts')
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')
const words: Record<string, unknown> = JSON.parse(
  readFileSync('web/messages/en/trail.json', 'utf8'),
)
const messageOf = (action: string) => `trail_${action.replaceAll(/[.-]/g, '_')}`

describe('an entry of the audit trail', () => {
  it.each(actions)('has a sentence: %s', (action) => {
    expect(sentences).toContain(`'${action}': m.${messageOf(action)},`)
    const message = JSON.stringify(words[messageOf(action)] ?? '')
    expect(message).toContain('{who} ')
    expect(message).not.toContain(action)
  })

  it('has a listed action wherever one is written', () => {
    const written = globSync('worker/**/*.ts').flatMap((path) =>
      Array.from(
        readFileSync(path, 'utf8').matchAll(/auditEntry\(\s*\w+,\s*'([\w.-]+)'/g),
        ([, action = '']) => action,
      ),
    )
    expect(written.length).toBeGreaterThan(50)
    expect(written.filter((action) => !actions.includes(action))).toEqual([])
  })

  it('that was stored earlier has the area that it would get today', () => {
    const migration = readFileSync('migrations/0032_trail.sql', 'utf8')
    const stored = [...migration.matchAll(/WHEN '([\w-]+)' THEN '(\w+)'/g)].map(
      ([, noun = '', area]) => [noun, area],
    )
    expect(Object.fromEntries(stored)).toEqual(
      Object.fromEntries(stored.map(([noun = '']) => [noun, areaOf(`${noun}.x`)])),
    )
  })
})

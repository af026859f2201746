import { env } from 'cloudflare:workers'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { connect } from '../../../worker/foundation/call/db.ts'
import { ownFrame } from '../../../worker/http/own-frame.ts'

const caught = async (act: () => Promise<unknown>): Promise<Error> => {
  try {
    await act()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('It did not fail.')
}

function withStack(lines: readonly string[], message = 'canary', cause?: Error): Error {
  const error = new Error(message, { cause })
  error.stack = [`Error: ${message}`, ...lines.map((line) => `    at ${line}`)].join('\n')
  return error
}

it('names this file for a statement that D1 refuses, not the platform', async () => {
  const bound = await caught(async () => env.DB.prepare('SELECT ?').bind(undefined).first())
  expect(ownFrame(bound)).toMatch(/own-frame\.test\.ts/)
  expect(bound.stack).toMatch(/\n[ \t]+at [^\n]*cloudflare-internal/)
})

it('names this file for a query that drizzle wraps', async () => {
  const wrapped = await caught(async () =>
    connect(env.DB).all(sql`SELECT ${'canary'} FROM nowhere`),
  )
  expect(ownFrame(wrapped)).not.toMatch(/cloudflare-internal|node_modules|canary/)
})

it.each([
  ['the platform', ['D1DatabaseSession._send (cloudflare-internal:d1-api:133:24)']],
  ['Node’s modules', ['node:internal_streams:3:1', 'f (node-internal:streams_util:9:1)']],
  ['a package', ['q (/app/node_modules/drizzle-orm/d1/session.js:20:5)']],
  ['what is no file', ['async Promise.all (index 0)', 'new Promise (<anonymous>)']],
])('ignores %s', (_, above) => {
  const own = 'async saveDraft (worker/attempts/draft/save-draft.ts:27:5)'
  expect(ownFrame(withStack([...above, own, 'g (index.js:1:1)']))).toBe(own)
})

it('looks in the cause if the wrapper has no frame of ours', () => {
  const cause = withStack(['find (index.js:812:9)'])
  const outer = withStack(['q (/app/node_modules/drizzle-orm/x.js:1:2)'], 'Failed query', cause)
  expect(ownFrame(outer)).toBe('find (index.js:812:9)')
})

it('does not take a line of a message for a frame', () => {
  const error = withStack(['find (index.js:812:9)'], 'params: one\n    at canary (x.js:1:1)\n two')
  expect(ownFrame(error)).toBe('find (index.js:812:9)')
  expect(ownFrame(new Error('none', { cause: 'canary' }))).not.toContain('canary')
})

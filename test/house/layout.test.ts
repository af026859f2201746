import { globSync, readFileSync, readdirSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

/** The floor plan. A room may import from rooms before it, never from rooms after it. */
const rooms = `foundation http audit accounts notifications organizations skills scenarios attempts
  reviews scoring credentials pathways talent interviews insights pages`.split(/\s+/)
const freeRooms = ['foundation', 'http', 'audit']
const longest = 150

const files = globSync('worker/**/*.ts').map((path) => ({
  path,
  room: path.split('/')[1] ?? '',
  name: path.split('/').at(-1) ?? '',
  text: readFileSync(path, 'utf8'),
}))
const inRooms = files.filter(({ room }) => rooms.includes(room))

describe('the floor plan', () => {
  it('names every folder of worker/', () => {
    const found = new Set(
      files.filter(({ path }) => path.split('/').length > 2).map(({ room }) => room),
    )
    expect([...found].filter((room) => ![...rooms, 'signer', 'dev'].includes(room))).toEqual([])
  })

  it('names everything at the top level', () => {
    const allowed = new Set(
      `worker web migrations scenarios test docs tools .ci .git .gitignore .gitattributes wrangler.toml
      package.json package-lock.json tsconfig.json README.md LICENSE CONTRIBUTING.md SECURITY.md
      knip.json .oxlintrc.json .oxfmtrc.json vitest.config.ts playwright.config.ts
      node_modules dist .local .wrangler .dev.vars test-results`.split(/\s+/),
    )
    expect(readdirSync('.').filter((name) => !allowed.has(name))).toEqual([])
  })

  it.each(inRooms)('$path imports only from rooms before its own', ({ room, text }) => {
    const imported = [...text.matchAll(/from '(?:\.\.\/)+([\w-]+)\//g)].map(([, name = '']) => name)
    const wrong = imported.filter((name) => rooms.indexOf(name) > rooms.indexOf(room))
    expect(wrong).toEqual([])
  })
})

describe('a file', () => {
  it.each(files)('$path is short enough to read in one go', ({ text }) => {
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(longest)
  })

  it.each(files)('$path uses no way around the house', ({ text, path }) => {
    const banned = [
      /sql\.raw|sql\.identifier|\bdb\.transaction\(|\bDB\.exec\(/,
      /innerHTML|\beval\(|postMessage|Math\.random|c\.req\.json\(/,
      /\sstyle="/,
      /hono\/(?:jwt|jwk|csrf|ip-restriction)|\.mount\(/,
    ]
    for (const pattern of banned) expect(text).not.toMatch(pattern)
    if (!path.endsWith('foundation/log.ts')) expect(text).not.toMatch(/\bconsole[.[]/)
    if (!path.endsWith('foundation/clock.ts'))
      expect(text).not.toMatch(/Date\.now\(\)|new Date\(\)/)
  })

  it.each(files)('$path has a name that says what it holds', ({ name }) => {
    expect(name).not.toMatch(/util|helper|manager|service|handle|\bdata\b|\binfo\b|common|misc/)
  })

  it.each(files.filter(({ room }) => room === 'foundation'))(
    '$path knows nothing of HTTP',
    ({ text }) => expect(text).not.toMatch(/from 'hono/),
  )
})

describe('a room', () => {
  const walled = inRooms.filter(({ room }) => !freeRooms.includes(room))

  it.each(walled.filter(({ text }) => /from 'hono/.test(text)))(
    '$path is a door, for it imports Hono',
    ({ path, text }) => {
      expect(
        path.endsWith('routes.ts') ||
          /MiddlewareHandler|createMiddleware|import type \{[^}]*Context/.test(text),
      ).toBe(true)
    },
  )

  it.each(walled.filter(({ name }) => name.endsWith('-input.ts')))(
    '$path can be loaded by pages: it imports valibot and foundation only',
    ({ text }) => {
      const from = [...text.matchAll(/^(?:import|export)[^;]*? from '([^']+)'/gm)].map(
        ([, path = '']) => path,
      )
      const foreign = from.filter(
        (path) =>
          path !== 'valibot' &&
          !path.startsWith('../foundation/') &&
          !/-(?:input|length)\.ts$/.test(path),
      )
      expect(foreign).toEqual([])
    },
  )
})

describe('time', () => {
  const tests = globSync('test/**/*.ts').map((path) => ({ path, text: readFileSync(path, 'utf8') }))
  it.each(tests.filter(({ path }) => !path.startsWith('test/house/')))(
    '$path moves the clock and never sleeps',
    ({ text }) => {
      expect(text).not.toMatch(/waitForTimeout|setTimeout\((?:resolve|done|r)\b|timers\/promises/)
    },
  )
})

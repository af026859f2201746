import { globSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'

import { describe, expect, it } from 'vitest'

/** The order of the rooms. A room may import only from rooms before it. */
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
/** The signer is no room, because it is a Worker of its own, but it has chambers. */
const withChambers = files.filter(({ room }) => [...rooms, 'signer'].includes(room))

/** The files that a file imports, also only for a type, as paths from the root. */
const importsOf = ({ path, text }: { path: string; text: string }) =>
  [...text.matchAll(/from '(\.[^']+)'/g)].map(([, to = '']) => join(dirname(path), to))

/**
 * Lines `worker/room: chamber chamber` in the docs; a chamber may be imported only by later ones.
 */
const floorPlan = new Map(
  [
    ...readFileSync('docs/ARCHITECTURE.md', 'utf8').matchAll(/^worker\/([\w-]+): +([\w -]+)$/gm),
  ].map(([, room = '', chambers = '']) => [room, chambers.split(/\s+/)] as const),
)

/** The chamber of a file; undefined for files directly in the room. */
function chamberOf(path: string): string | undefined {
  const [, , chamber, ...deeper] = path.split('/')
  return deeper.length > 0 ? chamber : undefined
}

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

  it.each(inRooms)('$path imports only from rooms before its own', (file) => {
    const wrong = importsOf(file).filter((path) => {
      const [top, room = ''] = path.split('/')
      return top === 'worker' && rooms.indexOf(room) > rooms.indexOf(file.room)
    })
    expect(wrong).toEqual([])
  })

  it.each([...floorPlan])(
    'worker/%s has the chambers of the docs and no other',
    (room, chambers) => {
      const own = withChambers.filter((file) => file.room === room)
      const found = own.map(({ path }) => chamberOf(path))
      const named = found.filter((chamber) => chamber !== undefined)
      expect([...new Set(named)].toSorted()).toEqual(chambers.toSorted())
    },
  )

  it.each(withChambers.filter(({ path }) => chamberOf(path) !== undefined))(
    '$path imports only from chambers before its own',
    (file) => {
      const order = floorPlan.get(file.room) ?? []
      const own = order.indexOf(chamberOf(file.path) ?? '')
      const wrong = importsOf(file).filter((path) => {
        const isSameRoom = path.startsWith(`worker/${file.room}/`)
        return isSameRoom && order.indexOf(chamberOf(path) ?? '') > own
      })
      expect([own >= 0, wrong]).toEqual([true, []])
    },
  )

  it('has no folder of more than about 25 files', () => {
    const counts = new Map<string, number>()
    for (const { path } of files) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
    expect([...counts].filter(([, count]) => count >= 30)).toEqual([])
  })

  it('has no import cycle', () => {
    const graph = new Map(files.map((file) => [file.path, importsOf(file)]))
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (path: string, way: readonly string[]) => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' <- '))
      if (way.includes(path) || done.has(path)) return
      for (const next of graph.get(path) ?? []) visit(next, [...way, path])
      done.add(path)
    }
    for (const path of graph.keys()) visit(path, [])
    expect(circles).toEqual([])
  })
})

describe('the signer', () => {
  it.each(files.filter(({ room }) => room !== 'signer'))(
    '$path imports only types from it',
    ({ text }) => {
      const imports = [...text.matchAll(/^import (type )?[\s\S]*?from '([^']+)'/gm)]
      const values = imports.filter(([, type, from]) => !type && from?.includes('/signer/'))
      expect(values.map(([statement]) => statement)).toEqual([])
    },
  )

  it.each(files.filter(({ path, room }) => room === 'signer' && chamberOf(path) !== undefined))(
    '$path imports only foundation and the signer itself',
    (file) => {
      const others = importsOf(file).filter(
        (path) => !/^worker\/(?:foundation|signer)\//.test(path),
      )
      expect(others).toEqual([])
    },
  )
})

describe('a file', () => {
  it.each(files)('$path is short enough to read in one go', ({ text }) => {
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(longest)
  })

  it.each(files)('$path uses no way around the house', ({ text, path }) => {
    const banned = [
      /sql\.identifier|\bdb\.transaction\(|\bDB\.exec\(/,
      /innerHTML|\beval\(|postMessage|Math\.random|c\.req\.json\(/,
      /\sstyle="/,
      /hono\/(?:jwt|jwk|csrf|ip-restriction)|\.mount\(/,
    ]
    for (const pattern of banned) expect(text).not.toMatch(pattern)
    // It takes whole numbers only.
    if (!path.endsWith('foundation/call/in-text.ts')) expect(text).not.toMatch(/sql\.raw/)
    if (!path.endsWith('foundation/call/log.ts')) expect(text).not.toMatch(/\bconsole[.[]/)
    if (!path.endsWith('foundation/call/clock.ts'))
      expect(text).not.toMatch(/Date\.now\(\)|new Date\(\)/)
  })

  it.each(files.filter(({ path }) => !/^worker\/(?:env|database-of)\.ts$/.test(path)))(
    '$path asks databaseOf and names no database',
    ({ text }) => expect(text).not.toMatch(/\.DB\b|\bDB:/),
  )

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
    '$path defines routes, because it imports Hono',
    ({ path, text }) => {
      expect(
        path.endsWith('routes.ts') ||
          /MiddlewareHandler|createMiddleware|import type \{[^}]*Context/.test(text),
      ).toBe(true)
    },
  )

  it.each(walled.filter(({ name }) => name.endsWith('-input.ts')))(
    '$path can be loaded by pages: it imports valibot and foundation only',
    (file) => {
      const packages = [...file.text.matchAll(/from '([^.][^']*)'/g)].map(([, name]) => name)
      const foreign = importsOf(file).filter(
        (path) => !path.startsWith('worker/foundation/') && !/-(?:input|length)\.ts$/.test(path),
      )
      expect([new Set(packages), foreign]).toEqual([new Set(['valibot']), []])
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

import { globSync, readFileSync } from 'node:fs'

import { parse } from 'smol-toml'
import { describe, expect, it } from 'vitest'

import { routes } from '../../web/routes.ts'

const { assets } = parse(readFileSync('wrangler.toml', 'utf8')) as unknown as {
  assets: { run_worker_first: string[] }
}
const patterns = assets.run_worker_first

/** As Cloudflare reads a pattern: `*` stands for any text. */
const matches = (path: string) =>
  patterns.some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(path))

/** Every door has a line there: the hostile tests see to that. They run in workerd, this one reads. */
const doors = globSync('test/hostile/*-doors.ts').map((file) => readFileSync(file, 'utf8'))
const named = doors.join('\n').matchAll(/['`](?:[A-Z]+ )?(\/[^'`]*)['`]/g)
const ofDoors = new Set(Array.from(named, ([, path = '']) => path))
const ofPages = new Set(routes.map(({ path }) => path))

describe('run_worker_first in wrangler.toml', () => {
  it('has every path of the Worker and of the app', () => {
    expect(ofDoors.size).toBeGreaterThan(100)
    expect(ofPages.size).toBeGreaterThan(30)
    expect([...ofDoors, ...ofPages].filter((path) => !matches(path))).toEqual([])
  })

  it('has nothing that is no door, no page and no picture of a badge', () => {
    const known = [...ofDoors, ...ofPages, '/health', '/app.html', '/badges/empathy-1.png']
    const first = (path: string) => path.split('/')[1]?.replace('*', '') ?? ''
    const segments = new Set(known.map(first))
    expect(patterns.filter((pattern) => !segments.has(first(pattern)))).toEqual([])
  })

  it('has no negative pattern: with one, a missing file would be cached for a year', () => {
    expect(patterns.filter((pattern) => !pattern.startsWith('/'))).toEqual([])
  })

  it.each(['/assets/app-1.js', '/pages.css', '/icon.svg', '/icons.svg', '/pages.json'])(
    'leaves %s to the files, which cost no call',
    (path) => expect(matches(path)).toBe(false),
  )
})

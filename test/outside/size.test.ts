import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

import { describe, expect, it } from 'vitest'

interface Pages {
  styles: string
  shared: string[]
  pages: { path: string; who: string | string[]; files: string[] }[]
}

/** kB (1,000 bytes, gzip -9) that a first visit may load; the first line that matches counts. */
const budgets: [path: RegExp, who: RegExp, js: number, css: number][] = [
  [/^\/(sign-in|welcome|join|invitations)/, /./, 50, 12],
  [/^\/home$/, /student/, 50, 12],
  [/^\/attempts\/[^/]+\/result$/, /./, 50, 12],
  [/^\/(attempts|start)/, /./, 55, 12],
  [/^\/(reviews|openings|cards|interviews|home|badges|visibility|coaching)/, /./, 70, 14],
  [/./, /./, 100, 16],
]

const built = existsSync('dist/pages.json')
const { styles, shared, pages }: Pages = built
  ? JSON.parse(readFileSync('dist/pages.json', 'utf8'))
  : { styles: '', shared: [], pages: [] }

const sizeOf = (file: string) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length / 1000

function kilobytes(files: string[], ending: string): number {
  const sizes = files.filter((file) => file.endsWith(ending)).map(sizeOf)
  return sizes.reduce((sum, size) => sum + size, 0)
}

const named = pages.map((page) => ({ ...page, name: `${page.path} for ${String(page.who)}` }))

describe('bytes, from the build', () => {
  it('there is a build to measure: npm run build', () => {
    expect(pages.length).toBeGreaterThan(5)
  })

  it('the entry that all pages share stays below 36 kB of script and 8 kB of style', () => {
    expect(kilobytes(shared, '.js')).toBeLessThanOrEqual(36)
    expect(kilobytes(shared, '.css')).toBeLessThanOrEqual(8)
  })

  it('the pages without script stay below 8 kB of style, and have one file', () => {
    expect(built && sizeOf(styles.slice(1))).toBeLessThanOrEqual(8)
  })

  it.each(named)('$name stays within its budget, in few scripts', (page) => {
    const all = [...shared, ...page.files]
    const who = String(page.who)
    const [, , js = 0, css = 0] =
      budgets.find(([path, reader]) => path.test(page.path) && reader.test(who)) ?? []
    expect(kilobytes(all, '.js')).toBeLessThanOrEqual(js)
    expect(kilobytes(all, '.css')).toBeLessThanOrEqual(css)
    // Pages for rare visitors load four files at most; daily users have most of five already
    // cached, and the first admin opens a link of the set-up command at a desk.
    const isRare = /student|anyone|account/.test(who) && !/mentor/.test(who)
    const most = isRare && !page.path.endsWith('-admin') ? 4 : 5
    expect(all.filter((file) => file.endsWith('.js')).length).toBeLessThanOrEqual(most)
  })

  it('a student’s first visit stays below 100 kB in all', () => {
    const home = pages.find(({ path, who }) => path === '/home' && who.includes('student'))
    const all = [...shared, ...(home?.files ?? []), 'app.html', 'icons.svg', 'icon.svg']
    expect(all.map(sizeOf).reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(100)
  })

  it('the HTML of the app stays below 14 kB before its first answers', () => {
    expect(readFileSync('dist/app.html').length / 1000).toBeLessThanOrEqual(14)
  })
})

describe('the built files', () => {
  const scripts = [...new Set([...shared, ...pages.flatMap(({ files }) => files)])]

  it('have the icons under a hashed name, so that they are cached and shown offline', () => {
    const texts = scripts.map((file) => readFileSync(`dist/${file}`, 'utf8'))
    const named = new Set(texts.flatMap((text) => text.match(/[\w/]*icons[\w-]*\.svg/g) ?? []))
    expect([...named]).toEqual([expect.stringMatching(/^\/assets\/icons-[\w-]{8}\.svg$/)])
    const [own = ''] = named
    expect(readFileSync(`dist${own}`, 'utf8')).toBe(readFileSync('dist/icons.svg', 'utf8'))
  })

  it('have no development code', () => {
    const texts = scripts.map((file) => readFileSync(`dist/${file}`, 'utf8'))
    const found = texts.filter((text) => /\/dev\/|demo-people|\.demo\.invalid/.test(text))
    expect(found).toEqual([])
  })

  it('are named so that a page may keep them for a year', () => {
    expect(scripts.filter((file) => !/^assets\/[\w-]+-[\w-]{8}\.(js|css)$/.test(file))).toEqual([])
  })
})

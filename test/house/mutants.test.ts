import { existsSync, globSync, readFileSync } from 'node:fs'

import { transformSync } from 'esbuild'
import { describe, expect, it } from 'vitest'

import { areaOf, readPlanted, withBug } from '../../tools/mutants/planted.ts'

const planted = readPlanted()

describe('planted bugs', () => {
  it.each(planted)('$file: $what', (bug) => {
    const { what, file, find, replace, tests } = bug
    const text = readFileSync(file, 'utf8')
    expect(text.split(find).length - 1, 'find is in the file once').toBe(1)
    expect(replace).not.toBe(find)
    if (file.endsWith('.ts')) transformSync(withBug(text, bug), { loader: 'ts' })
    expect(tests.length).toBeGreaterThan(0)
    expect(tests.filter((test) => !existsSync(test) || !test.endsWith('.test.ts'))).toEqual([])
    expect(what).toMatch(/^[A-Z]\S*(?: \S+){4,}\.$/)
  })

  it('are at least sixty, all different', () => {
    expect(planted.length).toBeGreaterThanOrEqual(60)
    expect(new Set(planted.map(({ what }) => what)).size).toBe(planted.length)
    const places = planted.map(({ file, find }) => `${file} ${find}`)
    expect(new Set(places).size).toBe(planted.length)
  })

  it('are not in code that tests load from a bundle built earlier', () => {
    const bundled = planted.filter(({ file, tests }) =>
      tests.some(
        (test) =>
          /\bCALENDAR\b/.test(readFileSync(test, 'utf8')) ||
          (file.startsWith('worker/signer/') && !test.startsWith('test/rules/')),
      ),
    )
    expect(bundled.map(({ what }) => what)).toEqual([])
  })

  it('are in every room and in every area of the pages', () => {
    const areas = globSync(['worker/*/**/*.ts', 'web/*/**/*.{ts,svelte}'], {
      exclude: ['worker/dev/**', 'web/{paraglide,public,messages}/**'],
    }).map(areaOf)
    const wanted = [...new Set([...areas, 'reactions', 'tools/scenarios'])]
    const met = new Set(planted.map(({ file }) => areaOf(file)))
    expect(wanted.filter((area) => !met.has(area))).toEqual([])
  })
})

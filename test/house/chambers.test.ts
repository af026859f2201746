import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { describe, expect, it } from 'vitest'

/**
 * Lines `web/student: attempt start …`: a folder's chambers; each may import only from those before
 * it.
 */
const orders = Array.from(
  readFileSync('docs/ARCHITECTURE.md', 'utf8').matchAll(/^(web[\w/-]*): ([a-z][a-z -]*)$/gm),
  ([, folder = '', chambers = '']) => ({ folder, chambers: chambers.split(' ') }),
)

const paths = globSync('web/**/*.{ts,svelte}', { exclude: ['web/paraglide/**'] })

/**
 * Every file with the files of ours that it imports, statically or dynamically, also only for a
 * type.
 */
const imports = new Map(
  paths.map((path) => [path, importsOf(path, readFileSync(path, 'utf8'))] as const),
)

function importsOf(path: string, text: string): string[] {
  const named = text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)
  const found = Array.from(named, ([, name = '']) => join(dirname(path), name))
  return found.filter((other) => paths.includes(other))
}

/**
 * A file's position in its folder's order. All chambers may import files directly in the folder.
 */
function standing(path: string, folder: string, chambers: string[]): number {
  if (dirname(path) !== folder) {
    return chambers.indexOf(path.slice(folder.length + 1).split('/')[0] ?? '')
  }
  // The files at the top of `web` put the app together.
  return folder === 'web' ? chambers.length : -1
}

/** The files of an import cycle, with the first repeated at the end; empty if there is none. */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const way: string[] = []
  function visit(file: string): string[] {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return []
    done.add(file)
    way.push(file)
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next)
      if (circle.length > 0) return circle
    }
    way.pop()
    return []
  }
  return [...graph.keys()].map(visit).find((circle) => circle.length > 0) ?? []
}

describe('the chambers of web/', () => {
  it('are listed in docs/ARCHITECTURE.md, one line for each folder of code', () => {
    const folders = new Set(paths.map((path) => dirname(path)).filter((path) => path !== 'web'))
    const named = orders.flatMap(({ folder, chambers }) =>
      chambers.map((chamber) => `${folder}/${chamber}`),
    )
    const inside = (path: string) => [...folders].some((folder) => folder.startsWith(`${path}/`))
    expect([...folders].filter((path) => !named.includes(path))).toEqual([])
    expect(named.filter((path) => !folders.has(path) && !inside(path))).toEqual([])
  })

  it.each(orders)('$folder has chambers that import only from those before', (order) => {
    const { folder, chambers } = order
    const own = paths.filter((path) => path.startsWith(`${folder}/`))
    const at = (path: string) => standing(path, folder, chambers)
    const wrong = own.flatMap((path) =>
      (imports.get(path) ?? [])
        .filter((other) => other.startsWith(`${folder}/`) && at(other) > at(path))
        .map((other) => `${path} imports ${other}`),
    )
    expect(wrong).toEqual([])
  })

  it('are small: no folder has 30 files', () => {
    const all = globSync('web/**/*.{ts,svelte,css,json,html}', { exclude: ['web/paraglide/**'] })
    const filesIn = Map.groupBy(all, (path) => dirname(path))
    expect(filesIn.size).toBeGreaterThan(40)
    const large = [...filesIn].filter(([, files]) => files.length >= 30)
    expect(large.map(([folder, files]) => `${folder}: ${files.length}`)).toEqual([])
  })

  it('have no import cycle', () => {
    expect([...imports.values()].flat().length).toBeGreaterThan(1000)
    expect(circleIn(imports)).toEqual([])
  })

  it('are searched for cycles through every file', () => {
    const graph = { a: ['b', 'c'], b: [], c: ['b', 'd'], d: ['c'] }
    expect(circleIn(new Map(Object.entries(graph)))).toEqual(['c', 'd', 'c'])
    expect(circleIn(new Map(Object.entries({ ...graph, d: ['b'] })))).toEqual([])
  })
})

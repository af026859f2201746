import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Plugin } from 'vite'

import type { Route } from './lib/router/route.ts'

/** What the Worker and the size budget read from `dist/pages.json`. */
interface Pages {
  /** The stylesheet of the Worker's own pages. */
  styles: string
  /** Files that `app.html` names itself. */
  shared: string[]
  /** In order: the first whose path matches and whose `who` admits the reader is the page shown. */
  pages: { path: string; who: Route['who']; page: string; files: string[]; first: string[] }[]
}

type Manifest = Record<string, { file: string; imports?: string[]; css?: string[] }>

/**
 * Writes pages.json: for each route, the files besides the shared ones, and its API paths in
 * `first`.
 */
export function pageFiles(): Plugin {
  return {
    name: 'page-files',
    apply: 'build',
    writeBundle: {
      sequential: true,
      order: 'post',
      async handler({ dir = '' }) {
        const manifest: Manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'))
        const html = readFileSync(join(dir, 'app.html'), 'utf8')
        const named = html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)
        const shared = Array.from(named, ([, file = '']) => file)
        const pages = (await declaredRoutes()).map(({ path, who, load, first }) => {
          const [, page = ''] = /import\(["']\.\/([^"']+)/.exec(String(load)) ?? []
          const files = filesOf(manifest, page).filter((file) => !shared.includes(file))
          return { path, who, page, files, first }
        })
        const written: Pages = { styles: '/pages.css', shared, pages }
        writeFileSync(join(dir, 'pages.json'), JSON.stringify(written, null, 1))
      },
    },
  }
}

// Read at run time: a static import would pull every page into this configuration.
async function declaredRoutes(): Promise<Route[]> {
  const declared: { routes: Route[] } = await import(new URL('routes.ts', import.meta.url).href)
  return declared.routes
}

/** The file and styles of a chunk and of everything it imports statically. */
function filesOf(manifest: Manifest, key: string, seen = new Set<string>()): string[] {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`The build has no page ${key}`)
  if (seen.has(key)) return []
  seen.add(key)
  const imported = (chunk.imports ?? []).flatMap((next) => filesOf(manifest, next, seen))
  return [...new Set([chunk.file, ...(chunk.css ?? []), ...imported])]
}

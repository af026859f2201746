import type { Plugin } from 'vite'

interface Graph {
  getModuleInfo: (id: string) => { importers: readonly string[]; isEntry: boolean } | null
}

const roles = /\/web\/(student|reviews|mentor|recruiter|admin|account)\//

/**
 * Few files instead of dozens: `core` for every page; `common` for what pages of several roles share;
 * one for what the pages of a role share; and the page itself.
 */
export const groups = [
  {
    debugName: 'core',
    name: (id: string, graph: Graph) => (isCore(id, graph) ? 'core' : null),
    priority: 2,
  },
  {
    debugName: 'shared',
    name: (id: string) => ofOneRole([id, ...usersOf(id)]) ?? 'common',
    // What these need is placed by the same rule, not dragged along.
    includeDependenciesRecursively: false,
    minShareCount: 2,
    priority: 1,
  },
]

/** Which of our files say a message; all import it by way of one index, so the graph cannot tell. */
const users = new Map<string, Set<string>>()

export function messageUsers(): Plugin {
  return {
    name: 'message-users',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/web\/(?!paraglide\/)[^?]*\.(svelte|ts)$/.test(id)) return
      for (const [, message = ''] of code.matchAll(/\bm\.([a-z]\w+)/g)) {
        const found = users.get(message) ?? new Set()
        users.set(message, found.add(id))
      }
    },
  }
}

function usersOf(id: string): string[] {
  const [, message = ''] = /\/paraglide\/messages\/([a-z]\w+)\.js$/.exec(id) ?? []
  return [...(users.get(message) ?? [])]
}

function ofOneRole(ids: string[]): string | undefined {
  const found = new Set(ids.flatMap((id) => (isOurs(id) ? [roleOf(id)] : [])))
  return found.size === 1 ? [...found][0] : undefined
}

/** What mentors do is review, so theirs is one file with it. */
function roleOf(id: string): string {
  const folder = roles.exec(id)?.[1] ?? 'common'
  return folder === 'mentor' ? 'reviews' : folder
}

function isOurs(id: string): boolean {
  return id.includes('/web/') && !id.includes('/paraglide/')
}

const known = new Map<string, boolean>()

/** Reached from the entry without a dynamic import. */
function isCore(id: string, graph: Graph): boolean {
  const found = known.get(id)
  if (found !== undefined) return found
  known.set(id, false) // Breaks circles.
  const info = graph.getModuleInfo(id)
  const from = /\/paraglide\/messages\/[a-z]/.test(id) ? usersOf(id) : (info?.importers ?? [])
  const core =
    id.includes('rolldown/runtime') ||
    info?.isEntry ||
    from.some((importer) => isCore(importer, graph))
  known.set(id, core ?? false)
  return core ?? false
}

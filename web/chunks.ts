import type { Plugin } from 'vite'

interface Module {
  importers: readonly string[]
  dynamicImporters: readonly string[]
  isEntry: boolean
}

interface Graph {
  getModuleInfo: (id: string) => Module | null
}

/**
 * Pages by kind of visit ("way"). Code that several pages of one way import is put in one file. The
 * first pattern that matches a page counts.
 */
const ways: [page: RegExp, way: string][] = [
  [/\/student\/(attempt\/Attempt\.svelte|revision\/(pages\.ts|Plan\.svelte))$/, 'writing'],
  [/\/student\/(visibility\/Visibility|interview\/(Interviews|Request))\.svelte$/, 'hiring'],
  [/\/student\//, 'student'],
  [/\/(reviews|mentor)\//, 'reviews'],
  [
    /\/recruiter\/(opening\/(New)?Opening|request\/NewRequest|interview\/Write)\.svelte$/,
    'offering',
  ],
  [/\/recruiter\//, 'recruiter'],
  [/\/admin\//, 'admin'],
  [/\/account\/joining\/(FirstAdmin|RecoverAdmin)\.svelte$/, 'setup'],
  [/\/account\//, 'account'],
]

/** The file for code that these ways share. For any other combination it is `common`. */
const pairs = new Map([
  ['reviews writing', 'writing'],
  ['hiring recruiter', 'hiring'],
  ['hiring offering', 'hiring'],
  ['offering recruiter', 'hiring'],
  ['hiring offering recruiter', 'hiring'],
  ['account admin', 'account'],
  ['account setup', 'account'],
  ['account admin setup', 'account'],
  ['admin hiring recruiter', 'hiring'],
  ['admin hiring offering', 'hiring'],
  ['admin hiring offering recruiter', 'hiring'],
])

/**
 * Builds few files instead of dozens: `core` for every page, `common` for several ways, one for
 * each way, and one for each page.
 */
export const groups = [
  {
    debugName: 'core',
    name: (id: string, graph: Graph) => (isCore(id, graph) ? 'core' : null),
    priority: 2,
  },
  {
    debugName: 'shared',
    name: chunkOf,
    // What a module imports is also placed by `chunkOf`, and not pulled in here.
    includeDependenciesRecursively: false,
    priority: 1,
  },
]

function chunkOf(id: string, graph: Graph): string | null {
  // Code that no page imports statically is loaded later. Code of one page stays in that page's
  // file.
  if (waysOf(id, graph).size === 0 || rootsOf(id, graph).size < 2) return null
  const found = [...waysOf(id, graph)].toSorted()
  return found.length === 1 ? (found[0] ?? null) : (pairs.get(found.join(' ')) ?? 'common')
}

/**
 * Which of our files use a message. All import messages through one index, so the graph cannot
 * tell.
 */
const users = new Map<string, Set<string>>()

export function messageUsers(): Plugin {
  return {
    name: 'message-users',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!isOurs(id)) return
      for (const [, message = ''] of code.matchAll(/\bm\.([a-z]\w+)/g)) {
        const found = users.get(message) ?? new Set()
        users.set(message, found.add(id))
      }
    },
  }
}

const isOurs = (id: string) =>
  /\.(?:svelte|ts)$/.test(id) && id.includes('/web/') && !/\/web\/paraglide\/|\?/.test(id)

/** The files that import a file. */
function importersOf(id: string, graph: Graph): readonly string[] {
  const [, message = ''] = /\/paraglide\/messages\/([a-z]\w+)\.js$/.exec(id) ?? []
  return message ? [...(users.get(message) ?? [])] : (graph.getModuleInfo(id)?.importers ?? [])
}

/** The ways whose pages import a file, directly or not. Dynamic imports do not count. */
function waysOf(start: string, graph: Graph): Set<string> {
  const found = new Set<string>()
  const seen = new Set([start])
  for (const id of seen) {
    const dynamic = graph.getModuleInfo(id)?.dynamicImporters ?? []
    const isPage = dynamic.some((one) => one.endsWith('routes.ts'))
    const [, way] = (isPage && ways.find(([page]) => page.test(id))) || []
    if (way) found.add(way)
    for (const importer of importersOf(id, graph)) seen.add(importer)
  }
  return found
}

/** The pages, and the parts of pages loaded later, that import a file, directly or not. */
function rootsOf(start: string, graph: Graph): Set<string> {
  const found = new Set<string>()
  const seen = new Set([start])
  for (const id of seen) {
    if ((graph.getModuleInfo(id)?.dynamicImporters.length ?? 0) > 0) found.add(id)
    for (const importer of importersOf(id, graph)) seen.add(importer)
  }
  return found
}

const known = new Map<string, boolean>()

/** Whether the app's entry reaches a file without a dynamic import. */
function isCore(id: string, graph: Graph): boolean {
  const found = known.get(id)
  if (found !== undefined) return found
  // Every page needs the bundler's own runtime, and would load any other file that it is put in.
  if (id.includes('rolldown/runtime')) return true
  known.set(id, false) // Stops at import cycles.
  const isEntry = graph.getModuleInfo(id)?.isEntry ?? false
  const core = isEntry || importersOf(id, graph).some((importer) => isCore(importer, graph))
  known.set(id, core)
  return core
}

import type { Bindings } from '../env.ts'

/** What the build wrote about the app's pages. */
export interface ShellPage {
  path: string
  who: 'anyone' | 'account' | readonly string[]
  files: string[]
  first: string[]
}

interface Written {
  pages: ShellPage[]
}

let cached: Promise<Written> | undefined

/** Read once per isolate: the file belongs to the deploy. */
export async function shellPages(env: Bindings, origin: string): Promise<ShellPage[]> {
  cached ??= env.ASSETS.fetch(`${origin}/pages.json`).then((response) => response.json<Written>())
  try {
    return (await cached).pages
  } catch (error) {
    cached = undefined
    throw error
  }
}

export function matchPage(page: ShellPage, pathname: string): Record<string, string> | undefined {
  const pattern = new URLPattern({ pathname: `${page.path}{/}?` })
  const groups = pattern.exec({ pathname })?.pathname.groups
  if (!groups) return undefined
  const filled = Object.entries(groups).map(([name, value]) => [name, value ?? ''] as const)
  return Object.fromEntries(filled)
}

import type { Bindings } from '../env.ts'
import type { PageReader } from '../http/menu.ts'

/** An entry of pages.json, which the build writes: a page of the app. */
export interface ShellPage {
  path: string
  who: 'anyone' | 'account' | readonly PageReader[]
  files: string[]
  first: string[]
}

interface Written {
  pages: ShellPage[]
}

const cached = new WeakMap<Bindings['ASSETS'], Promise<Written>>()

/** Read once per isolate: the file only changes with a deploy. */
export async function shellPages(env: Bindings, origin: string): Promise<ShellPage[]> {
  const { ASSETS } = env
  const asked =
    cached.get(ASSETS) ??
    ASSETS.fetch(`${origin}/pages.json`).then((response) => response.json<Written>())
  cached.set(ASSETS, asked)
  try {
    return (await asked).pages
  } catch (error) {
    cached.delete(ASSETS)
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

import type { Params, Route, Who } from './route.ts'

export interface Found {
  route: Route
  params: Params
}

/**
 * Finds the page of a URL: the first whose path matches and which the reader may see. A path that
 * exists only for other readers gives `closed`, with the roles it is for; an unknown one undefined.
 */
export function matcher(
  routes: Route[],
  admitted: (who: Who) => boolean,
  closed: Route,
): (url: URL) => Found | undefined {
  const table = routes.map((route) => ({
    pattern: new URLPattern({ pathname: `${route.path}{/}?` }),
    route,
  }))

  return ({ pathname }) => {
    const others = new Set<string>()
    for (const { pattern, route } of table) {
      const groups = pattern.exec({ pathname })?.pathname.groups
      const params = groups && decoded(groups)
      if (params && admitted(route.who)) return { route, params }
      if (params) for (const who of [route.who].flat()) others.add(who)
    }
    return others.size > 0 ? { route: closed, params: { roles: [...others].join(',') } } : undefined
  }
}

function decoded(groups: Record<string, string | undefined>): Params | undefined {
  try {
    const pairs = Object.entries(groups).map(([name, text]) => [
      name,
      decodeURIComponent(text ?? ''),
    ])
    return Object.fromEntries(pairs)
  } catch {
    return undefined // A malformed escape matches no page.
  }
}

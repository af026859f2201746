import type { Component } from 'svelte'

import type { PageReader } from '../../../worker/http/menu.ts'

export type Params = Record<string, string>

/**
 * Who may see a page: everybody, anyone who is signed in, or people who act in one of these roles.
 */
export type Who = 'anyone' | 'account' | PageReader[]

type Names<Path> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

type Load<Props extends object> = () => Promise<{ default: Component<Props> }>

export interface Route {
  path: string
  who: Who
  load: Load<never>
  /** API paths that the page needs first; the Worker puts their answers into the HTML. */
  first: string[]
  /**
   * Always loaded as a whole page and never by the router. /sign-in, because on a laptop the Worker
   * adds the demo people to it. /too-young and /erased, so that no menu still shows the account.
   */
  whole: boolean
  layout: Layout
}

/**
 * What is around a page: `column` is the usual reading width; `wide` the full width; `desk` has
 * only the masthead and `bare` nothing, because these two bring their own frame.
 */
export type Layout = 'column' | 'wide' | 'desk' | 'bare'

interface Rest {
  first?: string[]
  whole?: boolean
  layout?: Layout
}

/**
 * A page gets its path's parameters as props; asking for another prop does not compile. The same
 * path may have a route for each role.
 */
export function route<Path extends string>(
  path: Path,
  who: Who,
  load: Load<Record<Names<Path>, string>>,
  { first = [], whole = false, layout = 'column' }: Rest = {},
): Route {
  return { path, who, load, first, whole, layout }
}

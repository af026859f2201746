import type { Component } from 'svelte'

import type { Role } from '../../../worker/foundation/call/call.ts'

export type Params = Record<string, string>

/** Everybody; anyone signed in; or those who act in one of these roles. */
export type Who = 'anyone' | 'account' | Role[]

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
  /** API paths whose answers the page asks for first; the Worker puts them into the HTML. */
  first: string[]
  /** Always loaded as a whole page: the Worker may add to it. */
  whole: boolean
  layout: Layout
}

/**
 * What stands around a page: `column` the usual reading width; `wide` the whole page; `desk` the
 * masthead alone, and `bare` nothing at all: these two bring their own frame.
 */
export type Layout = 'column' | 'wide' | 'desk' | 'bare'

interface Rest {
  first?: string[]
  whole?: boolean
  layout?: Layout
}

/**
 * A page gets its path's parameters as props; one that asks for another prop does not compile. The
 * same path may stand once for each role.
 */
export function route<Path extends string>(
  path: Path,
  who: Who,
  load: Load<Record<Names<Path>, string>>,
  { first = [], whole = false, layout = 'column' }: Rest = {},
): Route {
  return { path, who, load, first, whole, layout }
}

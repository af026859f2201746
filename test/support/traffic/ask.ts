import type { Name, World } from './world.ts'

/** A valid request for one door: sent by `as`, it succeeds. */
export interface Ask {
  as: Name | 'anyone'
  path: string
  body?: object
  /** Cookies to send besides the session cookie. */
  cookies?: Record<string, string>
  /** Headers besides those of a browser. */
  headers?: Record<string, string>
  /** Restores what would affect other doors. */
  after?: () => Promise<void>
}

/**
 * Doors as `METHOD path`, each with a function that makes the rows for its request and returns it.
 */
export type Traffic = Record<string, (world: World) => Promise<Ask> | Ask>

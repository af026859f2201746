import type { Name, World } from './world.ts'

/** A valid request for one door: whoever asks it as `as` is let in and gets what they asked for. */
export interface Ask {
  as: Name | 'anyone'
  path: string
  body?: object
  /** Beside the session. */
  cookies?: Record<string, string>
  /** Puts right what would stand in the way of other doors. */
  after?: () => Promise<void>
}

/** Doors as `METHOD path`, each with what makes the rows that its request needs and gives the request. */
export type Traffic = Record<string, (world: World) => Promise<Ask> | Ask>

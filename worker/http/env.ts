import type { Bindings } from '../env.ts'
import type { Acting, Call } from '../foundation/call/call.ts'
import type { Reader } from '../foundation/reader/reader.ts'
import type { MenuOwner } from './menu.ts'

/** An authenticated session: the account, and the membership it acts in. */
export interface Visitor {
  sessionHash: string
  accountId: string
  acting?: Acting
  reader: Reader
  provenAt: Date
  sharedComputer: boolean
}

/** What Hono's handlers get in addition to the request. */
export interface Env {
  Bindings: Bindings
  Variables: {
    call: Call
    visitor: Visitor | undefined
    rawBody: string
    /** Whose menu a page without script shows. */
    menuOwner: MenuOwner | undefined
  }
}

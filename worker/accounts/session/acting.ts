import { noRole } from '../problems.ts'
import type { Acting, Call } from '../../foundation/call/call.ts'

/** The membership a call acts in. There always is one on a route whose rule names roles. */
export function actingOf({ acting }: Call): Acting {
  if (!acting) throw noRole()
  return acting
}

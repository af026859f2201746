import { noRole } from '../problems.ts'
import type { Acting, Call } from '../../foundation/call/call.ts'

/** The membership a call acts in; behind a door that names roles there always is one. */
export function actingOf({ acting }: Call): Acting {
  if (!acting) throw noRole()
  return acting
}

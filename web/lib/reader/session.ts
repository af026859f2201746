import { isReader } from '../../../worker/http/menu.ts'
import { type ResponseOf, api } from '../http/api.ts'
import { unwrap } from '../http/response.ts'
import { ApiError } from '../http/problem.ts'
import type { Who } from '../router/route.ts'

/**
 * Who is signed in, and the memberships they have and act in. It does not change until the next
 * page load.
 */
export type Session = ResponseOf<typeof api.session.index.$get>
export type Membership = Session['memberships'][number]

/**
 * This browser's session: null if nobody is signed in, undefined if the server did not answer. It
 * usually comes with the page.
 */
export async function findSession(
  answers: Record<string, unknown> = {},
): Promise<Session | null | undefined> {
  const given = answers['/api/session']
  // The Worker wrote this answer into the page, so its type is known.
  if (given !== undefined) return given as Session | null
  try {
    return await unwrap(api.session.index.$get())
  } catch (error) {
    return error instanceof ApiError && error.status === 401 ? null : undefined
  }
}

/** Whether somebody has memberships, but none as a student. */
export const isOnlyStaff = (session: Session | null | undefined): boolean =>
  Boolean(session?.memberships.length) &&
  !session?.memberships.some(({ role }) => role === 'student')

/** Whether this reader may see a page. */
export function admits(who: Who, session: Session | null | undefined): boolean {
  if (who === 'anyone') return true
  if (who === 'account') return Boolean(session)
  const acting = session?.acting
  return acting ? who.some((reader) => isReader(acting, reader)) : false
}

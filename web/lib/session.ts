import { type AnswerOf, api } from './api.ts'
import { unwrap } from './answer.ts'
import { ApiError } from './problem.ts'
import type { Who } from './route.ts'

/** Who is signed in, as whom they act and could act. It stays the same until the next page load. */
export type Session = AnswerOf<typeof api.session.$get>
export type Membership = Session['memberships'][number]

/** The session of this browser; null where nobody is signed in. Throws when nobody can be asked. */
export async function findSession(given: Session | null | undefined): Promise<Session | null> {
  if (given !== undefined) return given
  try {
    return await unwrap(api.session.$get())
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null
    throw error
  }
}

/** Whether this reader may see a page. */
export function admits(who: Who, session: Session | null): boolean {
  if (who === 'anyone') return true
  if (who === 'account') return session !== null
  return session?.acting ? who.includes(session.acting.role) : false
}

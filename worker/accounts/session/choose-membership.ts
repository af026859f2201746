import { and, eq, isNull, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Visitor } from '../../http/env.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { freshProofNeeded } from '../../foundation/problems.ts'
import { membershipNotFound, notSignedIn } from '../problems.ts'
import { openingOf, visitOf } from './statements.ts'
import { hashToken, isFresh, newToken, termOf } from './session.ts'
import { memberships, sessions } from '../tables.ts'

/**
 * Switches to another of the account's memberships, or to none. The session gets a new token, and
 * the old token ends in the same commit. Switching to an admin membership needs a fresh proof.
 */
export async function chooseMembership(call: Call, visitor: Visitor, membershipId: string | null) {
  const [[chosen], [session]] = await call.db.batch([
    findOwn(call, membershipId ?? ''),
    findSessionOf(call, visitor),
  ])
  if (membershipId && !chosen) throw membershipNotFound()
  if (chosen?.role === 'admin' && !isFresh(call.provenAt, call.now)) throw freshProofNeeded()
  return replaceSession(call, session, { membershipId, action: 'session.acts-as' })
}

interface Change {
  membershipId: string | null
  action: 'session.acts-as' | 'session.proven'
  provenAt?: Date
}

type Session = typeof sessions.$inferSelect

/**
 * Replaces the session with a changed one under a new token. The new session ends no later than the
 * old one. If two requests replace it at once, one of them gets 401.
 */
export async function replaceSession(call: Call, session: Session | undefined, change: Change) {
  if (!session) throw notSignedIn()
  const token = newToken()
  const tokenHash = await hashToken(token)
  await commit(
    call,
    [
      openingOf(call, {
        tokenHash,
        device: session.device,
        sharedComputer: session.sharedComputer,
        provenAt: change.provenAt ?? session.provenAt,
        replaces: session,
        from: sql`SELECT account_id, ${change.membershipId} AS membership_id FROM sessions
          WHERE token_hash = ${session.tokenHash}`,
      }),
      guard(call, 'session_ended'),
      call.db.delete(sessions).where(eq(sessions.tokenHash, session.tokenHash)),
      visitOf(call, tokenHash),
      auditEntry(call, change.action, session.id),
    ],
    { answer: null, conflicts: { session_ended: notSignedIn } },
  )
  return { token, sharedComputer: session.sharedComputer }
}

/**
 * The cookie's lifetime in seconds: the longest of all roles, because the session's row sets the
 * real end. Undefined on a shared computer, where the browser deletes the cookie when it closes.
 */
export function cookieSeconds(sharedComputer: boolean): number | undefined {
  return sharedComputer ? undefined : termOf('student', false).absoluteSeconds
}

/** The session that the visitor came with, as a query for a batch. */
export function findSessionOf(call: Call, { sessionHash }: Visitor) {
  return call.db.select().from(sessions).where(eq(sessions.tokenHash, sessionHash))
}

function findOwn(call: Call, membershipId: string) {
  const own = and(
    eq(memberships.id, membershipId),
    eq(memberships.accountId, call.actorId),
    isNull(memberships.endedAt),
  )
  return call.db.select().from(memberships).where(own)
}

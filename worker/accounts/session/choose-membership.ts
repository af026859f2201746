import { and, eq, isNull, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Visitor } from '../../http/env.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { freshProofNeeded } from '../../foundation/problems.ts'
import { membershipNotFound, notSignedIn } from '../problems.ts'
import { openingOf } from './statements.ts'
import { hashToken, isFresh, newToken, termOf } from './session.ts'
import { memberships, sessions } from '../tables.ts'

/**
 * Acts in another of one's memberships, or in none: a new token, the old one ends in the same
 * commit. Taking up an admin's wants a fresh proof; each act in it afterwards does not.
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
 * A new token in place of this session's, with what changed; it ends no later than the old one would
 * have. The loser of two at once gets 401.
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
      auditEntry(call, change.action, session.id),
    ],
    { answer: null, conflicts: { session_ended: notSignedIn } },
  )
  return { token, sharedComputer: session.sharedComputer }
}

/** The cookie's life: none on a shared computer, so that it goes with the window. */
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

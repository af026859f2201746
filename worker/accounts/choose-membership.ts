import { and, eq, isNull, sql } from 'drizzle-orm'

import { auditEntry } from '../audit/entry.ts'
import type { Visitor } from '../env.ts'
import type { Call } from '../foundation/call.ts'
import { commit, guard } from '../foundation/commit.ts'
import { freshProofNeeded } from '../foundation/problems.ts'
import { membershipNotFound, notSignedIn } from './problems.ts'
import { openingOf } from './session-statements.ts'
import { hashToken, isFresh, newToken, termOf } from './session.ts'
import { memberships, sessions } from './tables.ts'

/**
 * Acts in another of one's memberships, or in none: a new token, the old one ends in the same
 * commit. Taking up an admin's wants a fresh proof; each act in it afterwards does not.
 */
export async function chooseMembership(call: Call, visitor: Visitor, membershipId: string | null) {
  const chosen = membershipId ? await findOwn(call, membershipId) : undefined
  if (membershipId && !chosen) throw membershipNotFound()
  if (chosen?.role === 'admin' && !isFresh(call.provenAt, call.now)) throw freshProofNeeded()
  return replaceSession(call, visitor, { membershipId, action: 'session.acts-as' })
}

interface Change {
  membershipId: string | null
  action: 'session.acts-as' | 'session.proven'
  provenAt?: Date
}

/** A new token in place of the visitor's, with what changed. The loser of two at once gets 401. */
export async function replaceSession(call: Call, visitor: Visitor, change: Change) {
  const token = newToken()
  const tokenHash = await hashToken(token)
  const [session] = await call.db
    .select()
    .from(sessions)
    .where(eq(sessions.tokenHash, visitor.sessionHash))
  if (!session) throw notSignedIn()

  await commit(
    call,
    [
      openingOf(call, {
        tokenHash,
        device: session.device,
        sharedComputer: session.sharedComputer,
        provenAt: change.provenAt ?? session.provenAt,
        from: sql`SELECT account_id, ${change.membershipId} AS membership_id FROM sessions
          WHERE token_hash = ${visitor.sessionHash}`,
      }),
      guard(call, 'session_ended'),
      call.db.delete(sessions).where(eq(sessions.tokenHash, visitor.sessionHash)),
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

function findOwn(call: Call, membershipId: string) {
  const own = and(
    eq(memberships.id, membershipId),
    eq(memberships.accountId, call.actorId),
    isNull(memberships.endedAt),
  )
  return call.db.select().from(memberships).where(own).get()
}

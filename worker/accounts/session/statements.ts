import { type SQL, sql } from 'drizzle-orm'

import type { Call, Role } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { newId } from '../../foundation/call/id.ts'
import { termOf, weekOf } from './session.ts'

const roles: Role[] = ['student', 'mentor', 'recruiter', 'admin']

interface Opening {
  tokenHash: string
  device: string
  sharedComputer: boolean
  /** Selects the `account_id` and `membership_id` of the person to sign in, or no row. */
  from: SQL
  provenAt: Date
  /** The session that the new one replaces. The new one keeps its start and does not end later. */
  replaces?: { createdAt: Date; expiresAt: Date }
}

/** Inserts a session for the row of `from`, with the limits of the membership's role. */
export function openingOf(call: Call, opening: Opening): Statement {
  const { tokenHash, device, from, replaces } = opening
  const now = call.now.getTime()
  const shared = opening.sharedComputer
  const began = replaces?.createdAt.getTime() ?? now
  const latest = replaces?.expiresAt.getTime() ?? Number.MAX_SAFE_INTEGER
  const term = (part: 'idleSeconds' | 'absoluteSeconds') => {
    const cases = roles.map((role) => sql`WHEN ${role} THEN ${termOf(role, shared)[part]}`)
    return sql`CASE m.role ${sql.join(cases, sql` `)} ELSE ${termOf(undefined, shared)[part]} END`
  }
  return call.db.run(sql`
    INSERT INTO sessions (token_hash, id, account_id, membership_id, created_at, expires_at,
      idle_seconds, seen_at, proven_at, shared_computer, device)
    SELECT ${tokenHash}, ${newId()}, f.account_id, m.id, ${began},
      min(${now} + 1000 * ${term('absoluteSeconds')}, ${latest}), ${term('idleSeconds')}, ${now},
      ${opening.provenAt.getTime()}, ${shared ? 1 : 0}, ${device}
    FROM (${from}) f LEFT JOIN memberships m ON m.id = f.membership_id AND m.ended_at IS NULL`)
}

/**
 * Records the visit in the membership that a session acts in. `authenticate` does so only once the
 * session is older, and a short visit ends before that.
 */
export function visitOf(call: Call, tokenHash: string): Statement {
  const week = weekOf(call.now).getTime()
  return call.db.run(sql`
    UPDATE memberships SET seen_week = ${week}
    WHERE id = (SELECT membership_id FROM sessions WHERE token_hash = ${tokenHash})
      AND coalesce(seen_week, 0) < ${week}`)
}

/**
 * Deletes the account's least recently used sessions past the number that the role of the new
 * session (`tokenHash`) allows. The new session stays.
 */
export function trimOf(call: Call, tokenHash: string): Statement {
  const most = roles.map((role) => sql`WHEN ${role} THEN ${termOf(role, false).sessions}`)
  return call.db.run(sql`
    DELETE FROM sessions WHERE token_hash IN (
      SELECT old.token_hash FROM sessions new
      JOIN sessions old ON old.account_id = new.account_id
      LEFT JOIN memberships m ON m.id = new.membership_id
      WHERE new.token_hash = ${tokenHash}
      ORDER BY old.token_hash = new.token_hash DESC, old.seen_at DESC
      LIMIT -1 OFFSET CASE (SELECT m.role FROM sessions s LEFT JOIN memberships m
        ON m.id = s.membership_id WHERE s.token_hash = ${tokenHash})
        ${sql.join(most, sql` `)} ELSE 10 END)`)
}

import { and, eq, isNull, sql } from 'drizzle-orm'
import * as v from 'valibot'

import { openName } from '../../accounts/account/open-account.ts'
import { memberships } from '../../accounts/tables.ts'
import type { Acting, Call, Role } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { uuid } from '../../foundation/text/input.ts'
import { PageQuery, behind, pageOf } from '../../foundation/text/page.ts'

interface MemberRow {
  membership_id: string
  account_id: string
  name: string | null
  role: Role
  cohort_ids: string | null
  created_at: number
  seen_week: number | null
}

/** Limited because the name of each member is opened. */
const pageSize = 100

const roles = ['student', 'mentor', 'recruiter', 'admin'] as const

export const MembersQuery = v.strictObject({
  ...PageQuery.entries,
  role: v.optional(v.picklist(roles)),
  cohortId: v.optional(uuid),
})
type Query = v.InferOutput<typeof MembersQuery>

/**
 * The members of an organization, optionally of one role or cohort: name, role, cohorts, when they
 * joined and the week they were last seen. No progress, and nobody who is erasing their account.
 * Sorted by role, then the newest first, because sealed names cannot be sorted.
 */
export async function listMembers(call: Call, { organizationId }: Acting, query: Query) {
  const { role, cohortId } = query
  const [rows, held] = await call.db.batch([
    call.db.all<MemberRow>(sql`
    SELECT m.id AS membership_id, m.account_id, a.name, m.role, m.created_at, m.seen_week,
      (SELECT group_concat(c.cohort_id) FROM cohort_members c WHERE c.membership_id = m.id) AS cohort_ids
    FROM ${cohortId === undefined ? sql`memberships m` : membersOf(cohortId)}
    CROSS JOIN accounts a ON a.id = m.account_id AND a.disabled_at IS NULL
    WHERE m.organization_id = ${organizationId} AND m.ended_at IS NULL
      ${role === undefined ? sql`` : sql`AND m.role = ${role}`}
      ${behind(
        query,
        (after) => sql`(m.role, m.created_at, m.id) < (
        SELECT +role, +created_at, +id FROM memberships
        WHERE id = ${after} AND organization_id = ${organizationId})`,
      )}
    ORDER BY m.role DESC, m.created_at DESC, m.id DESC LIMIT ${pageSize + 1}`),
    rolesHeld(call, organizationId),
  ])
  const { shown, next } = pageOf(rows, pageSize, (row) => row.membership_id)
  const members = await allOf(shown, async (row) => ({
    membershipId: row.membership_id,
    accountId: row.account_id,
    name: await openName(call, row.account_id, row.name, ''),
    role: row.role,
    cohortIds: row.cohort_ids?.split(',') ?? [],
    joinedAt: new Date(row.created_at),
    seenWeek: row.seen_week === null ? null : new Date(row.seen_week),
  }))
  return { members, next, roles: held.map(({ role }) => role) }
}

/**
 * The subquery comes first in the CROSS JOIN, so SQLite starts from the cohort, not from the
 * programme.
 */
const membersOf = (
  cohortId: string,
) => sql`(SELECT membership_id FROM cohort_members WHERE cohort_id = ${cohortId}) q
    CROSS JOIN memberships m ON m.id = q.membership_id`

/** The roles that any member of the organization has. */
function rolesHeld(call: Call, organizationId: string) {
  return call.db.all<{ role: Role }>(sql`
    SELECT r.value AS role FROM json_each(${JSON.stringify(roles)}) r WHERE EXISTS (
      SELECT 1 FROM memberships m WHERE m.organization_id = ${organizationId} AND m.role = r.value
        AND m.ended_at IS NULL)`)
}

/** A live membership of the caller. */
export function findOwnMembership(call: Call, membershipId: string) {
  const own = and(
    eq(memberships.id, membershipId),
    eq(memberships.accountId, call.actorId),
    isNull(memberships.endedAt),
  )
  return call.db.select().from(memberships).where(own).get()
}

export function findOwnMember(call: Call, membershipId: string) {
  const own = and(
    eq(memberships.id, membershipId),
    eq(memberships.organizationId, call.acting?.organizationId ?? ''),
    isNull(memberships.endedAt),
  )
  return call.db.select().from(memberships).where(own).get()
}

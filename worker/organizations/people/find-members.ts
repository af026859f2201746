import { and, eq, isNull, sql } from 'drizzle-orm'

import { memberships } from '../../accounts/tables.ts'

import type { Acting, Call, Role } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { openOr } from '../../foundation/crypto/seal.ts'
import { type PageQuery, behind, pageOf } from '../../foundation/text/page.ts'

interface MemberRow {
  membership_id: string
  account_id: string
  name: string | null
  role: Role
  cohort_ids: string | null
  created_at: number
  seen_week: number | null
}

const pageSize = 500

/** The people of an organization: name, role, cohorts, joined, and the week last seen. No progress. */
export async function listMembers(call: Call, { organizationId }: Acting, query: PageQuery) {
  const rows = await call.db.all<MemberRow>(sql`
    SELECT m.id AS membership_id, m.account_id, a.name, m.role, m.created_at, m.seen_week,
      (SELECT group_concat(c.cohort_id) FROM cohort_members c WHERE c.membership_id = m.id) AS cohort_ids
    FROM memberships m JOIN accounts a ON a.id = m.account_id
    WHERE m.organization_id = ${organizationId} AND m.ended_at IS NULL
      ${behind(
        query,
        (after) => sql`(m.role, m.created_at, m.id) > (
        SELECT +role, +created_at, +id FROM memberships
        WHERE id = ${after} AND organization_id = ${organizationId})`,
      )}
    ORDER BY m.role, m.created_at, m.id LIMIT ${pageSize + 1}`)
  const { shown, next } = pageOf(rows, pageSize, (row) => row.membership_id)
  const members = await allOf(shown, async (row) => ({
    membershipId: row.membership_id,
    accountId: row.account_id,
    name: await openOr(row.name, ''),
    role: row.role,
    cohortIds: row.cohort_ids?.split(',') ?? [],
    joinedAt: new Date(row.created_at),
    seenWeek: row.seen_week === null ? null : new Date(row.seen_week),
  }))
  return { members, next }
}

/** A live membership of the person who asks. */
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

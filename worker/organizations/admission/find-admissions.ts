import { and, desc, eq, isNull, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { mostWaiting } from '../employer/most-waiting.ts'
import { openPerson } from '../../accounts/account/open-account.ts'
import { open } from '../../foundation/crypto/seal.ts'
import { askAgainFrom } from './admission.ts'
import { admissions, organizations } from '../tables.ts'

/** The account's last ten requests with their decisions, the newest first. */
export async function listOwnAdmissions({ db, actorId }: Call) {
  const asked = await db
    .select({
      id: admissions.id,
      organizationName: organizations.name,
      askedAt: admissions.askedAt,
      decision: admissions.decision,
      reason: admissions.reason,
      decidedAt: admissions.decidedAt,
    })
    .from(admissions)
    .innerJoin(organizations, eq(organizations.id, admissions.organizationId))
    .where(eq(admissions.accountId, actorId))
    .orderBy(desc(admissions.askedAt))
    .limit(10)
  return asked.map((one) => {
    const declinedAt = one.decision === 'declined' ? one.decidedAt : null
    return { ...one, askAgainFrom: declinedAt && askAgainFrom(declinedAt) }
  })
}

export function findOwnAdmission({ db, actorId }: Call, admissionId: string) {
  const own = and(
    eq(admissions.id, admissionId),
    eq(admissions.accountId, actorId),
    isNull(admissions.decidedAt),
  )
  return db.select().from(admissions).where(own).get()
}

interface WaitingRow {
  id: string
  account_id: string
  name: string
  email: string
  about: string
  asked_at: number
  organization_name: string
}

/** Volunteers who wait for the operator's decision, the longest wait first. */
export function findWaitingMentors({ db }: Call) {
  return db.all<WaitingRow>(sql`
    SELECT w.id, w.account_id, a.name, a.email, w.about, w.asked_at, o.name AS organization_name
    FROM admissions w
    JOIN accounts a ON a.id = w.account_id
    JOIN organizations o ON o.id = w.organization_id
    WHERE w.decided_at IS NULL AND a.disabled_at IS NULL ORDER BY w.asked_at LIMIT ${mostWaiting + 1}`)
}

export async function waitingMentorView(call: Call, row: WaitingRow) {
  const [person, about] = await Promise.all([
    openPerson(call, row.account_id, row),
    open(call, admissions.about, row.id, row.about),
  ])
  return {
    id: row.id,
    ...person,
    about,
    askedAt: new Date(row.asked_at),
    organizationName: row.organization_name,
  }
}

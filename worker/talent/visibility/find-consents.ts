import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { type PageQuery, behind, pageOf } from '../../foundation/text/page.ts'
import { consents, consentWithdrawals, organizations } from '../../organizations/tables.ts'
import { visibilities } from '../tables.ts'

const pageSize = 100

/** The caller's receipts, the newest first. */
export async function listConsents(call: Call, query: PageQuery) {
  const rows = await call.db
    .select({
      consent: consents,
      withdrawnAt: consentWithdrawals.at,
      recipientName: organizations.name,
    })
    .from(consents)
    .leftJoin(consentWithdrawals, eq(consentWithdrawals.consentId, consents.id))
    .leftJoin(organizations, eq(organizations.id, consents.recipient))
    .where(sql`${eq(consents.studentId, call.actorId)}
      ${behind(
        query,
        (after) => sql`(${consents.grantedAt}, ${consents.id}) < (
        SELECT +granted_at, +id FROM consents WHERE id = ${after} AND student_id = ${call.actorId})`,
      )}`)
    .orderBy(desc(consents.grantedAt), desc(consents.id))
    .limit(pageSize + 1)
  const { shown, next } = pageOf(rows, pageSize, ({ consent }) => consent.id)
  const listed = shown.map(({ consent, withdrawnAt, recipientName }) => ({
    id: consent.id,
    purpose: consent.purpose,
    fields: v.parse(v.array(v.string()), JSON.parse(consent.fields)),
    recipient: recipientName ?? consent.recipient,
    textVersion: consent.textVersion,
    textHash: consent.textHash,
    grantedAt: consent.grantedAt,
    expiresAt: consent.expiresAt,
    withdrawnAt,
    live: withdrawnAt === null && consent.expiresAt > call.now,
  }))
  return { consents: listed, next }
}

/**
 * The caller's receipt if it is not withdrawn yet. `on` is not null if visibility depends on it.
 */
export function findOwnConsent(call: Call, consentId: string) {
  return call.db
    .select({
      id: consents.id,
      purpose: consents.purpose,
      studentId: consents.studentId,
      on: visibilities.consentId,
    })
    .from(consents)
    .leftJoin(consentWithdrawals, eq(consentWithdrawals.consentId, consents.id))
    .leftJoin(visibilities, eq(visibilities.consentId, consents.id))
    .where(
      and(
        eq(consents.id, consentId),
        eq(consents.studentId, call.actorId),
        isNull(consentWithdrawals.consentId),
      ),
    )
    .get()
}

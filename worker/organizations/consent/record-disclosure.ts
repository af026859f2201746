import { type SQL, sql } from 'drizzle-orm'

import { actingOf } from '../../accounts/session/acting.ts'
import type { Call } from '../../foundation/call/call.ts'
import { guard } from '../../foundation/commit/commit.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { newId } from '../../foundation/call/id.ts'
import type { MayReveal } from './may-reveal.ts'

interface Look {
  studentId: string
  consentId: string
  fields: readonly string[]
}

/**
 * Records what a recruiter is about to see. Per student, organization and kind, only the first look
 * of a day (UTC) writes a row. The commit fails with `consent_ended` if a consent has ended since
 * it was read. Show the data only after the commit, so that nothing is shown unrecorded.
 */
export function recordLooks(
  call: Call,
  right: MayReveal,
  {
    kind,
    subjectId,
    looks,
  }: { kind: 'listed' | 'opened'; subjectId: string; looks: readonly Look[] },
): Statement[] {
  right.spendOn(
    call,
    looks.map(({ consentId }) => consentId),
  )
  const rows = JSON.stringify(looks.map((look) => ({ ...look, id: newId() })))
  const { organizationId } = actingOf(call)
  const day = dayOf(call.now)
  return [
    call.db.run(sql`
      INSERT INTO guard SELECT 'consent_ended', count(*) = ${looks.length}
      FROM json_each(${rows}) look JOIN consents c ON c.id = look.value ->> 'consentId' WHERE ${isLive(call)}`),
    call.db.run(sql`
      INSERT INTO disclosures (id, student_id, organization_id, account_id, kind, subject_id, fields,
        consent_id, day, at)
      SELECT look.value ->> 'id', c.student_id, ${organizationId}, ${call.actorId}, ${kind}, ${subjectId},
        look.value -> 'fields', c.id, ${day}, ${call.now.getTime()}
      FROM json_each(${rows}) look JOIN consents c ON c.id = look.value ->> 'consentId'
      WHERE ${isLive(call)} AND NOT EXISTS (SELECT 1 FROM disclosures d WHERE d.student_id = c.student_id
        AND d.organization_id = ${organizationId} AND d.day = ${day} AND d.kind = ${kind})`),
  ]
}

interface Release {
  id: string
  organizationId: string
  /** The account that asked for the data. */
  accountId: string
  kind: 'requested' | 'identity'
  subjectId: string
  consentId: string
  fields: readonly string[]
}

/**
 * Records data that an organization gets with an interview request (`requested`) or when a student
 * shows who they are (`identity`). Like `recordLooks`, it fails the commit with `consent_ended` if
 * the consent has ended.
 */
export function recordDisclosure(call: Call, right: MayReveal, release: Release): Statement[] {
  right.spendOn(call, [release.consentId])
  const { id, organizationId, accountId, kind, subjectId, consentId, fields } = release
  return [
    call.db.run(sql`
      INSERT INTO disclosures (id, student_id, organization_id, account_id, kind, subject_id, fields,
        consent_id, day, at)
      SELECT ${id}, c.student_id, ${organizationId}, ${accountId}, ${kind}, ${subjectId},
        ${JSON.stringify(fields)}, c.id, ${dayOf(call.now)}, ${call.now.getTime()}
      FROM consents c WHERE c.id = ${consentId} AND ${isLive(call)}`),
    guard(call, 'consent_ended'),
  ]
}

/** An SQL condition on `consents c`: neither expired nor withdrawn. */
export function isLive({ now }: Call): SQL {
  return sql`c.expires_at > ${now.getTime()}
    AND NOT EXISTS (SELECT 1 FROM consent_withdrawals w WHERE w.consent_id = c.id)`
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10)
}

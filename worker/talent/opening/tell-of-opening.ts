import { and, eq, isNull, sql } from 'drizzle-orm'

import { memberships } from '../../accounts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { openingDecidedMail } from '../../notifications/message/messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { approvals } from '../../organizations/tables.ts'
import { readContent } from './opening.ts'
import { openings, openingVersions } from '../tables.ts'

/** Mails the decision on an opening's wording to its author, while they work for the employer. */
export async function tellOfOpening(
  call: Call,
  note: Note<'opening.approved' | 'opening.declined'>,
): Promise<void> {
  const row = await call.db
    .select({
      version: openingVersions,
      reason: approvals.reason,
      inUse: sql<number>`EXISTS (SELECT 1 FROM opening_versions v
        WHERE v.opening_id = ${openingVersions.openingId} AND v.state = 'approved')`,
    })
    .from(openingVersions)
    .innerJoin(openings, eq(openings.id, openingVersions.openingId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.accountId, openingVersions.createdBy),
        eq(memberships.organizationId, openings.organizationId),
        isNull(memberships.endedAt),
      ),
    )
    .leftJoin(
      approvals,
      and(
        eq(approvals.subjectKind, 'opening-version'),
        eq(approvals.subjectId, openingVersions.id),
      ),
    )
    .where(eq(openingVersions.id, note.subjectId))
    .get()
  if (!row) return
  const { title } = readContent(row.version.content)
  const decided = {
    approved: note.kind === 'opening.approved',
    reason: row.reason,
    isChange: row.inUse === 1,
  }
  const link = `${call.origin}/openings/${row.version.openingId}`
  const message = openingDecidedMail(title, decided, link)
  const { kind, subjectId } = note
  await sendNotice(call, note, { accountId: row.version.createdBy, kind, subjectId, message })
}

import { and, eq, inArray, isNull } from 'drizzle-orm'

import { memberships } from '../accounts/tables.ts'
import type { Call } from '../foundation/call.ts'
import type { Note } from '../foundation/note.ts'
import { employerDecidedMail } from '../notifications/messages.ts'
import { sendNotice } from '../notifications/send-notice.ts'

/** Tells everybody of an employer how its application ended. */
export async function tellEmployer(call: Call, note: Note): Promise<void> {
  const staff = await call.db
    .selectDistinct({ accountId: memberships.accountId })
    .from(memberships)
    .where(
      and(
        eq(memberships.organizationId, note.subjectId),
        inArray(memberships.role, ['admin', 'recruiter']),
        isNull(memberships.endedAt),
      ),
    )
  const message = employerDecidedMail(note.kind === 'employer.approved', `${call.origin}/openings`)
  for (const { accountId } of staff) {
    const { kind, subjectId } = note
    await sendNotice(call, note, { accountId, kind, subjectId, message })
  }
}

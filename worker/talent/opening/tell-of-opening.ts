import { and, eq, isNull } from 'drizzle-orm'

import { memberships } from '../../accounts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { openingDecidedMail } from '../../notifications/messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { readContent } from './opening.ts'
import { openings, openingVersions } from '../tables.ts'

/** Tells whoever described an opening how it was decided, as long as they work there. */
export async function tellOfOpening(
  call: Call,
  note: Note<'opening.approved' | 'opening.declined'>,
): Promise<void> {
  const row = await call.db
    .select({ version: openingVersions })
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
    .where(eq(openingVersions.id, note.subjectId))
    .get()
  if (!row) return
  const { title } = readContent(row.version.content)
  const link = `${call.origin}/openings/${row.version.openingId}`
  const message = openingDecidedMail(title, note.kind === 'opening.approved', link)
  const { kind, subjectId } = note
  await sendNotice(call, note, { accountId: row.version.createdBy, kind, subjectId, message })
}

import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { worryMail } from '../../notifications/message/worry-mail.ts'

interface Row {
  account_id: string
  part: 'admin' | 'coach'
  title: string
  handed_in_at: number
  role: 'peer' | 'mentor'
}

/**
 * A submission (the note's subject) worried a reviewer. Tells the admins and the author's coaches,
 * once per submission. The mails do not name the author.
 */
export async function tellWorry(call: Call, note: Note<'answer.distressing'>): Promise<void> {
  const { kind, subjectId } = note
  const told = await call.db.all<Row>(sql`
    SELECT p.account_id, p.part, v.title, s.at AS handed_in_at,
      (SELECT min(c.role) FROM claims c WHERE c.submission_id = s.id AND c.release_reason = 'distressing') AS role
    FROM submissions s JOIN challenge_versions v ON v.hash = s.version_hash
    JOIN (
      SELECT DISTINCT m.account_id, 'admin' AS part FROM submissions o
      JOIN memberships m ON m.organization_id = o.organization_id
      WHERE o.id = ${subjectId} AND m.role = 'admin' AND m.ended_at IS NULL
      UNION ALL
      SELECT k.mentor_id, 'coach' FROM submissions o JOIN coachings k ON k.student_id = o.student_id
        AND k.organization_id = o.organization_id AND k.ended_at IS NULL
      WHERE o.id = ${subjectId}
    ) p WHERE s.id = ${subjectId}`)
  await tryEach(told, ({ account_id: accountId, part, title, handed_in_at, role }) => {
    const handedInAt = new Date(handed_in_at)
    const message = worryMail({ part, title, handedInAt, role, origin: call.origin })
    return sendNotice(call, note, { accountId, kind: `${kind}.${part}`, subjectId, message })
  })
}

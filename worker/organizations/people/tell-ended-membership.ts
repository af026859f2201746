import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { membershipEndedMail, roleEndedMail } from '../../notifications/message/ending-messages.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { findEndedMembership } from './find-ended-membership.ts'

/**
 * Handles `membership.ended` (the membership's id): tells the person whose membership ended what
 * stays and what ends. If they have another role there, the mail says that only this role ended.
 */
export async function tellEndedMembership(call: Call, note: Note): Promise<void> {
  const { kind, subjectId } = note
  const ended = await findEndedMembership(call, subjectId)
  if (!ended) return
  const { accountId, organization, role } = ended
  const mail = ended.hasOther === 1 ? roleEndedMail : membershipEndedMail
  const message = mail(organization, role, `${call.origin}/home`)
  await sendNotice(call, note, { accountId, kind, subjectId, message })
}

import type { Call } from '../../foundation/call/call.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import {
  employerApprovedMail,
  employerChangeMail,
  employerDeclinedMail,
} from '../../notifications/message/employer-messages.ts'
import type { Message } from '../../notifications/message/message.ts'
import { sendNotice } from '../../notifications/send-notice.ts'
import { findEmployerStaff } from '../people/find-staff.ts'
import { findLatestApproval, findLatestChange } from './find-decided.ts'

type EmployerNote = Note<
  | 'employer.approved'
  | 'employer.declined'
  | 'employer.change-approved'
  | 'employer.change-declined'
>

/** Tells all people of an employer what the operator decided about it, and why. */
export async function tellEmployer(call: Call, note: EmployerNote): Promise<void> {
  const messageFor = await messageOf(call, note)
  if (!messageFor) return
  // The subject is the note: `sendNotice` mails once per kind and subject, and an employer is
  // approved again each year.
  const notice = { kind: note.kind, subjectId: note.id }
  await tryEach(await findEmployerStaff(call, note.subjectId), ({ accountId, isAdmin }) => {
    // A recruiter may not open the page of the organization's details.
    const details = isAdmin ? `${call.origin}/people#details` : `${call.origin}/home`
    return sendNotice(call, note, { ...notice, accountId, message: messageFor(details) })
  })
}

async function messageOf(
  call: Call,
  { kind, subjectId }: EmployerNote,
): Promise<((details: string) => Message) | undefined> {
  if (kind === 'employer.change-approved' || kind === 'employer.change-declined') {
    const isApproved = kind === 'employer.change-approved'
    const change = await findLatestChange(call, subjectId)
    return (details) => employerChangeMail(isApproved, change?.reason ?? null, details)
  }
  if (kind === 'employer.declined') {
    const refusal = await findLatestApproval(call, subjectId, 'declined')
    return (details) => employerDeclinedMail(refusal?.reason ?? null, details)
  }
  const approval = await findLatestApproval(call, subjectId, 'approved')
  const until = approval?.expiresAt
  if (!until) return undefined
  return () => employerApprovedMail(until, approval.isAgain, `${call.origin}/openings`)
}

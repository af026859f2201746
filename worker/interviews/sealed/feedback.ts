import type { Call } from '../../foundation/call/call.ts'
import { accountOwner } from '../../foundation/crypto/owner.ts'
import { open, openOr, rowOf, seal, sealOptional } from '../../foundation/crypto/seal.ts'
import { interviewNotes, type interviewRequests, outcomes } from '../tables.ts'

type InterviewRequest = typeof interviewRequests.$inferSelect
type Outcome = Pick<typeof outcomes.$inferSelect, 'requestId' | 'version' | 'feedback'>

/** Opens the employer's feedback; null if there is none. */
export function openFeedback(call: Call, { requestId, version, feedback }: Outcome) {
  return openOr(call, outcomes.feedback, rowOf(requestId, version), feedback, null)
}

/** Seals the feedback of the event that comes next with the student's key: it is about them. */
export function sealFeedback(
  call: Call,
  { id, version, studentId }: InterviewRequest,
  feedback: string | undefined,
) {
  const row = rowOf(id, version + 1)
  return sealOptional(call, outcomes.feedback, row, accountOwner(studentId), feedback)
}

/** Opens what the student noted for themselves. */
export function openNote(
  call: Call,
  { requestId, words }: Pick<typeof interviewNotes.$inferSelect, 'requestId' | 'words'>,
): Promise<string> {
  return open(call, interviewNotes.words, requestId, words)
}

export function sealNote(call: Call, { id, studentId }: InterviewRequest, words: string) {
  return seal(call, interviewNotes.words, id, accountOwner(studentId), words)
}

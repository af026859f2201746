import type { Call } from '../../foundation/call/call.ts'
import { accountOwner } from '../../foundation/crypto/owner.ts'
import { openOr, rowOf, sealOptional } from '../../foundation/crypto/seal.ts'
import { interviewEvents, interviewRequests } from '../tables.ts'

type InterviewRequest = typeof interviewRequests.$inferSelect
type Event = Pick<typeof interviewEvents.$inferSelect, 'requestId' | 'version' | 'words'>

/** Opens the reason or note of an event; null if there is none. */
export function openWords(call: Call, { requestId, version, words }: Event) {
  return openOr(call, interviewEvents.words, rowOf(requestId, version), words, null)
}

/**
 * Seals the reason or note of the event that comes next, with the student's key: both sides' words
 * are about the student, and end with their account.
 */
export function sealWords(
  call: Call,
  { id, version, studentId }: InterviewRequest,
  words: string | undefined,
) {
  const row = rowOf(id, version + 1)
  return sealOptional(call, interviewEvents.words, row, accountOwner(studentId), words)
}

/** Opens the number that the student typed for this employer; null if they gave none. */
export function openTelephone(call: Call, requestId: string, telephone: string | null) {
  return openOr(call, interviewRequests.telephone, requestId, telephone, null)
}

export function sealTelephone(
  call: Call,
  { id, studentId }: InterviewRequest,
  telephone: string | undefined,
) {
  return sealOptional(call, interviewRequests.telephone, id, accountOwner(studentId), telephone)
}

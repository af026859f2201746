import type { Call } from '../../foundation/call/call.ts'
import { accountOwner } from '../../foundation/crypto/owner.ts'
import { open, openOr, rowOf, seal, sealOptional } from '../../foundation/crypto/seal.ts'
import { interviewEvents, interviewNotes, interviewRequests, outcomes } from '../tables.ts'

// Texts of both sides are sealed with the student's key, because they are about the student and
// must become unreadable when the account is erased.

type InterviewRequest = typeof interviewRequests.$inferSelect
type Event = typeof interviewEvents.$inferSelect
type Outcome = typeof outcomes.$inferSelect
type Note = typeof interviewNotes.$inferSelect

/** Opens the reason or note of an event; null if there is none. */
export function openWords(
  call: Call,
  { requestId, version, words }: Pick<Event, 'requestId' | 'version' | 'words'>,
) {
  return openOr(call, interviewEvents.words, rowOf(requestId, version), words, null)
}

/** Opens the employer's feedback; null if there is none. */
export function openFeedback(
  call: Call,
  { requestId, version, feedback }: Pick<Outcome, 'requestId' | 'version' | 'feedback'>,
) {
  return openOr(call, outcomes.feedback, rowOf(requestId, version), feedback, null)
}

const nextRow = ({ id, version }: InterviewRequest) => rowOf(id, version + 1)
const ownerOf = ({ studentId }: InterviewRequest) => accountOwner(studentId)

/** Seals the reason or note of the event that the caller is about to store. */
export function sealWords(call: Call, request: InterviewRequest, words: string | undefined) {
  const [row, owner] = [nextRow(request), ownerOf(request)]
  return sealOptional(call, interviewEvents.words, row, owner, words)
}

/** Seals the feedback of the outcome that the caller is about to store. */
export function sealFeedback(call: Call, request: InterviewRequest, feedback: string | undefined) {
  return sealOptional(call, outcomes.feedback, nextRow(request), ownerOf(request), feedback)
}

/** Opens the number that the student typed for this employer; null if they gave none. */
export function openTelephone(call: Call, requestId: string, telephone: string | null) {
  return openOr(call, interviewRequests.telephone, requestId, telephone, null)
}

export function sealTelephone(
  call: Call,
  request: InterviewRequest,
  telephone: string | undefined,
) {
  const owner = ownerOf(request)
  return sealOptional(call, interviewRequests.telephone, request.id, owner, telephone)
}

/** Opens what the student noted for themselves. */
export function openNote(
  call: Call,
  { requestId, words }: Pick<Note, 'requestId' | 'words'>,
): Promise<string> {
  return open(call, interviewNotes.words, requestId, words)
}

export function sealNote(call: Call, request: InterviewRequest, words: string) {
  return seal(call, interviewNotes.words, request.id, ownerOf(request), words)
}

import { eq } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { interviewRequestMoved } from '../problems.ts'
import { sealNote } from '../sealed/words.ts'
import type { InterviewRequest } from '../request/request.ts'
import { interviewNotes } from '../tables.ts'
import type { InterviewNoteInput } from './outcome-input.ts'

/**
 * Saves the student's own note on the interview, which nobody else can read. An empty one deletes
 * it.
 */
export async function keepNote(
  call: Call,
  request: InterviewRequest,
  { words }: InferOutput<typeof InterviewNoteInput>,
): Promise<void> {
  const { id: requestId } = request
  if (request.disclosureId === null) throw interviewRequestMoved()
  const values = { words: await sealNote(call, request, words), updatedAt: call.now }
  const change =
    words.trim() === ''
      ? call.db.delete(interviewNotes).where(eq(interviewNotes.requestId, requestId))
      : call.db
          .insert(interviewNotes)
          .values({ requestId, ...values })
          .onConflictDoUpdate({ target: interviewNotes.requestId, set: values })
  await commit(call, [change, auditEntry(call, 'interview.note', requestId, {}, null)], {
    answer: null,
  })
}

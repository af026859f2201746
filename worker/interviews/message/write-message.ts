import { sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { newId } from '../../foundation/call/id.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { accountOwner } from '../../foundation/crypto/owner.ts'
import { seal } from '../../foundation/crypto/seal.ts'
import { note } from '../../foundation/outbox/note.ts'
import { redact } from '../../foundation/redactor/redact.ts'
import { hideOwnIdentity } from '../identity/hide-own-identity.ts'
import { cannotWrite, interviewRequestMoved } from '../problems.ts'
import type { Party } from '../request/find-party.ts'
import { hasStudentWritten } from './find-messages.ts'
import { isBeforeAcceptance, mayWrite } from './may-write.ts'
import type { MessageInput } from './message-input.ts'
import { requestMessages } from '../tables.ts'

const perSideAndDay = 20

/** Writes to the other side. Before acceptance, redacts what would identify either side. */
export async function writeMessage(
  call: Call,
  { side, request, booking }: Party,
  { words, topic }: InferOutput<typeof MessageInput>,
) {
  const { id: requestId, state } = request
  const adjustment = topic === 'adjustment'
  const answers = side === 'recruiter' && isBeforeAcceptance(state)
  const studentWrote = answers && (await hasStudentWritten(call, requestId))
  const facts = { state, side, adjustment, studentWrote }
  if (!mayWrite({ ...facts, booking, now: call.now })) throw cannotWrite()
  const shown = isBeforeAcceptance(state) ? await anonymous(call, side, words) : words
  const messageId = newId()
  const owner = accountOwner(request.studentId)
  const sealed = await seal(call, requestMessages.words, messageId, owner, shown)
  const cap = { key: `message:${requestId}:${side}`, cap: perSideAndDay, windowSeconds: 86_400 }
  return commit(
    { ...call, caps: [...call.caps, cap] },
    [
      // Fails if the request has changed since the read, because its state decides about redaction.
      call.db.run(sql`
        INSERT INTO request_messages (id, request_id, side, account_id, topic, words, at)
        SELECT ${messageId}, ${requestId}, ${side}, ${call.actorId}, ${topic ?? null}, ${sealed},
          ${call.now.getTime()}
        WHERE EXISTS (SELECT 1 FROM interview_requests
          WHERE id = ${requestId} AND version = ${request.version})`),
      guard(call, 'request_moved'),
      auditEntry(
        call,
        'interview.message',
        requestId,
        { messageId },
        side === 'student' ? null : request.organizationId,
      ),
      note(call, 'interview.message', requestId, { payload: { messageId, side } }),
    ],
    { answer: { messageId }, conflicts: { request_moved: interviewRequestMoved } },
  )
}

async function anonymous(call: Call, side: Party['side'], words: string): Promise<string> {
  if (side === 'student') return (await hideOwnIdentity(call, words)) ?? ''
  return redact(words, '', [], call.reader.language).text
}

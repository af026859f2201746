import { and, desc, eq, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { open } from '../../foundation/crypto/seal.ts'
import { behind, type PageQuery, pageOf } from '../../foundation/text/page.ts'
import type { Party } from '../request/find-party.ts'
import { requestMessages } from '../tables.ts'
import { isBeforeAcceptance } from './may-write.ts'

const pageSize = 50

/**
 * What the two sides wrote, the newest first. Before acceptance the employer reads the student's words
 * without the time: it would tell when somebody is awake.
 */
export async function listMessages(call: Call, { side, request }: Party, query: PageQuery) {
  const { id: requestId } = request
  const rows = await call.db
    .select()
    .from(requestMessages)
    .where(
      sql`${requestMessages.requestId} = ${requestId} ${behind(
        query,
        (after) => sql`
      (${requestMessages.at}, ${requestMessages.id}) < (SELECT +at, +id FROM request_messages
        WHERE id = ${after} AND request_id = ${requestId})`,
      )}`,
    )
    .orderBy(desc(requestMessages.at), desc(requestMessages.id))
    .limit(pageSize + 1)
  const { shown, next } = pageOf(rows, pageSize, ({ id }) => id)
  const hidden = side === 'recruiter' && isBeforeAcceptance(request.state)
  const messages = await Promise.all(
    shown.map(async ({ id, side: by, topic, words, at }) => ({
      id,
      by,
      topic,
      words: await open(words),
      at: hidden && by === 'student' ? null : at,
    })),
  )
  return { messages, next }
}

/** Whether the student has written about this request. */
export async function hasStudentWritten(call: Call, requestId: string): Promise<boolean> {
  const isTheirs = and(
    eq(requestMessages.requestId, requestId),
    eq(requestMessages.side, 'student'),
  )
  const row = await call.db
    .select({ id: requestMessages.id })
    .from(requestMessages)
    .where(isTheirs)
    .get()
  return row !== undefined
}

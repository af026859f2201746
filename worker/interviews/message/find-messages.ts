import { and, desc, eq, inArray, sql } from 'drizzle-orm'

import { openName } from '../../accounts/account/open-account.ts'
import { accounts } from '../../accounts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import { open } from '../../foundation/crypto/seal.ts'
import { behind, type PageQuery, pageOf } from '../../foundation/text/page.ts'
import type { Party } from '../request/find-party.ts'
import { requestMessages } from '../tables.ts'
import { isBeforeAcceptance } from './may-write.ts'

const pageSize = 50

/**
 * Messages between the two sides, the newest first. A recruiter sees which colleague wrote. Before
 * acceptance the employer does not see when the student wrote, because that would show at which
 * hours the student is awake.
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
  const isColleague = (message: (typeof shown)[number]) =>
    side === 'recruiter' && message.side === side && message.accountId !== call.actorId
  const names = await namesOf(call, shown.filter(isColleague))
  const hidden = side === 'recruiter' && isBeforeAcceptance(request.state)
  const messages = await Promise.all(
    shown.map(async (message) => ({
      id: message.id,
      by: message.side,
      /** The colleague who wrote; empty if they have no name; null for all other writers. */
      name: isColleague(message) ? (names.get(message.accountId) ?? '') : null,
      topic: message.topic,
      words: await open(call, requestMessages.words, message.id, message.words),
      at: hidden && message.side === 'student' ? null : message.at,
    })),
  )
  return { messages, next }
}

/** The names of the writers, by account. */
async function namesOf(call: Call, messages: { accountId: string }[]) {
  const ids = [...new Set(messages.map(({ accountId }) => accountId))]
  if (ids.length === 0) return new Map<string, string>()
  const rows = await call.db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, ids))
  const opened = rows.map(async ({ id, name }) => [id, await openName(call, id, name, '')] as const)
  return new Map(await Promise.all(opened))
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

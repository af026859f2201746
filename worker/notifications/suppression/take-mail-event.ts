import { and, eq, inArray } from 'drizzle-orm'

import { emailIndexKey, emailIndexes } from '../../accounts/account/email.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { suppress } from '../carrier/record-outcome.ts'
import { mailOutcomes, mailSuppressions } from '../tables.ts'
import { saidBy } from './mail-event.ts'
import type { MailEvent } from './mail-event-input.ts'

/**
 * Takes a notice of the HTTP carrier, which was checked to be signed. After a bounce for good or a
 * complaint the address gets no mail but sign-in codes. The notice's id is the key of the commit:
 * the carrier repeats a notice until it gets an answer, and the second one changes nothing.
 */
export async function takeMailEvent(
  call: Call,
  { noticeId, event }: { noticeId: string; event: MailEvent },
) {
  const said = saidBy(event)
  if (!said) return {}
  const indexes = await emailIndexes(call, said.address)
  const { reason, unsent } = said
  const change = reason
    ? suppress(
        call,
        { emailIndex: indexes[0], emailIndexKey: emailIndexKey(call) },
        reason,
        call.now,
      )
    : call.db.delete(mailSuppressions).where(inArray(mailSuppressions.emailIndex, [...indexes]))
  const isUnsent = and(eq(mailOutcomes.carrierId, unsent ?? ''), eq(mailOutcomes.outcome, 'sent'))
  const once = { accountId: 'mail-carrier', key: noticeId, requestHash: noticeId }
  return commit(
    { ...call, write: once },
    [
      change,
      ...(unsent
        ? [call.db.update(mailOutcomes).set({ outcome: 'suppressed' }).where(isUnsent)]
        : []),
      auditEntry(call, reason ? 'mail.suppressed' : 'mail.allowed', reason ?? 'carrier'),
    ],
    { answer: {} },
  )
}

import { eq } from 'drizzle-orm'

import { changedElsewhere } from '../../accounts/problems.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { type Note, note } from '../../foundation/outbox/note.ts'
import { visibilities } from '../tables.ts'
import { hideStudent } from './statements.ts'

/** Turns visibility off at once, without a fresh proof. Does nothing if it is off already. */
export async function endVisibility(call: Call, studentId = call.actorId): Promise<void> {
  const on = await findConsentInUse(call, studentId)
  if (on) await hide(call, studentId, on.consentId)
}

/** Reaction to visibility.expired: ends visibility if it still depends on the expired consent. */
export async function endExpiredVisibility(
  call: Call,
  { subjectId, payload: { consentId } }: Note<'visibility.expired'>,
): Promise<void> {
  const on = await findConsentInUse(call, subjectId)
  if (on?.consentId === consentId) await hide(call, subjectId, consentId)
}

/** Removes a student from search and ends the consent that their visibility depends on. */
export async function hide(call: Call, studentId: string, consentId: string): Promise<void> {
  await commit(
    call,
    [
      ...hideStudent(call, studentId, consentId),
      note(call, 'visibility.changed', studentId, { payload: { on: false, consentId } }),
      auditEntry(call, 'visibility.ended', studentId, { consent: consentId }, null),
    ],
    {
      answer: null,
      conflicts: {
        visibility_stale: changedElsewhere,
        'consent_withdrawals.consent_id': changedElsewhere,
      },
    },
  )
}

function findConsentInUse(call: Call, studentId: string) {
  return call.db
    .select({ consentId: visibilities.consentId })
    .from(visibilities)
    .where(eq(visibilities.studentId, studentId))
    .get()
}

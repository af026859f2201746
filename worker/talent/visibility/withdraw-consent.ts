import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { notFound } from '../../http/problems.ts'
import { endConsent } from '../../organizations/consent/end-consent.ts'
import { hide } from './end-visibility.ts'

/**
 * Withdraws a consent. If `on` is not null, the student’s visibility depends on this consent, and ends
 * in the same commit.
 */
export async function withdrawConsent(
  call: Call,
  { id, studentId, on }: { id: string; studentId: string; on: string | null },
) {
  if (on !== null) return hide(call, studentId, id)
  await commit(
    call,
    [
      endConsent(call, id),
      note(call, 'consent.withdrawn', id),
      auditEntry(call, 'consent.withdrawn', id, {}, null),
    ],
    { answer: null, conflicts: { 'consent_withdrawals.consent_id': notFound } },
  )
}

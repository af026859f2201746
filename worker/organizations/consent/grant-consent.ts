import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { endOfDay } from '../../foundation/reader/end-of-day.ts'
import { newId } from '../../foundation/call/id.ts'
import { monthsLater } from '../../foundation/reader/months-later.ts'
import { consents } from '../tables.ts'

export type Consent = typeof consents.$inferSelect

interface Agreed {
  purpose: Consent['purpose']
  fields: readonly string[]
  /** An organization's id, or `approved-employers`. */
  recipient: string
  text: { version: string; hash: string }
}

export const consentMonths = 6

/** The receipt of what the caller agrees to, for the commit that acts on it. */
export function grantConsent(
  call: Call,
  { purpose, fields, recipient, text }: Agreed,
): { consent: Consent; statement: Statement } {
  const consent = {
    id: newId(),
    studentId: call.actorId,
    purpose,
    fields: JSON.stringify(fields),
    recipient,
    textVersion: text.version,
    textHash: text.hash,
    proof: `code ${call.provenAt?.toISOString() ?? 'none'}`,
    grantedAt: call.now,
    // The last day that ends within six months, the longest term of a consent. Pages show only the day, so the consent lasts until that day ends in the
    // student's zone.
    expiresAt: endOfDay(monthsLater(call.now, consentMonths), -1, call.reader.zone),
  }
  return { consent, statement: call.db.insert(consents).values(consent) }
}

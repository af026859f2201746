import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { consentWithdrawals } from '../tables.ts'

/**
 * Ends a consent from this commit on. A second end breaks the UNIQUE
 * `consent_withdrawals.consent_id`.
 */
export function endConsent(call: Call, consentId: string): Statement {
  return call.db.insert(consentWithdrawals).values({ consentId, at: call.now })
}

/** Ends all consents of a person that have not ended yet. */
export function endAllConsents(call: Call, studentId: string): Statement {
  return call.db.run(sql`INSERT INTO consent_withdrawals (consent_id, at)
    SELECT c.id, ${call.now.getTime()} FROM consents c WHERE c.student_id = ${studentId}
      AND NOT EXISTS (SELECT 1 FROM consent_withdrawals w WHERE w.consent_id = c.id)`)
}

/** Ends the consent to one disclosure, unless that consent has already ended. */
export function endConsentTo(call: Call, disclosureId: string): Statement {
  return call.db.run(sql`
    INSERT INTO consent_withdrawals (consent_id, at)
    SELECT consent_id, ${call.now.getTime()} FROM disclosures WHERE id = ${disclosureId}
    ON CONFLICT (consent_id) DO NOTHING`)
}

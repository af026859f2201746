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

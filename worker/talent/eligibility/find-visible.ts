import { type SQL, sql } from 'drizzle-orm'

import { isAdultNow } from '../../accounts/account/is-adult-now.ts'
import type { Call } from '../../foundation/call/call.ts'

/**
 * SQL: whether a student (a row of `visibilities` as `v`) may be shown to an employer, given as a
 * value or a column. Search, cards, previews and requests all use this condition. Excludes expired
 * or withdrawn consents, blocks, closed accounts, minors and the employer's own people. The
 * employer cannot tell these cases apart, because in each the student is not found.
 */
export function isVisibleTo(call: Call, employerId: string | SQL): SQL {
  return sql`
    NOT EXISTS (SELECT 1 FROM blocks b WHERE b.student_id = v.student_id AND ${blocks(employerId)})
    AND NOT EXISTS (SELECT 1 FROM memberships own WHERE own.account_id = v.student_id
      AND own.organization_id = ${employerId} AND own.ended_at IS NULL)
    AND EXISTS (SELECT 1 FROM consents c WHERE c.id = v.consent_id AND c.expires_at > ${call.now.getTime()})
    AND NOT EXISTS (SELECT 1 FROM consent_withdrawals w WHERE w.consent_id = v.consent_id)
    AND EXISTS (SELECT 1 FROM accounts a WHERE a.id = v.student_id AND a.disabled_at IS NULL
      AND ${isAdultNow(call)})`
}

/**
 * SQL: whether a row of `blocks` as `b` names this employer, one of its domains or a parent domain
 * of one. The parent domains are listed, so that both halves of the OR are index seeks.
 */
export function blocks(employerId: string | SQL): SQL {
  return sql`(b.organization_id = ${employerId} OR b.domain IN (
    WITH RECURSIVE upward(domain) AS (
      SELECT d.domain FROM domains d WHERE d.organization_id = ${employerId}
      UNION SELECT substr(domain, instr(domain, '.') + 1) FROM upward WHERE instr(domain, '.') > 0)
    SELECT domain FROM upward))`
}

/** SQL: whether a badge (a row of `credentials` as `live`) is signed, not ended and not expired. */
export function isLive(call: Call): SQL {
  return sql`live.state = 'signed' AND live.ended_at IS NULL
    AND (live.valid_until IS NULL OR live.valid_until > ${call.now.getTime()})`
}

/**
 * SQL: whether a student (`v`) fits an opening's wording (a row of `opening_versions` as `o`).
 * Hours and start fit only if they are switched on; a missing pay floor or country list fits every
 * opening.
 */
export const fitsOpening = sql`
  v.hours_minimum <= o.hours_per_week AND v.hours_maximum >= o.hours_per_week
  AND v.start_month <= o.start_month
  AND (v.pay_floor IS NULL
    OR (v.pay_currency = o.currency AND v.pay_floor * 100 <= o.annual_pay_maximum))
  AND (v.work_countries = '[]'
    OR EXISTS (SELECT 1 FROM json_each(v.work_countries) work WHERE work.value = o.country))`

import { sql } from 'drizzle-orm'

import { actingOf } from '../../accounts/session/acting.ts'
import type { Call } from '../../foundation/call/call.ts'
import { secretOf } from '../../foundation/crypto/secrets.ts'
import { isLive, isVisibleTo } from '../eligibility/find-visible.ts'

export interface SearchRow {
  criteria_hash: string
  segments: number
  shuffle: string
  /** The shuffle key of the card to continue after; never sent. Null if that card is not found. */
  after_key: number | null
}

/**
 * A search of this employer, and the shuffle key of the card to continue after if the employer may
 * see that card now. Hidden, blocking and unknown students all give null.
 */
export function findSearch(call: Call, searchId: string, after: string | undefined) {
  const employerId = actingOf(call).organizationId
  const { id: keyId } = secretOf(call, 'PSEUDONYM_KEY')
  return call.db.all<SearchRow>(sql`
    SELECT s.criteria_hash, s.segments, s.shuffle, (
      SELECT v.shuffle_key FROM pseudonyms ps JOIN visibilities v ON v.student_id = ps.student_id
      WHERE ps.organization_id = s.organization_id AND ps.pseudonym = ${after ?? null}
        AND ps.key_id = ${keyId} AND ${isVisibleTo(call, employerId)}
        AND EXISTS (SELECT 1 FROM visible_credentials vc JOIN credentials live ON live.id = vc.credential_id
          WHERE vc.student_id = v.student_id AND ${isLive(call)})) AS after_key
    FROM searches s WHERE s.id = ${searchId} AND s.organization_id = ${employerId}`)
}

interface OpeningRow {
  approved: number
}

/** An opening of this employer, and whether it has an approved wording. */
export function findOpeningToSearch(call: Call, openingId: string) {
  return call.db.all<OpeningRow>(sql`
    SELECT EXISTS (SELECT 1 FROM opening_versions ov WHERE ov.opening_id = o.id AND ov.state = 'approved')
      AS approved
    FROM openings o WHERE o.id = ${openingId} AND o.organization_id = ${actingOf(call).organizationId}`)
}

import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { secretOf } from '../../foundation/crypto/secrets.ts'
import { fitsOpening, isLive, isVisibleTo } from './find-visible.ts'

export interface Candidate {
  student_id: string
  consent_id: string
  /**
   * 1 if the opening's approved wording fits the student, including fields that are compared but
   * never shown.
   */
  fits: number
  /** JSON list of the skills on the card. */
  skills: string
}

interface Asked {
  employerId: string
  openingId: string
}

/** The student with this pseudonym, if this employer may see them now. */
export function findCandidateBehind(call: Call, pseudonym: string, asked: Asked) {
  const { id: keyId } = secretOf(call, 'PSEUDONYM_KEY')
  return candidate(
    call,
    asked,
    sql`v.student_id = (SELECT ps.student_id FROM pseudonyms ps WHERE ps.organization_id = ${asked.employerId}
      AND ps.pseudonym = ${pseudonym} AND ps.key_id = ${keyId})`,
  )
}

/** The student of an existing request, under the same conditions. */
export function findCandidate(call: Call, studentId: string, asked: Asked) {
  return candidate(call, asked, sql`v.student_id = ${studentId}`)
}

interface Pair {
  studentId: SQL
  employerId: string
  openingId: SQL
}

/** SQL: whether this employer could send this student a request for this opening now. */
export function isCandidate(call: Call, { studentId, employerId, openingId }: Pair): SQL<number> {
  return sql`EXISTS (SELECT 1 FROM visibilities v WHERE v.student_id = ${studentId}
    AND ${isVisibleTo(call, employerId)}
    AND EXISTS (SELECT 1 FROM visible_credentials vc JOIN credentials live ON live.id = vc.credential_id
      WHERE vc.student_id = v.student_id AND ${isLive(call)})
    AND EXISTS (SELECT 1 FROM opening_versions o WHERE o.opening_id = ${openingId}
      AND o.state = 'approved' AND ${fitsOpening}))`
}

function candidate(call: Call, { employerId, openingId }: Asked, who: SQL) {
  return call.db.all<Candidate>(sql`
    SELECT v.student_id, v.consent_id,
      EXISTS (SELECT 1 FROM opening_versions o WHERE o.opening_id = ${openingId} AND o.state = 'approved'
        AND ${fitsOpening}) AS fits,
      (SELECT json_group_array(DISTINCT vc.skill) FROM visible_credentials vc
        JOIN credentials live ON live.id = vc.credential_id
        WHERE vc.student_id = v.student_id AND ${isLive(call)}) AS skills
    FROM visibilities v WHERE ${who} AND skills <> '[]' AND ${isVisibleTo(call, employerId)}`)
}

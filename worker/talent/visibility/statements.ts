import { and, eq, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { guard } from '../../foundation/commit/commit.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { endConsent } from '../../organizations/consent/end-consent.ts'
import { badgesToShow } from './badges-to-show.ts'
import type { JudgedBadge } from './find-showable-badges.ts'
import { sealExcerpt, sealTexts } from './open-profile.ts'
import { shuffleModulus } from '../eligibility/shuffle.ts'
import { visibilities, visibleCredentials } from '../tables.ts'
import type { VisibleFields } from './visibility.ts'

interface Shown {
  version: number
  consentId: string
  fields: VisibleFields
  badges: readonly JudgedBadge[]
}

/**
 * For a commit: stores the caller's switches and badges. If another window has saved first, an
 * insert (version 0) conflicts on `visibilities.student_id`, and an update fails with
 * `visibility_stale`.
 */
export async function showStudent(
  call: Call,
  { version, consentId, fields, badges }: Shown,
): Promise<Statement[]> {
  const row = {
    consentId,
    ...columnsOf(fields),
    ...(await sealTexts(call, fields)),
    version: version + 1,
  }
  const save =
    version === 0
      ? [
          call.db
            .insert(visibilities)
            .values({ studentId: call.actorId, shuffleKey: drawKey(), ...row }),
        ]
      : [
          call.db
            .update(visibilities)
            .set(row)
            .where(
              and(eq(visibilities.studentId, call.actorId), eq(visibilities.version, version)),
            ),
          guard(call, 'visibility_stale'),
        ]
  return [...save, ...(await showBadges(call, fields, badges))]
}

/** For a commit: removes a student from search. Deletes the rows and ends the consent. */
export function hideStudent(call: Call, studentId: string, consentId: string): Statement[] {
  return [
    call.db.delete(visibleCredentials).where(eq(visibleCredentials.studentId, studentId)),
    call.db
      .delete(visibilities)
      .where(and(eq(visibilities.studentId, studentId), eq(visibilities.consentId, consentId))),
    guard(call, 'visibility_stale'),
    endConsent(call, consentId),
  ]
}

/** For a commit: removes a student from search. The caller must end the consent. */
export function hideEverywhere(call: Call, studentId: string): Statement[] {
  return [
    call.db.delete(visibleCredentials).where(eq(visibleCredentials.studentId, studentId)),
    call.db.delete(visibilities).where(eq(visibilities.studentId, studentId)),
  ]
}

async function showBadges(
  call: Call,
  fields: VisibleFields,
  badges: readonly JudgedBadge[],
): Promise<Statement[]> {
  const rows = await allOf(badgesToShow(fields, badges), async (row) => ({
    ...row,
    excerpt: await sealExcerpt(call, row.credentialId, row.excerpt),
  }))
  return [
    call.db.delete(visibleCredentials).where(eq(visibleCredentials.studentId, call.actorId)),
    call.db.run(sql`
      INSERT INTO visible_credentials (skill, shuffle_key, credential_id, student_id, level, mentor_reviewed,
        month, challenge_title, excerpt, regions, countries, levels, signs)
      SELECT b.value ->> 'skill', v.shuffle_key, b.value ->> 'credentialId', v.student_id, b.value ->> 'level',
        b.value ->> 'mentorReviewed', b.value ->> 'month', b.value ->> 'challengeTitle', b.value ->> 'excerpt',
        b.value ->> 'regions', b.value ->> 'countries', b.value ->> 'levels', b.value ->> 'signs'
      FROM json_each(${JSON.stringify(rows)}) b, visibilities v WHERE v.student_id = ${call.actorId}`),
  ]
}

function columnsOf({
  regions,
  remote,
  hoursPerWeek,
  startMonth,
  payFloor,
  workCountries,
}: VisibleFields) {
  return {
    regions: JSON.stringify(regions ?? []),
    remote: remote ?? false,
    hoursMinimum: hoursPerWeek?.minimum ?? null,
    hoursMaximum: hoursPerWeek?.maximum ?? null,
    startMonth: startMonth ?? null,
    payFloor: payFloor?.amount ?? null,
    payCurrency: payFloor?.currency ?? null,
    workCountries: JSON.stringify(workCountries ?? []),
  }
}

/**
 * Draws a shuffle key from 0 to `shuffleModulus` - 1, all equally likely: 32 random bits, drawn
 * again if they are not below 2 x `shuffleModulus`.
 */
function drawKey(): number {
  for (;;) {
    const [bits = 0] = crypto.getRandomValues(new Uint32Array(1))
    if (bits < 2 * shuffleModulus) return bits % shuffleModulus
  }
}

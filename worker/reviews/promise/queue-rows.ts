import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { poolOf } from '../../organizations/organization/pool.ts'
import { findPreferred } from '../queue/preferred.ts'
import { firstPeerReviews } from '../queue/quota.ts'
import { creditOf } from '../standing/owed.ts'
import type { submissionQueue } from '../tables.ts'

const hour = 3_600_000

export interface HandedIn {
  id: string
  organization_id: string
  student_id: string
  challenge_id: string
  language: string
  at: number
  promised_at: number
  cohort_id: string | null
  given: number
  owed: number
  waits_for: 'mentor' | 'reviewer' | null
  pilot: number
  work_waits: number
}

interface Preferred {
  reviewer_id: string
  role: 'peer' | 'mentor'
}

/** Who is offered a later round first; undefined for a first one. */
export async function preferredOf(
  { db }: Call,
  submissionId: string,
): Promise<Preferred | undefined> {
  const [row] = await db.all<Preferred>(findPreferred(submissionId))
  return row
}

export const firstPeers = ({ pilot }: HandedIn) => firstPeerReviews(pilot === 1)

/** What a hand-in asks of peers and of mentors. */
export function queueRows(
  handedIn: HandedIn,
  preferred: Preferred | undefined,
): (Omit<typeof submissionQueue.$inferInsert, 'pool'> & { pool: SQL<string> })[] {
  const preferredAs = (role: 'peer' | 'mentor') =>
    preferred?.role === role ? preferred.reviewer_id : null
  const [randomOrder = 0] = crypto.getRandomValues(new Uint32Array(1))
  const row = {
    // Read in the commit: programmes may begin or end to share reviewers meanwhile.
    pool: poolOf(sql`${handedIn.organization_id}`),
    organizationId: handedIn.organization_id,
    challengeId: handedIn.challenge_id,
    language: handedIn.language,
    late: false,
    assigned: 0,
    credit: creditOf(handedIn.given, handedIn.owed),
    handInHour: Math.floor(handedIn.at / hour),
    randomOrder,
    submissionId: handedIn.id,
    authorId: handedIn.student_id,
    cohortId: handedIn.cohort_id,
  }
  return [
    { ...row, kind: 'peer', wanted: firstPeers(handedIn), preferredId: preferredAs('peer') },
    // A mentor who knows the earlier round is asked at once, not after the peers.
    {
      ...row,
      kind: 'mentor',
      wanted: preferredAs('mentor') === null ? 0 : 1,
      preferredId: preferredAs('mentor'),
    },
  ]
}

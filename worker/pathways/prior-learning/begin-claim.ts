import { sql } from 'drizzle-orm'

import { againAfterDays } from '../../scenarios/catalogue/catalogue.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { newId } from '../../foundation/call/id.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { notFound } from '../../http/problems.ts'
import { claimOpen, claimTooEarly, notEligible } from '../problems.ts'
import { priorLearningClaims as claims } from '../tables.ts'
import type { BeginClaimInput } from './claim-input.ts'
import { possibleMentors } from './possible-mentors.ts'

const againAfterMs = againAfterDays * 86_400_000

interface Latest {
  submitted_at: number
}

/**
 * Begins a claim as a draft. 422 not-eligible unless the caller is a student somewhere, 409
 * claim-open, 409 claim-too-early until thirty days after the hand-in of the last one that was
 * decided.
 */
export async function beginClaim(call: Call, { skill, isService }: BeginClaimInput) {
  const { db, actorId, now } = call
  const since = now.getTime() - againAfterMs
  const lately = sql`SELECT submitted_at FROM prior_learning_claims
    WHERE student_id = ${actorId} AND skill = ${skill} AND decided_at IS NOT NULL
      AND submitted_at > ${since}`
  const [[home], [latest], [challenge]] = await db.batch([
    possibleMentors(call),
    db.all<Latest>(sql`${lately} ORDER BY submitted_at DESC LIMIT 1`),
    db.all(sql`SELECT id FROM challenges WHERE skill = ${skill} AND kind = 'prior-learning'`),
  ])
  if (!home) throw notEligible(undefined, { rules: [{ rule: 'enrolled' }] })
  if (!challenge) throw notFound()
  const tooEarly = () =>
    claimTooEarly(undefined, {
      againAt: new Date((latest?.submitted_at ?? now.getTime()) + againAfterMs).toISOString(),
    })
  if (latest) throw tooEarly()

  const claim = {
    id: newId(),
    studentId: actorId,
    organizationId: home.organization_id,
    skill,
    isService,
    version: 0,
    createdAt: now,
    updatedAt: now,
  }
  return commit(
    call,
    [
      call.db.insert(claims).values(claim),
      // The last one may have been decided since it was read.
      call.db.run(sql`INSERT INTO guard SELECT 'claim_too_early', NOT EXISTS (${lately})`),
      auditEntry(call, 'prior-learning.begun', claim.id, { skill }, claim.organizationId),
    ],
    {
      answer: { id: claim.id },
      conflicts: {
        'prior_learning_claims.student_id, prior_learning_claims.skill': claimOpen,
        claim_too_early: tooEarly,
      },
    },
  )
}

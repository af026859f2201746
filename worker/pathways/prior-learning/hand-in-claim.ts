import { and, eq, isNull, sql } from 'drizzle-orm'

import { accountStatements } from '../../attempts/submission/account-statements.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { newId } from '../../foundation/call/id.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { claimHandedIn, notEligible } from '../problems.ts'
import { priorLearningClaims as claims, priorLearningParts as parts } from '../tables.ts'
import type { HandInClaimInput } from './claim-input.ts'
import type { OwnClaim } from './find-own-claim.ts'
import { sealPart } from './open-claim.ts'
import { whyNotHandIn } from './why-not-hand-in.ts'

/**
 * Hands a claim in: two mentors judge it. The texts stay as the draft, so that a withdrawal gives
 * them back. 422 not-eligible, job-missing, answer-too-short, answer-too-long; 409 claim-handed-in.
 */
export async function handInClaim(call: Call, own: OwnClaim, input: HandInClaimInput) {
  const refusal = whyNotHandIn(own, input)
  const { claim, organizationId, version, versionHash, mentors } = own
  if (refusal || organizationId === null) throw refusal ?? notEligible()
  const { prompts } = version.challenge
  const answers = Object.fromEntries(
    Object.keys(prompts).map((promptId) => [promptId, input.answers[promptId] ?? '']),
  )
  const attemptId = newId()
  const account = { attemptId, organizationId, version, versionHash, answers }
  const { submissionId, promisedAt, statements } = await accountStatements(call, account)
  const asRead = and(
    eq(claims.id, claim.id),
    eq(claims.version, claim.version),
    isNull(claims.attemptId),
  )
  return commit(
    call,
    [
      ...statements,
      call.db
        .update(claims)
        .set({ attemptId, organizationId, submittedAt: call.now, updatedAt: call.now })
        .where(asRead),
      guard(call, 'claim_handed_in'),
      // The membership may have ended since it was read.
      call.db.run(sql`INSERT INTO guard SELECT 'not_enrolled', (count(*) > 0) FROM memberships
        WHERE account_id = ${call.actorId} AND organization_id = ${organizationId}
          AND role = 'student' AND ended_at IS NULL`),
      ...(await keepTexts(call, own, answers)),
      auditEntry(call, 'prior-learning.handed-in', claim.id, { submissionId }, organizationId),
    ],
    {
      answer: {
        claimId: claim.id,
        attemptId,
        submissionId,
        handedInAt: call.now.toISOString(),
        /** Null while there are not two mentors who may judge it. */
        promisedAt: mentors < 2 ? null : promisedAt.toISOString(),
      },
      conflicts: {
        claim_handed_in: claimHandedIn,
        not_enrolled: () => notEligible(undefined, { rules: [{ rule: 'enrolled' }] }),
      },
    },
  )
}

/** The texts that were handed in, where the saved ones differ. */
async function keepTexts(call: Call, own: OwnClaim, answers: Record<string, string>) {
  const claimId = own.claim.id
  const changed = Object.entries(answers).filter(
    ([id, text]) => own.parts.find(({ competency }) => competency === id)?.text !== text,
  )
  const rows = await allOf(changed, async ([competency, text]) => {
    return { competency, text: await sealPart(call, claimId, competency, text) }
  })
  return rows.map(({ competency, text }) =>
    call.db
      .insert(parts)
      .values({ claimId, competency, text, version: 1, updatedAt: call.now })
      .onConflictDoUpdate({
        target: [parts.claimId, parts.competency],
        set: { text, version: sql`version + 1`, updatedAt: call.now },
      }),
  )
}

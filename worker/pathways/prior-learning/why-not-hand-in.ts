import { whyNotAnswer } from '../../attempts/submission/why-not-hand-in.ts'
import { staleVersion } from '../../attempts/problems.ts'
import type { Problem } from '../../foundation/call/problem.ts'
import { claimHandedIn, jobMissing, notEligible } from '../problems.ts'
import type { HandInClaimInput } from './claim-input.ts'
import type { OwnClaim } from './find-own-claim.ts'

/**
 * Why this claim cannot be handed in now, or undefined. Only who is no student anywhere is refused a
 * claim; what refuses credit refuses no badge.
 */
export function whyNotHandIn(
  { claim, jobs, organizationId, version: { challenge } }: OwnClaim,
  { answers, version }: HandInClaimInput,
): Problem | undefined {
  if (claim.attemptId) return claimHandedIn()
  if (organizationId === null) return notEligible(undefined, { rules: [{ rule: 'enrolled' }] })
  if (version !== claim.version) return staleVersion()
  if (jobs.length === 0) return jobMissing()
  for (const [promptId, { words }] of Object.entries(challenge.prompts)) {
    const [least, most] = words
    const refusal = whyNotAnswer(answers[promptId] ?? '', { promptId, least, most })
    if (refusal) return refusal
  }
  return undefined
}

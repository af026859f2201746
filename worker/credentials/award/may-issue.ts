import type { Call } from '../../foundation/call/call.ts'
import { Capability } from '../../foundation/call/capability.ts'
import { type AwardFacts, isAwardable } from '../document/award-facts.ts'

class IssuePermission extends Capability {
  readonly decisionId: string

  constructor(call: Call, decisionId: string) {
    super(call)
    this.decisionId = decisionId
  }
}

/**
 * Permission to issue one badge for one decision. Only the type is exported, not the class, so that
 * nothing else can make one.
 */
export type MayIssue = IssuePermission

/** The only way to get a permission. Throws (a bug, 500) unless the decision is proficient. */
export function mayIssue(call: Call, facts: AwardFacts): MayIssue {
  if (!isAwardable(facts)) throw new Error('Only a proficient decision is awarded.')
  return new IssuePermission(call, facts.decision.id)
}

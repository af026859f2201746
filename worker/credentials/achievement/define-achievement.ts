import { and, desc, eq } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { Problem } from '../../foundation/call/problem.ts'
import { skillAchievement, skillValidityMonths } from './achievement.ts'
import type { AwardFacts } from '../document/award-facts.ts'
import type { RegisteredIssuer } from '../issuer/register-issuer.ts'
import { achievements } from '../tables.ts'

export type DefinedAchievement = typeof achievements.$inferSelect

// Thrown and caught in this file: lost a race to define this achievement; use the other's.
const definedMeanwhile = new Problem({ status: 409, type: 'achievement-defined', title: '' })

/**
 * The achievement of a programme for a skill and the rubric that was used to judge. The first award
 * with that rubric creates it. A programme's achievements of one skill with different rubrics share
 * a lineage.
 */
export async function defineAchievement(
  call: Call,
  issuer: RegisteredIssuer,
  { rubric, organization }: AwardFacts,
): Promise<DefinedAchievement> {
  const { organizationId } = issuer
  const { skill } = rubric.body
  const isIt = ({ rubricVersion }: DefinedAchievement) => rubricVersion === rubric.hash
  const kin = await findKin(call, organizationId, skill)
  const known = kin.find(isIt)
  if (known) return known

  const id = newId()
  const address = `${issuer.origin}/achievements/${id}`
  const achievement = {
    id,
    lineageId: kin[0]?.lineageId ?? newId(),
    organizationId,
    kind: 'skill' as const,
    skill,
    rubricVersion: rubric.hash,
    validityMonths: skillValidityMonths,
    statusPurpose: 'revocation' as const,
    definition: JSON.stringify(skillAchievement(address, rubric.body, organization.language)),
    createdAt: call.now,
  }
  try {
    const statements = [
      call.db.insert(achievements).values(achievement),
      auditEntry(call, 'achievement.defined', id, { skill }, organizationId),
    ]
    await commit(call, statements, {
      answer: { id },
      conflicts: { [once]: () => definedMeanwhile },
    })
    return achievement
  } catch (error) {
    if (error !== definedMeanwhile) throw error
    const other = (await findKin(call, organizationId, skill)).find(isIt)
    if (!other) throw error
    return other
  }
}

const once =
  'achievements.organization_id, achievements.kind, achievements.skill, achievements.rubric_version'

/** All achievements of this programme for this skill, the latest first. */
function findKin({ db }: Call, organizationId: string, skill: string) {
  const own = and(
    eq(achievements.organizationId, organizationId),
    eq(achievements.kind, 'skill'),
    eq(achievements.skill, skill),
  )
  return db.select().from(achievements).where(own).orderBy(desc(achievements.createdAt))
}

import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { part } from '../../foundation/commit/commit.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { isAwardable } from '../document/award-facts.ts'
import { defineAchievement } from '../achievement/define-achievement.ts'
import { defineTemplate } from '../achievement/define-template.ts'
import { draftAward } from './draft-award.ts'
import { expireCredential } from './expire-credential.ts'
import { findAwardFacts } from './find-award-facts.ts'
import { findDueCredentials } from './find-due-credentials.ts'
import { hasLiveCredential, ofLineage } from './find-live-credential.ts'
import { mayIssue } from './may-issue.ts'
import { Achievement } from '../document/open-badge.ts'
import { prepareCredential } from './prepare-credential.ts'
import { registerIssuer } from '../issuer/register-issuer.ts'
import { shapeOf } from '../document/skeleton.ts'

/**
 * Reaction to decision.made (the decision's id): prepares an award for a proficient decision. The
 * award's note, credential.prepared, then gets it signed. Does nothing if the student has this
 * badge already, so it can run again.
 */
export async function awardCredential(call: Call, { subjectId: decisionId }: Note): Promise<void> {
  const facts = await findAwardFacts(call, decisionId)
  if (!facts || !isAwardable(facts)) return
  const may = mayIssue(call, facts)

  const issuer = await registerIssuer(part(call, 'issuer'), facts.organization)
  const achievement = await defineAchievement(part(call, 'achievement'), issuer, facts)
  // Records expiries now, because an expired badge blocks a new one until that is done.
  const own = ofLineage(facts.student.id, achievement.lineageId)
  for (const due of await findDueCredentials(call.db, call.now, 1, own)) {
    await expireCredential(call.env, call.now, due)
  }
  if (await hasLiveCredential(call, facts.student.id, achievement.lineageId)) return

  const definition = v.parse(Achievement, JSON.parse(achievement.definition))
  const shape = shapeOf(achievement.validityMonths)
  const template = await defineTemplate(call, issuer, definition, shape)
  await prepareCredential(call, may, {
    decisionId,
    issuer,
    draft: (statusListId, statusIndex) =>
      draftAward({
        facts,
        issuer,
        achievement,
        definition,
        template,
        statusListId,
        statusIndex,
        now: call.now,
      }),
  })
}

import type { InferOutput } from 'valibot'

import { changedElsewhere } from '../../accounts/problems.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { notFound } from '../../http/problems.ts'
import { findShowableBadges, findSignsToShow, judgedBadgesOf } from './find-showable-badges.ts'
import { findOwnVisibility, visibilityOf } from './find-visibility.ts'
import { visibilityWouldWiden } from '../problems.ts'
import type { NarrowVisibilityInput } from './visibility-input.ts'
import { showStudent } from './statements.ts'
import { widens } from './visibility.ts'
import { whyNotShown } from './why-not-shown.ts'

type Input = InferOutput<typeof NarrowVisibilityInput>

/** Switches fields off, or changes words in fields that are on. Needs no new consent or proof. */
export async function narrowVisibility(call: Call, { version, fields }: Input) {
  const [[row], showable, signs] = await call.db.batch([
    findOwnVisibility(call),
    findShowableBadges(call),
    findSignsToShow(call, fields),
  ])
  const own = row && (await visibilityOf(call, row))
  if (!own?.on) throw notFound()
  const badges = await judgedBadgesOf(call, showable, signs)
  const refusal = whyNotShown(fields, badges)
  if (refusal) throw refusal
  if (widens(own.on.fields, fields)) throw visibilityWouldWiden()
  if (version !== own.version) throw changedElsewhere()

  return commit(
    call,
    [
      ...(await showStudent(call, { version, consentId: own.on.consentId, fields, badges })),
      auditEntry(call, 'visibility.narrowed', call.actorId, {}, null),
    ],
    { answer: { version: version + 1 }, conflicts: { visibility_stale: changedElsewhere } },
  )
}

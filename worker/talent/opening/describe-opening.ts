import { and, eq, sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { actingOf } from '../../accounts/session/acting.ts'
import { notForYourRole, changedElsewhere } from '../../accounts/problems.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { canonicalJson } from '../../foundation/crypto/canonical.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { note } from '../../foundation/outbox/note.ts'
import type { Opening } from './find-openings.ts'
import type { ChangeOpeningInput, OpeningInput } from './opening-input.ts'
import { comparedOf, needsApproval, type OpeningContent, paid, whyNotNow } from './opening.ts'
import { openingDecided } from '../problems.ts'
import { openings, openingVersions } from '../tables.ts'

/** Creates an opening. Recruiters can search with it only after the operator has approved it. */
export async function describeOpening(call: Call, input: InferOutput<typeof OpeningInput>) {
  const { organizationId, kind } = actingOf(call)
  if (kind !== 'employer') throw notForYourRole()
  const opening = { id: newId(), organizationId, createdAt: call.now }
  const content = paid(input)
  const refusal = whyNotNow(content, call.now)
  if (refusal) throw refusal
  const version = versionOf(call, opening.id, 1, content, 'waiting')
  return commit(
    call,
    [
      call.db.insert(openings).values(opening),
      call.db.insert(openingVersions).values(version),
      note(call, 'opening.waiting', version.id),
      auditEntry(call, 'opening.described', opening.id),
    ],
    { answer: { openingId: opening.id, version: 1, state: version.state } },
  )
}

/**
 * Changes an opening. The new wording waits for approval while the approved one stays in use.
 * Saving the approved wording again withdraws a waiting one. 409 opening-decided if the operator
 * has decided on the latest wording since the caller read it.
 */
export async function changeOpening(
  call: Call,
  opening: Opening,
  { version: seen, state: seenAs, ...input }: InferOutput<typeof ChangeOpeningInput>,
) {
  const inForce = opening.versions.find(({ state }) => state === 'approved')
  const [latest] = opening.versions
  if (latest?.number !== seen) throw changedElsewhere()
  if (latest.state !== seenAs) throw openingDecided()
  const content = paid(input)
  const state = inForce && !needsApproval(inForce.content, content) ? 'approved' : 'waiting'
  // The approved wording can be saved again unchanged, even if its start month has passed.
  const refusal = state === 'waiting' ? whyNotNow(content, call.now) : undefined
  if (refusal) throw refusal
  const version = versionOf(call, opening.id, seen + 1, content, state)
  const replaced = state === 'approved' ? sql`('approved', 'waiting')` : sql`('waiting')`
  return commit(
    call,
    [
      isUndecided(call, latest.id, seenAs),
      call.db
        .update(openingVersions)
        .set({ state: 'ended' })
        .where(and(eq(openingVersions.openingId, opening.id), sql`state IN ${replaced}`)),
      call.db.insert(openingVersions).values(version),
      ...(state === 'waiting' ? [note(call, 'opening.waiting', version.id)] : []),
      auditEntry(call, 'opening.changed', opening.id, { state }),
    ],
    {
      answer: { openingId: opening.id, version: version.number, state },
      conflicts: {
        'opening_versions.opening_id, opening_versions.number': changedElsewhere,
        'opening_versions.opening_id': changedElsewhere,
        opening_decided: openingDecided,
      },
    },
  )
}

/** Fails the commit if the operator has decided on this wording since it was read. */
function isUndecided(call: Call, versionId: string, state: string) {
  return call.db.run(sql`INSERT INTO guard SELECT 'opening_decided', EXISTS (
    SELECT 1 FROM opening_versions WHERE id = ${versionId} AND state = ${state})`)
}

function versionOf(
  call: Call,
  openingId: string,
  number: number,
  content: OpeningContent,
  state: 'waiting' | 'approved',
) {
  return {
    id: newId(),
    openingId,
    number,
    state,
    content: canonicalJson(content),
    ...comparedOf(content),
    createdBy: call.actorId,
    createdAt: call.now,
  }
}

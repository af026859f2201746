import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard, part } from '../../foundation/commit/commit.ts'
import { log } from '../../foundation/call/log.ts'
import { note } from '../../foundation/outbox/note.ts'
import { Problem } from '../../foundation/call/problem.ts'
import type { DraftedAward } from './draft-award.ts'
import { findFreeIndex } from '../status-list/find-free-index.ts'
import type { MayIssue } from './may-issue.ts'
import { openStatusList } from '../status-list/open-status-list.ts'
import type { RegisteredIssuer } from '../issuer/register-issuer.ts'
import { statusListLimit } from '../status-list/status-list.ts'

// Both are thrown and caught in this file. `indexTaken`: lost a race for the index, or the list is
// full; try another index. `awardedAlready`: the decision or the student already has this badge.
const indexTaken = new Problem({ status: 409, type: 'status-index-taken', title: '' })
const awardedAlready = new Problem({ status: 409, type: 'awarded-already', title: '' })

const attempts = 8

interface Award {
  decisionId: string
  issuer: RegisteredIssuer
  /** Writes the document for a free index of a status list. */
  draft: (listId: string, index: number) => Promise<DraftedAward>
}

/**
 * Stores an award, ready to be signed, or as failed if its document must not be signed. Once per
 * decision, and once per person and lineage while that badge is live.
 */
export async function prepareCredential(
  call: Call,
  may: MayIssue,
  { decisionId, issuer, draft }: Award,
): Promise<void> {
  may.spend(call)
  if (may.decisionId !== decisionId) throw new Error('This permission is for another decision.')

  for (let attempt = 1; attempt <= attempts; attempt++) {
    const free = await findFreeIndex(call, issuer.did)
    if (!free || free.index === null) {
      await openStatusList(part(call, `list-${attempt}`), issuer, free?.listId)
      continue
    }
    try {
      return await keep(call, issuer, await draft(free.listId, free.index))
    } catch (error) {
      if (error === awardedAlready) return
      if (error !== indexTaken) throw error
    }
  }
  throw new Error('No free index in a status list was found.')
}

async function keep(call: Call, issuer: RegisteredIssuer, award: DraftedAward): Promise<void> {
  const { id, template, reasons } = award
  const { compiled } = template
  const state = reasons.length === 0 ? 'prepared' : 'failed'
  if (state === 'failed') log('error', 'credential.failed', { id, reasons: reasons.join(' ') })

  const hour = { key: `credentials ${issuer.organizationId}`, cap: 1_000, windowSeconds: 3_600 }
  const statements = [
    call.db.run(sql`
      INSERT INTO credential_templates
        (hash, achievement_id, shape, skeleton, fixed_lines, slotted, blank)
      SELECT ${template.hash}, ${award.achievementId}, ${template.shape}, ${template.skeleton},
        ${compiled?.fixedLines ?? null}, ${compiled?.slotted ?? null}, ${compiled?.blank ?? null}
      WHERE NOT EXISTS (SELECT 1 FROM credential_templates WHERE hash = ${template.hash})`),
    insertion(call, award, state),
    guard(call, 'decision_not_proficient'),
    call.db.run(sql`
      UPDATE status_lists SET taken = taken + 1,
        full_at = CASE WHEN taken + 1 >= ${statusListLimit} THEN ${call.now.getTime()} END
      WHERE id = ${award.statusListId} AND full_at IS NULL`),
    guard(call, 'status_list_closed'),
    auditEntry(call, `credential.${state}`, id, { version: 1 }, issuer.organizationId),
    ...(state === 'prepared' ? [note(call, 'credential.prepared', id)] : []),
  ]
  const conflicts = {
    'credentials.status_list_id, credentials.status_index': () => indexTaken,
    status_list_closed: () => indexTaken,
    'credentials.decision_id': () => awardedAlready,
    'credentials.student_id, credentials.lineage_id': () => awardedAlready,
  }
  await commit({ ...call, caps: [...call.caps, hour] }, statements, { answer: { id }, conflicts })
}

/** Selects from the decision's row, so that only a proficient decision of this level is awarded. */
function insertion(call: Call, award: DraftedAward, state: 'prepared' | 'failed') {
  const awardedAt = award.validFrom.getTime()
  return call.db.run(sql`
    INSERT INTO credentials (id, student_id, achievement_id, lineage_id, decision_id, level, version,
      state, template_hash, slot_values, document_hash, created_at, valid_from, valid_until,
      awarded_at, status_list_id, status_index)
    SELECT ${award.id}, s.student_id, ${award.achievementId}, ${award.lineageId}, d.id, d.level, 1,
      ${state}, ${award.template.hash}, ${award.slotValues}, ${award.documentHash},
      ${call.now.getTime()}, ${awardedAt}, ${award.validUntil?.getTime() ?? null},
      ${awardedAt}, ${award.statusListId}, ${award.statusIndex}
    FROM decisions d JOIN submissions s ON s.id = d.submission_id
    WHERE d.id = ${award.decisionId} AND d.state = 'proficient' AND d.level = ${award.level}`)
}

import { and, eq, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { notFound } from '../../http/problems.ts'
import type { ApprovalDecision } from './decide-employer.ts'
import { alreadyDecided } from '../problems.ts'
import { organizationChanges } from '../tables.ts'

/**
 * An operator admin approves an employer's change of its details, or declines it with a reason. A
 * second decision is refused.
 */
export async function decideChange(
  call: Call,
  changeId: string,
  decision: ApprovalDecision,
  reason: string | null,
) {
  const change = await call.db
    .select({ organizationId: organizationChanges.organizationId })
    .from(organizationChanges)
    .where(eq(organizationChanges.id, changeId))
    .get()
  if (!change) throw notFound()
  const { organizationId } = change
  const decided = { state: decision, reason, decidedBy: call.actorId, decidedAt: call.now }
  const waiting = and(
    eq(organizationChanges.id, changeId),
    eq(organizationChanges.state, 'waiting'),
  )
  return commit(
    call,
    [
      call.db.update(organizationChanges).set(decided).where(waiting),
      guard(call, 'change_decided'),
      ...(decision === 'approved' ? takeOver(call, changeId) : []),
      note(
        call,
        decision === 'approved' ? 'employer.change-approved' : 'employer.change-declined',
        organizationId,
      ),
      auditEntry(call, `organization.change-${decision}`, organizationId, { changeId }),
    ],
    { answer: { id: changeId }, conflicts: { change_decided: alreadyDecided } },
  )
}

function takeOver(call: Call, changeId: string) {
  return [
    call.db.run(sql`
      UPDATE organizations SET name = c.name, legal_name = c.legal_name, site = c.site, country = c.country,
        version = version + 1
      FROM organization_changes c WHERE c.id = ${changeId} AND organizations.id = c.organization_id`),
    call.db.run(sql`
      INSERT INTO domains (organization_id, domain, verified_at)
      SELECT c.organization_id, c.domain, c.asked_at FROM organization_changes c
      WHERE c.id = ${changeId} AND c.domain IS NOT NULL AND NOT EXISTS (SELECT 1 FROM domains d
        WHERE d.organization_id = c.organization_id AND d.domain = c.domain)`),
  ]
}

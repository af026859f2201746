import { sql, type SQL } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { openName } from '../../accounts/account/open-account.ts'
import { Problem } from '../../foundation/call/problem.ts'
import { alreadyDecided, askedOtherwise } from '../problems.ts'

interface DecisionRow {
  decision: 'approved' | 'admitted' | 'declined' | 'withdrawn' | 'replaced'
  at: number
  account_id: string | null
  name: string | null
}

const approval = (kind: string) => (id: string) =>
  sql`
  SELECT p.decision, p.at, a.id AS account_id, a.name FROM approvals p LEFT JOIN accounts a ON a.id = p.account_id
  WHERE p.subject_kind = ${kind} AND p.subject_id = ${id} AND p.ended_at IS NULL`

const decisions = {
  employer: approval('employer'),
  'opening-version': approval('opening-version'),
  'employer-change': (id: string) => sql`
    SELECT c.state AS decision, c.decided_at AS at, a.id AS account_id, a.name FROM organization_changes c
    LEFT JOIN accounts a ON a.id = c.decided_by WHERE c.id = ${id} AND c.decided_at IS NOT NULL`,
  admission: (id: string) => sql`
    SELECT d.decision, d.decided_at AS at, a.id AS account_id, a.name FROM admissions d
    LEFT JOIN accounts a ON a.id = d.decided_by WHERE d.id = ${id} AND d.decided_at IS NOT NULL`,
} satisfies Record<string, (id: string) => SQL>

/**
 * The error to throw for a failed decision. A refusal of a second decision gets what the first one
 * was, when it was made and by whom; if there is none, the answer is 409 asked-otherwise. Other
 * errors stay as they are.
 */
export async function refusalWithDecision(
  call: Call,
  subjectKind: keyof typeof decisions,
  subjectId: string,
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof Problem) || error.kind.type !== 'already-decided') return error
  const row = await call.db.get<DecisionRow | undefined>(decisions[subjectKind](subjectId))
  if (!row) return askedOtherwise()
  const by = await openName(call, row.account_id, row.name, '')
  return alreadyDecided(undefined, { decision: row.decision, at: new Date(row.at), by })
}

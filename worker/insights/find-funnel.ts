import { and, eq, sql } from 'drizzle-orm'

import { auditEntry } from '../audit/entry.ts'
import type { Acting, Call } from '../foundation/call/call.ts'
import { commit, type guard } from '../foundation/commit/commit.ts'
import { sha256Hex } from '../foundation/crypto/encoding.ts'
import { failureOf } from '../foundation/commit/failure.ts'
import { notFound } from '../http/problems.ts'
import { countFunnel, studentsOf } from './count-funnel.ts'
import { groupFigures } from './tables.ts'

type Counted = Awaited<ReturnType<typeof countFunnel>>

interface Figures extends Counted {
  /** The UTC day on which these were counted. */
  day: string
  /** False if the cohort differs by fewer than five people from a shown one or the programme. */
  shown: boolean
}

/** Two groups must differ by at least this many people for both to be shown. */
const fewestApart = 5

/**
 * The funnel of a programme or cohort, counted at the first request of a day. Admins make the
 * cohorts, and two cohorts that differ by one person would reveal that person's steps. So a cohort
 * that is nearly the same as a group shown today or before is not shown.
 */
export async function findFunnel(call: Call, { organizationId }: Acting, cohortId: string | null) {
  const day = call.now.toISOString().slice(0, 10)
  const group = { organizationId, cohortId: cohortId ?? '' }
  const [[stored], [cohort], rows] = await call.db.batch([
    call.db
      .select({ day: groupFigures.day, figures: groupFigures.figures })
      .from(groupFigures)
      .where(
        and(
          eq(groupFigures.organizationId, organizationId),
          eq(groupFigures.cohortId, group.cohortId),
        ),
      ),
    call.db.all<{ id: string }>(
      sql`SELECT id FROM cohorts WHERE id = ${cohortId} AND organization_id = ${organizationId}`,
    ),
    call.db.all<{ id: string }>(sql`${studentsOf(organizationId, cohortId)} ORDER BY id`),
  ])
  if (cohortId !== null && !cohort) throw notFound()
  if (stored?.day === day) return JSON.parse(stored.figures) as Figures

  const members = rows.map(({ id }) => id)
  const shown = { day, shown: true, ...(await countFunnel(call, organizationId, cohortId)) }
  if (cohortId === null) return freeze(call, group, shown)
  try {
    return await freeze(call, group, shown, await showing(call, organizationId, members))
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind !== 'refused' || failure.name !== 'group_too_alike') throw error
    return freeze(call, group, { day, shown: false, steps: [], skills: [] })
  }
}

type Statements = ReturnType<typeof guard>[]

/**
 * Stores the figures shown of a group today. If two first requests come at once, both have the same
 * idempotency key, so the second gets the answer of the first.
 */
function freeze(
  call: Call,
  { organizationId, cohortId }: { organizationId: string; cohortId: string },
  figures: Figures,
  before: Statements = [],
): Promise<Figures> {
  const key = `funnel:${organizationId}:${cohortId}:${figures.day}`
  const own: Call = { ...call, write: { accountId: 'system', key, requestHash: key }, caps: [] }
  return commit(
    own,
    [
      ...before,
      own.db.run(sql`
        INSERT INTO group_figures (organization_id, cohort_id, day, figures)
        VALUES (${organizationId}, ${cohortId}, ${figures.day}, ${JSON.stringify(figures)})
        ON CONFLICT (organization_id, cohort_id) DO UPDATE SET day = excluded.day, figures = excluded.figures`),
      auditEntry(own, 'figures.counted', cohortId || organizationId),
    ],
    { answer: figures },
  )
}

/**
 * For a commit: stores that a group was shown. The commit fails with group_too_alike if it is
 * nearly the same as another shown group or as the whole programme.
 */
async function showing(
  call: Call,
  organizationId: string,
  members: readonly string[],
): Promise<Statements> {
  const list = JSON.stringify(members)
  const hash = await sha256Hex(list)
  // No check is needed: every count of fewer than five members is hidden.
  if (members.length < fewestApart) return []
  const inBoth = sql`(SELECT count(*) FROM json_each(g.members) theirs
    JOIN json_each(${list}) mine ON mine.value = theirs.value)`
  return [
    call.db.run(sql`
      INSERT INTO guard SELECT 'group_too_alike', NOT EXISTS (
        SELECT 1 FROM shown_groups g WHERE g.organization_id = ${organizationId} AND g.members_hash <> ${hash}
          AND json_array_length(g.members) + ${members.length} - 2 * ${inBoth} < ${fewestApart})
        AND (SELECT count(*) FROM (${studentsOf(organizationId, null)})) - ${members.length}
          NOT BETWEEN 1 AND ${fewestApart - 1}`),
    call.db.run(sql`
      INSERT INTO shown_groups (organization_id, members_hash, members, first_shown_at)
      SELECT ${organizationId}, ${hash}, ${list}, ${call.now.getTime()}
      WHERE NOT EXISTS (SELECT 1 FROM shown_groups
        WHERE organization_id = ${organizationId} AND members_hash = ${hash})`),
  ]
}

import { type SQL, sql } from 'drizzle-orm'

import { actingOf } from '../../accounts/session/acting.ts'
import { notForYourRole } from '../../accounts/problems.ts'
import type { Call } from '../../foundation/call/call.ts'
import { mostWaiting } from '../../organizations/employer/most-waiting.ts'
import { type PageQuery, behind, pageOf } from '../../foundation/text/page.ts'
import { readContent } from './opening.ts'
import { underMinimumWage } from './under-minimum-wage.ts'

interface VersionRow {
  id: string
  opening_id: string
  number: number
  state: 'waiting' | 'approved' | 'declined' | 'ended'
  content: string
  created_at: number
  reason: string | null
  decided_at: number | null
}

const pageSize = 100

/** An opening of the caller's employer with its current wordings, the latest first. */
export async function findOwnOpening(call: Call, openingId: string) {
  const [own] = await findOpenings(call, sql`AND o.id = ${openingId}`)
  return own
}

/** Openings of the caller's employer with their current wordings, the newest first. */
export async function listOpenings(call: Call, query: PageQuery) {
  const rows = await findOpenings(
    call,
    behind(
      query,
      (after) => sql`(o.created_at, o.id) < (
      SELECT +created_at, +id FROM openings
        WHERE id = ${after} AND organization_id = ${actingOf(call).organizationId})`,
    ),
  )
  const { shown, next } = pageOf(rows, pageSize, ({ id }) => id)
  return { openings: shown.map(openingView), next }
}

export type Opening = Awaited<ReturnType<typeof findOpenings>>[number]

/**
 * Up to one opening more than a page holds, each with its approved, waiting, last declined and
 * latest wording.
 */
async function findOpenings(call: Call, where: SQL) {
  const { organizationId, kind } = actingOf(call)
  if (kind !== 'employer') throw notForYourRole()
  const rows = await call.db.all<VersionRow>(sql`
    WITH page AS (SELECT id, created_at FROM openings o WHERE organization_id = ${organizationId} ${where}
      ORDER BY created_at DESC, id DESC LIMIT ${pageSize + 1})
    SELECT ov.id, ov.opening_id, ov.number, ov.state, ov.content, ov.created_at, p.reason, p.at AS decided_at
    FROM page JOIN opening_versions ov ON ov.opening_id = page.id
    LEFT JOIN approvals p ON p.subject_kind = 'opening-version' AND p.subject_id = ov.id
    WHERE ov.state IN ('waiting', 'approved')
      OR (ov.state = 'declined' AND ov.number = (SELECT max(number) FROM opening_versions
        WHERE opening_id = page.id AND state = 'declined'))
      OR ov.number = (SELECT max(number) FROM opening_versions WHERE opening_id = page.id)
    ORDER BY page.created_at DESC, page.id DESC, ov.number DESC`)
  const ids = [...new Set(rows.map((row) => row.opening_id))]
  return ids.map((id) => ({
    id,
    versions: rows.filter((row) => row.opening_id === id).map(versionOf),
  }))
}

function versionOf(row: VersionRow) {
  const { id, number, state, reason } = row
  const decidedAt = row.decided_at === null ? null : new Date(row.decided_at)
  return { id, number, state, reason, content: readContent(row.content), decidedAt }
}

/**
 * What the employer sees: the approved wording, which also gives the title, the waiting one, and
 * the declined one with its reason.
 */
export function openingView({ id, versions }: Opening) {
  const [latest] = versions
  const approved = versions.find(({ state }) => state === 'approved')
  const waiting = versions.find(({ state }) => state === 'waiting')
  const refused = versions.find(({ state }) => state === 'declined')
  // An approval since then, or saving the approved wording again, settles an earlier decline.
  const declined = (refused?.number ?? 0) > (approved?.number ?? 0) ? refused : undefined
  const shown = (version: typeof latest) =>
    version && { content: version.content, decidedAt: version.decidedAt, reason: version.reason }
  return {
    id,
    version: latest?.number ?? 0,
    title: (approved ?? latest)?.content.title ?? '',
    approved: shown(approved) ?? null,
    waiting: shown(waiting) ?? null,
    /** The last declined wording, if none was approved after it. */
    declined: shown(declined) ?? null,
  }
}

interface WaitingRow {
  id: string
  opening_id: string
  content: string
  before: string | null
  organization: string
  site: string | null
  created_at: number
  employer_waits: number
}

/** Wordings that wait for the operator, the oldest first, each with the opening's approved one. */
export function findWaitingOpenings(call: Call) {
  return call.db.all<WaitingRow>(sql`
    SELECT ov.id, ov.opening_id, ov.content, org.name AS organization, org.site,
      org.state <> 'approved' AS employer_waits, ov.created_at, (SELECT now.content
      FROM opening_versions now WHERE now.opening_id = ov.opening_id AND now.state = 'approved') AS before
    FROM opening_versions ov JOIN openings o ON o.id = ov.opening_id
    JOIN organizations org ON org.id = o.organization_id
    WHERE ov.state = 'waiting' ORDER BY ov.created_at LIMIT ${mostWaiting + 1}`)
}

export function waitingOpeningView(row: WaitingRow, now: Date) {
  const content = readContent(row.content)
  return {
    id: row.id,
    openingId: row.opening_id,
    organization: row.organization,
    site: row.site,
    /** Whether the employer is not approved, so that nobody can search with this opening yet. */
    employerWaits: row.employer_waits === 1,
    content,
    /** Only a warning: the operator may know a reason. */
    underMinimumWage: underMinimumWage(content, now) ?? null,
    before: row.before === null ? null : readContent(row.before),
    askedAt: new Date(row.created_at),
  }
}

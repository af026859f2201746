import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { type PageQuery, behind, pageOf } from '../../foundation/text/page.ts'
import { minutesToPlay } from '../../scenarios/catalogue/find-catalogue.ts'
import { isScenario } from '../../scenarios/challenge/past-work.ts'
import { challengeVersions, challenges } from '../../scenarios/tables.ts'
import { type FactRows, factStatements, historyOf } from './find-facts.ts'
import { type PathwayRow, pathwayEntry, pathwayView } from './pathway-view.ts'
import type { Playable } from './play-time.ts'

/** Small, because each row has all the texts of a pathway. */
const pageSize = 20

/**
 * The pathways that the caller's programmes offer to students, and those that the caller is on,
 * with the caller's progress; the oldest pathway first.
 */
export async function listPathways(call: Call, query: PageQuery) {
  const found = await findRows(
    call,
    sql`${behind(
      query,
      (after) => sql`(p.created_at, p.id) > (
        SELECT +created_at, +id FROM pathways WHERE id = ${after})`,
    )} ORDER BY p.created_at, p.id LIMIT ${pageSize + 1}`,
  )
  const { shown, next } = pageOf(found.rows, pageSize, ({ id }) => id)
  return { pathways: shown.map((row) => pathwayEntry(row, found)), next }
}

/** One of these pathways with its steps; undefined for any other. */
export async function findPathway(call: Call, pathwayId: string) {
  const found = await findRows(call, sql`AND p.id = ${pathwayId}`)
  const [row] = found.rows
  return row && pathwayView(row, found)
}

async function findRows(call: Call, rest: SQL) {
  const { db, actorId, now } = call
  const facts = factStatements(actorId)
  const [rows, badges, proficient, seen, playable] = await db.batch([
    db.all<PathwayRow>(sql`
      SELECT p.id, p.kind, p.organization_id, o.name AS organization, p.offered, v.number, v.body,
        e.id AS enrolment_id, e.enrolled_at
      FROM (${reachable(actorId)}) own
      CROSS JOIN pathways p ON p.id = own.id
      CROSS JOIN organizations o ON o.id = p.organization_id
      LEFT JOIN enrolments e ON e.student_id = ${actorId} AND e.pathway_id = p.id AND e.left_at IS NULL
      CROSS JOIN pathway_versions v ON v.pathway_id = p.id AND v.number = coalesce(e.version, p.offered)
      WHERE TRUE ${rest}`),
    db.all<FactRows['badges'][number]>(facts.badges),
    db.all<FactRows['challenges'][number]>(facts.challenges),
    db.all<FactRows['seen'][number]>(facts.seen),
    db.all<Playable>(sql`
      SELECT ${challenges.id}, ${challengeVersions.title}, ${challenges.skill}, ${minutesToPlay.sql} AS minutes
      FROM ${challenges} JOIN ${challengeVersions} ON ${challengeVersions.hash} = ${challenges.currentHash}
      WHERE ${challenges.organizationId} IS NULL AND ${challenges.retiredAt} IS NULL
        AND ${isScenario}`),
  ])
  return { rows, history: historyOf({ badges, challenges: proficient, seen }), playable, now }
}

/** SQL: ids of the pathways that an account can read, as a SELECT of `id`. */
const reachable = (accountId: string) => sql`
  SELECT p.id FROM memberships m CROSS JOIN pathways p ON p.organization_id = m.organization_id
  WHERE m.account_id = ${accountId} AND m.role = 'student' AND m.ended_at IS NULL
    AND p.offered IS NOT NULL
  UNION SELECT pathway_id FROM enrolments WHERE student_id = ${accountId} AND left_at IS NULL`

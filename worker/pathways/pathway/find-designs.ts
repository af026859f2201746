import { sql } from 'drizzle-orm'

import type { Acting, Call } from '../../foundation/call/call.ts'
import { shownCount } from '../../foundation/small-counts.ts'
import { isGroup, type Requirement } from '../requirement/requirement.ts'
import { ownPathway, type Pathway, pathwayOf } from './find-own-pathway.ts'
import { mostPathways } from './make-pathway.ts'
import { readBody } from './pathway-body.ts'

interface DesignRow {
  id: string
  kind: Pathway['kind']
  title: string
  offered: number | null
  newest: number | null
  enrolled: number
}

/** The pathways of the admin's programme with their drafts' titles, the oldest first. */
export async function listDesigns({ db }: Call, { organizationId }: Acting) {
  const rows = await db.all<DesignRow>(sql`
    SELECT p.id, p.kind, p.draft ->> '$.title' AS title, p.offered,
      (SELECT max(number) FROM pathway_versions v WHERE v.pathway_id = p.id) AS newest,
      (SELECT count(*) FROM enrolments e WHERE e.pathway_id = p.id AND e.left_at IS NULL) AS enrolled
    FROM pathways p WHERE p.organization_id = ${organizationId}
    ORDER BY p.created_at, p.id LIMIT ${mostPathways}`)
  return rows.map(({ enrolled, ...row }) => ({ ...row, enrolled: shownCount(enrolled) }))
}

interface VersionRow {
  number: number
  published_at: number
  body: string
  enrolled: number
}

/**
 * A pathway as its admins work on it: the draft, the newest version, how many students are on it,
 * and what an admin can confirm for a student. Versions that nobody is on any more are left out.
 * Undefined for a pathway of another programme.
 */
export async function findDesign(call: Call, pathwayId: string) {
  const [found, rows] = await call.db.batch([
    ownPathway(call, pathwayId),
    call.db.all<VersionRow>(sql`
      SELECT v.number, v.published_at, v.body, (SELECT count(*) FROM enrolments e
        WHERE e.pathway_id = v.pathway_id AND e.version = v.number AND e.left_at IS NULL) AS enrolled
      FROM pathway_versions v WHERE v.pathway_id = ${pathwayId} AND (v.number = (
          SELECT max(number) FROM pathway_versions WHERE pathway_id = ${pathwayId})
        OR v.number IN (
          SELECT version FROM enrolments WHERE pathway_id = ${pathwayId} AND left_at IS NULL))
      ORDER BY v.number DESC`),
  ])
  const pathway = pathwayOf(found)
  if (!pathway) return undefined
  const { id, kind, draft, version, offered, newest } = pathway
  const latest = rows.find(({ number }) => number === newest)
  const attested = rows.flatMap(({ number, body }) =>
    attestedIn(readBody(body).steps.map(({ requirement }) => requirement)).map((title) => ({
      version: number,
      title,
    })),
  )
  return {
    id,
    kind,
    draft,
    version,
    offered,
    published: latest
      ? {
          number: latest.number,
          at: new Date(latest.published_at).toISOString(),
          ...readBody(latest.body),
        }
      : null,
    enrolled: shownCount(rows.reduce((sum, { enrolled }) => sum + enrolled, 0)),
    /** Each title once, with the newest version that has it. */
    attested: [...new Map(attested.toReversed().map((each) => [each.title, each])).values()],
  }
}

/** The titles of what a programme's admins can confirm for these requirements. */
export function attestedIn(requirements: readonly Requirement[]): string[] {
  return requirements.flatMap((requirement): string[] => {
    if (isGroup(requirement)) return attestedIn(requirement.of)
    const { kind } = requirement
    return kind === 'attested' && requirement.by === 'programme' ? [requirement.title] : []
  })
}

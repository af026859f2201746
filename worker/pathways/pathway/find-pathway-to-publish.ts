import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { isSkill } from '../../skills/skill.ts'
import type { Leaf } from '../requirement/requirement.ts'
import { ownPathway, type Pathway, pathwayOf } from './find-own-pathway.ts'

export interface PathwayToPublish {
  pathway: Pathway
  /** Whether there is what a leaf of a requirement names. */
  isKnown: (leaf: Leaf) => boolean
}

/**
 * A pathway of the admin's own programme, with what its draft can name today. Modules of knowledge
 * and reflection and claims of prior learning do not exist here yet, and no employer can confirm
 * anything yet: a step that asks for them could not be finished.
 */
export async function findPathwayToPublish(
  call: Call,
  pathwayId: string,
): Promise<PathwayToPublish | undefined> {
  const named = sql`pathways p CROSS JOIN json_tree(p.draft, '$.steps') named`
  const isNamed = sql`p.id = ${pathwayId} AND named.key IN ('achievement', 'id')`
  const [found, rows] = await call.db.batch([
    ownPathway(call, pathwayId),
    call.db.all<{ id: string }>(sql`
      SELECT a.lineage_id AS id FROM ${named}
        CROSS JOIN achievements a ON a.lineage_id = named.atom WHERE ${isNamed}
      UNION SELECT c.id FROM ${named} CROSS JOIN challenges c ON c.id = named.atom
        WHERE ${isNamed} AND c.retired_at IS NULL AND c.current_hash IS NOT NULL
          AND (c.organization_id IS NULL OR c.organization_id = p.organization_id)`),
  ])
  const pathway = pathwayOf(found)
  const targets = new Set(rows.map(({ id }) => id))
  return pathway && { pathway, isKnown: (leaf) => isTarget(leaf, targets) }
}

function isTarget(leaf: Leaf, found: ReadonlySet<string>): boolean {
  switch (leaf.kind) {
    case 'credential':
      return isSkill(leaf.achievement) || found.has(leaf.achievement)
    case 'challenge':
      return found.has(leaf.id)
    case 'attested':
      return leaf.by === 'programme'
    case 'credit':
    case 'alignment':
      return true
    case 'knowledge':
    case 'reflection':
    case 'prior-learning':
      return false
  }
}

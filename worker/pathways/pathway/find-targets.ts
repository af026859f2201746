import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { isSkill } from '../../skills/skill.ts'
import type { Leaf } from '../requirement/requirement.ts'
import type { DraftRequirement, PathwayDraft } from './draft-input.ts'

/**
 * What requirements can name in this programme today, as a function of a leaf. Modules of
 * knowledge and reflection and claims of prior learning do not exist here yet, and no employer can
 * confirm anything yet: a step that asks for them could not be finished.
 */
export async function findTargets(
  { db }: Call,
  organizationId: string,
  draft: PathwayDraft,
): Promise<(leaf: Leaf) => boolean> {
  const named = draft.steps.flatMap(({ requirement }) => namedIn(requirement))
  const list = JSON.stringify([...new Set(named)])
  const rows = await db.all<{ id: string }>(sql`
    SELECT a.lineage_id AS id FROM json_each(${list}) named
      CROSS JOIN achievements a ON a.lineage_id = named.value
    UNION SELECT c.id FROM json_each(${list}) named CROSS JOIN challenges c ON c.id = named.value
      WHERE c.retired_at IS NULL AND c.current_hash IS NOT NULL
        AND (c.organization_id IS NULL OR c.organization_id = ${organizationId})`)
  const found = new Set(rows.map(({ id }) => id))
  return (leaf) => isTarget(leaf, found)
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

function namedIn(requirement: DraftRequirement): string[] {
  if ('of' in requirement) return requirement.of.flatMap(namedIn)
  if (requirement.kind === 'credential') return [requirement.achievement]
  return requirement.kind === 'challenge' ? [requirement.id] : []
}

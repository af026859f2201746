import { eq, isNull, lt, or, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { activeGeneration } from '../issuer/active-generation.ts'
import { statusLists } from '../tables.ts'

interface StatusBits {
  did: string
  origin: string
  organizationId: string
  /** The key that signs the list now; null while none does. */
  generation: string | null
  /** The indexes of ended badges, each once. */
  indexes: number[]
}

/** Which badges of a list have ended, and the issuer, as its document needs them. */
export async function findStatusBits(call: Call, listId: string): Promise<StatusBits | undefined> {
  const [row] = await call.db.all<Omit<StatusBits, 'indexes'> & { indexes: string }>(sql`
    SELECT i.did, i.origin, i.organization_id AS organizationId,
      ${activeGeneration(sql`i.did`, 'status')} AS generation, (
      SELECT json_group_array(c.status_index) FROM credentials c
      WHERE c.status_list_id = l.id AND c.ended_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM credential_ends e WHERE e.credential_id = c.id)) AS indexes
    FROM status_lists l JOIN issuers i ON i.did = l.did WHERE l.id = ${listId}`)
  if (!row) return undefined
  const parsed: unknown = JSON.parse(row.indexes)
  const indexes = Array.isArray(parsed) ? parsed.filter((index) => typeof index === 'number') : []
  return { ...row, indexes }
}

/** A list as it was last signed. Public. */
export async function findStatusList({ db }: Call, listId: string): Promise<object | undefined> {
  const row = await db
    .select({ document: statusLists.signedDocument })
    .from(statusLists)
    .where(eq(statusLists.id, listId))
    .get()
  return row?.document ? JSON.parse(row.document) : undefined
}

/**
 * Lists signed before a moment, in random order, so that lists that fail do not block the others.
 */
export function listStaleStatusLists({ db }: Call, before: Date, limit: number) {
  return db
    .select({ id: statusLists.id, signedAt: statusLists.signedAt })
    .from(statusLists)
    .where(or(isNull(statusLists.signedAt), lt(statusLists.signedAt, before)))
    .orderBy(sql`random()`)
    .limit(limit)
}

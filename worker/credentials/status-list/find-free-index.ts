import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { randomBytes } from '../../foundation/crypto/encoding.ts'
import { indexFrom } from './status-list.ts'

interface FreeIndex {
  listId: string
  /** None of the eight that were drawn is free. */
  index: number | null
}

const draws = 8

/** The open list of an issuer and, of eight indexes drawn by chance, the first that is free in it. */
export async function findFreeIndex(call: Call, did: string): Promise<FreeIndex | undefined> {
  const drawn = Array.from({ length: draws }, () => indexFrom(randomBytes(3)))
  const [free] = await call.db.all<FreeIndex>(sql`
    SELECT l.id AS listId, (
      SELECT d.value FROM json_each(${JSON.stringify(drawn)}) d WHERE NOT EXISTS (
        SELECT 1 FROM credentials c WHERE c.status_list_id = l.id AND c.status_index = d.value)
      LIMIT 1) AS "index"
    FROM status_lists l WHERE l.did = ${did} AND l.purpose = 'revocation' AND l.full_at IS NULL`)
  return free
}

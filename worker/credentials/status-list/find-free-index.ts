import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { randomBytes } from '../../foundation/crypto/encoding.ts'
import { indexFrom } from './status-list.ts'

interface FreeIndex {
  listId: string
  /** Null if none of the eight drawn indexes is free. */
  index: number | null
}

const draws = 8

/** The issuer's open list, and the first free index out of eight drawn at random. */
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

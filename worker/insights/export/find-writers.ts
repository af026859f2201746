import { sql } from 'drizzle-orm'

import { namesToHideOf } from '../../attempts/submission/find-names-to-hide.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { ExportedPart } from './exported-part.ts'
import type { StoredRow } from './find-exported-rows.ts'

export interface WriterRow {
  id: string
  /** Sealed. */
  name: string | null
  /** For `readNamesToHide`. */
  programmes: string
}

/**
 * The caller, and the writers of those words in these rows that must not show who wrote them.
 * Nobody if there are no such words.
 */
export async function findWriters(
  call: Call,
  found: ReadonlyMap<ExportedPart, readonly StoredRow[]>,
): Promise<WriterRow[]> {
  const ids = [...found].flatMap(([{ writer }, rows]) =>
    writer ? rows.map((row) => row.writer_id) : [],
  )
  if (ids.length === 0) return []
  return call.db.all<WriterRow>(sql`
    SELECT a.id, a.name, ${namesToHideOf(sql`a.id`)} AS programmes
    FROM json_each(${JSON.stringify([...new Set([call.actorId, ...ids])])}) wanted
    CROSS JOIN accounts a ON a.id = wanted.value`)
}

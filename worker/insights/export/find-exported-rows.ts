import { databaseOf } from '../../database-of.ts'
import type { Call } from '../../foundation/call/call.ts'
import { type ExportedPart, exportedParts } from './exported-part.ts'

/** A row as it is stored, by column. */
export type StoredRow = Readonly<Record<string, string | number | null>>

interface Page {
  part: ExportedPart
  /** The last row of the page before this one. */
  after?: StoredRow
}

/**
 * The rows of every part of the caller's export. A round trip reads a page of each table that has
 * more, so there are as many as the longest table has pages.
 */
export async function findExportedRows(call: Call): Promise<Map<ExportedPart, StoredRow[]>> {
  const found = new Map<ExportedPart, StoredRow[]>()
  let pages: Page[] = exportedParts.map((part) => ({ part }))
  while (pages.length > 0) {
    const read = await readPages(call, pages)
    for (const { part, rows } of read) found.set(part, [...(found.get(part) ?? []), ...rows])
    pages = read.flatMap(({ part, rows }) => {
      const after = rows.at(part.rowsPerPage - 1)
      return after ? [{ part, after }] : []
    })
  }
  return found
}

async function readPages({ env, actorId, now }: Call, pages: readonly Page[]) {
  const db = databaseOf(env)
  const statements = pages.map(({ part, after }) => {
    const last = after ? part.key.map((name) => after[name]) : []
    return db.prepare(after ? part.nextPage : part.firstPage).bind(actorId, now.getTime(), ...last)
  })
  const results = await db.batch<StoredRow>(statements)
  return pages.map(({ part }, index) => ({ part, rows: results[index]?.results ?? [] }))
}

import { databaseOf } from '../../database-of.ts'
import type { Call } from '../../foundation/call/call.ts'
import { type ExportedPart, exportedParts } from './exported-part.ts'

/** A row as it is stored, by column. */
export type StoredRow = Readonly<Record<string, Cell>>

/** A row as a statement returns it: the number of its page, and JSON of its cells. */
interface Cells {
  page: number
  cells: string
}

type Cell = string | number | null

/** D1 allows five SELECTs in one statement, and 32 arguments of a function. */
const most = { pages: 5, cells: 30 }

interface Page {
  part: ExportedPart
  /** The last row of the page before this one. */
  after?: StoredRow
}

/**
 * The rows of every part of the caller's export. A round trip reads a page of each table that has
 * more, so there are as many round trips as the longest table has pages.
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
  const groups = inGroups(pages, most.pages)
  const statements = groups.map((group) => {
    const last = group.map(({ part, after }) => after && part.key.map((name) => after[name]))
    return db.prepare(together(group)).bind(actorId, now.getTime(), JSON.stringify(last))
  })
  const results = await db.batch<Cells>(statements)
  return groups.flatMap((group, index) =>
    group.map(({ part }, page) => {
      const own = results[index]?.results.filter((row) => row.page === page) ?? []
      return { part, rows: own.map(({ cells }) => rowOf(part, cells)) }
    }),
  )
}

/** One statement for several pages, because a plan limits the statements of a request. */
function together(group: readonly Page[]): string {
  const selects = group.map(({ part, after }, page) => {
    const sql = after
      ? part.nextPage.replaceAll(/\?([3-9])/g, (_, n) => `(?3 ->> '$[${page}][${Number(n) - 3}]')`)
      : part.firstPage
    const cells = inGroups(part.names, most.cells).map(
      (names) => `json_array(${names.map((name) => `"${name}"`).join(', ')})`,
    )
    return `SELECT ${page} AS page, json_array(${cells.join(', ')}) AS cells
      FROM (${sql}) WHERE ?3 IS NOT NULL`
  })
  return selects.join(' UNION ALL ')
}

function rowOf({ names }: ExportedPart, text: string): StoredRow {
  const cells: Cell[] = JSON.parse(text).flat()
  return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null]))
}

function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  const groups = Math.ceil(items.length / size)
  return Array.from({ length: groups }, (_, n) => items.slice(n * size, (n + 1) * size))
}

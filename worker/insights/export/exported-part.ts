import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

import { lengthOf } from '../../foundation/crypto/sealed-column.ts'
import type { PersonalRows } from '../../foundation/personal-rows.ts'
import { personalRows } from '../personal/register.ts'
import { namesOf, orderOf } from './names-of-ids.ts'
import { tablesByName } from './tables-by-name.ts'

/** What an export has of one table, and the query for a page of it. */
export interface ExportedPart extends Pick<PersonalRows, 'topic' | 'shown' | 'writer'> {
  table: string
  columns: readonly SQLiteColumn[]
  /** The names of the columns as the export shows them, also of those that are SQL. */
  order: readonly string[]
  /** The columns of the primary key, by which it pages. */
  key: readonly string[]
  /** The names of the columns that a page selects. */
  names: readonly string[]
  rowsPerPage: number
  /**
   * SQL of a page: `?1` is the account, `?2` is now. A page after the first one gets the primary
   * key of the row before it as `?3` and so on.
   */
  firstPage: string
  nextPage: string
}

/** The most letters of sealed text, and the most rows, of a page. */
const mostOfPage = { letters: 2_000_000, rows: 500 }

/** Rows whose text is sealed for something else than their primary key. */
const sealedFor: Record<string, string> = {
  review_drafts: `(SELECT c.reviewer_id || ' ' || coalesce(c.submission_id, c.item_id) FROM claims c
    WHERE c.id = review_drafts.claim_id)`,
  submissions: 'submissions.id',
  visible_credentials: 'visible_credentials.credential_id',
}

/** Every part of the register that has columns for an export, in the order of the register. */
export const exportedParts: readonly ExportedPart[] = personalRows.flatMap((rows) =>
  'not' in rows.exported ? [] : [partOf(rows.table, rows, rows.exported)],
)

function partOf(table: string, rows: PersonalRows, exported: readonly string[]): ExportedPart {
  const { columns: all, key } = tableOf(table)
  const columns = exported.flatMap((name) => all.get(name) ?? [])
  const computed = { ...rows.computed, ...namesOf(table, exported, rows.computed) }
  const order = orderOf([...Object.keys(rows.computed ?? {}), ...exported])
  const own = [...new Set([...exported, ...key])].map((name) => [name, `${table}.${name}`] as const)
  const added = Object.entries({ ...computed, ...sealedRow(table, key), ...writerOf(rows) })
  const selected = new Map([...own, ...added])
  const rowsPerPage = pageOf(columns)
  const page = (after: string) => `SELECT ${Array.from(selected, aliased).join(', ')} FROM ${table}
    WHERE (${rows.of}) AND (${rows.exportedIf ?? '1'}) AND ?2 IS NOT NULL ${after}
    ORDER BY ${key.map((name) => `${table}.${name}`).join(', ')} LIMIT ${rowsPerPage}`
  const last = key.map((_, index) => `?${index + 3}`).join(', ')
  const behind = `AND (${key.map((name) => `${table}.${name}`).join(', ')}) > (${last})`
  return {
    ...rows,
    table,
    columns,
    order,
    key,
    names: [...selected.keys()],
    rowsPerPage,
    firstPage: page(''),
    nextPage: page(behind),
  }
}

/** A table without a primary key pages by its row ids. */
function tableOf(table: string) {
  const { columns, key } = tablesByName.get(table) ?? { columns: new Map(), key: [] }
  return { columns, key: key.length > 0 ? key : ['rowid'] }
}

function aliased([name, sql]: readonly [string, string]): string {
  return `${sql} AS "${name}"`
}

function sealedRow(table: string, key: readonly string[]) {
  return {
    sealed_row: sealedFor[table] ?? key.map((name) => `${table}.${name}`).join(` || ' ' || `),
  }
}

function writerOf({ writer }: PersonalRows) {
  return writer && { writer_id: writer.accountId, writer_language: writer.language }
}

/** So many rows that a page is not too large if each has the longest texts, but at least ten. */
function pageOf(columns: readonly SQLiteColumn[]): number {
  const letters = columns.map(lettersIn).reduce((sum, each) => sum + each, 0)
  return Math.min(mostOfPage.rows, Math.max(10, Math.floor(mostOfPage.letters / letters)))
}

/** The longest sealed text of a column; 0 for a column that is not sealed. */
function lettersIn(column: SQLiteColumn): number {
  const [, most] = /^sealed\((\d+)\)$/.exec(column.getSQLType()) ?? []
  return most === undefined ? 0 : lengthOf(Number(most))
}

export function isSealed(column: SQLiteColumn): boolean {
  return lettersIn(column) > 0
}

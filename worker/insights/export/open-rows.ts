import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { open } from '../../foundation/crypto/seal.ts'
import { type ExportedPart, isSealed } from './exported-part.ts'
import type { StoredRow } from './find-exported-rows.ts'
import type { HideWriter } from './hide-writer.ts'

/** A row as the export shows it: times in ISO 8601, sealed text opened, names beside ids. */
export type ExportedRow = Readonly<Record<string, unknown>>

/**
 * Opens the rows of a part. Sorted by time; rows without a time by their words, because the order
 * of their random ids would show which rows of two tables belong together.
 */
export async function openRows(
  call: Call,
  part: ExportedPart,
  rows: readonly StoredRow[],
  hide: HideWriter,
): Promise<ExportedRow[]> {
  const opened = await allOf(rows, (row) => openRow(call, part, row, hide))
  const time = part.columns.find(isTime)?.name
  const sorted = opened.map((row) => ({ row, by: time ? String(row[time]) : JSON.stringify(row) }))
  return sorted.toSorted(byText).map(({ row }) => row)
}

/** Rows that are equal keep the order of their primary key. */
function byText(one: { by: string }, other: { by: string }): number {
  if (one.by === other.by) return 0
  return one.by < other.by ? -1 : 1
}

async function openRow(
  call: Call,
  part: ExportedPart,
  row: StoredRow,
  hide: HideWriter,
): Promise<ExportedRow> {
  const { columns, order, shown = {} } = part
  // All texts are asked for before the first one is opened, so that the vault is asked once.
  const values = await allOf(columns, async (column) => {
    const value = await cellOf(call, part, column, row, hide)
    return [column.name, value === null ? null : (shown[column.name]?.(value) ?? value)] as const
  })
  const cells = new Map(values)
  return Object.fromEntries(
    order.map((name) => [name, cells.has(name) ? cells.get(name) : (row[name] ?? null)]),
  )
}

async function cellOf(
  call: Call,
  part: ExportedPart,
  column: SQLiteColumn,
  row: StoredRow,
  hide: HideWriter,
): Promise<unknown> {
  const value = row[column.name] ?? null
  if (value === null) return null
  if (!isSealed(column)) {
    const read: unknown = column.mapFromDriverValue(value)
    return read instanceof Date ? read.toISOString() : read
  }
  // An erasure leaves '' where a sealed text was.
  if (value === '') return null
  const words = await open(call, column, String(row.sealed_row), String(value))
  return part.writer ? hide(row, words) : words
}

const isTime = ({ dataType }: SQLiteColumn) => dataType === 'date'

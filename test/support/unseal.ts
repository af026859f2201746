import { env } from 'cloudflare:workers'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { type SQLiteTable, getTableConfig } from 'drizzle-orm/sqlite-core'

import { open } from '../../worker/foundation/crypto/seal.ts'
import { tables } from './all-tables.ts'
import { allTriggers } from './multiply.ts'
import { sealingCall } from './sealing.ts'

/** SQL for the row that text is sealed for, in tables where that is not the primary key. */
const otherRows: Record<string, string> = {
  review_drafts: `(SELECT reviewer_id || ' ' || submission_id FROM claims WHERE id = claim_id)`,
  submissions: 'id',
  visible_credentials: 'credential_id',
}

interface Cell {
  /** `table.column` */
  place: string
  /** As it is stored. */
  text: string
  plain: string
  sealed: boolean
}

/** Every cell of every sealed column, opened. */
export async function openAll(): Promise<Cell[]> {
  const call = sealingCall()
  const cells: Cell[] = []
  for (const table of tables) {
    for (const column of Object.values(getTableColumns(table))) {
      if (!column.getSQLType().startsWith('sealed(')) continue
      const name = getTableName(table)
      const { results } = await env.DB.prepare(
        `SELECT ${otherRows[name] ?? keyOf(table)} AS "row", ${column.name} AS text FROM ${name}
         WHERE ${column.name} IS NOT NULL`,
      ).all<{ row: string; text: string }>()
      const opened = results.map(async ({ row, text }) => ({
        place: `${name}.${column.name}`,
        text,
        plain: await open(call, column, row, text),
        sealed: text.startsWith('1|'),
      }))
      cells.push(...(await Promise.all(opened)))
    }
  }
  return cells
}

/**
 * Replaces all sealed text by unsealed text, which can also be opened on a laptop. Rows can then be
 * copied: a copy of sealed text cannot be opened, because text is sealed for one row.
 */
export async function unsealAll(): Promise<void> {
  const sealed = (await openAll()).filter((cell) => cell.sealed)
  const byPlace = Map.groupBy(sealed, ({ place }) => place)
  // Triggers forbid changes to some rows, so they are dropped and created again.
  const triggers = await allTriggers()
  await env.DB.batch(triggers.map(({ name }) => env.DB.prepare(`DROP TRIGGER ${name}`)))
  for (const [place, cells] of byPlace) {
    const [table = '', column = ''] = place.split('.')
    const unsealed = cells.map(({ text, plain }) => ({ text, plain: `0|${plain}` }))
    await env.DB.prepare(
      `UPDATE ${table} SET ${column} = new.value ->> 'plain'
       FROM json_each(?) AS new WHERE ${column} = new.value ->> 'text'`,
    )
      .bind(JSON.stringify(unsealed))
      .run()
  }
  await env.DB.batch(triggers.map(({ sql }) => env.DB.prepare(sql)))
}

function keyOf(table: SQLiteTable): string {
  const { columns, primaryKeys } = getTableConfig(table)
  const [composite] = primaryKeys
  const parts = composite ? composite.columns : columns.filter(({ primary }) => primary)
  return parts.map(({ name }) => name).join(` || ' ' || `)
}

import { env } from 'cloudflare:workers'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { type SQLiteTable, getTableConfig } from 'drizzle-orm/sqlite-core'

import { open, rowOf } from '../../worker/foundation/crypto/seal.ts'
import { tables } from './all-tables.ts'
import { allTriggers } from './multiply.ts'
import { sealingCall } from './sealing.ts'

/** SQL of the row that text is sealed for, where that is not the primary key. */
const otherRows: Record<string, string> = {
  review_drafts: `(SELECT reviewer_id || ' ' || submission_id FROM claims WHERE id = claim_id)`,
  submissions: 'id',
  visible_credentials: 'credential_id',
}

/**
 * Replaces all sealed text by unsealed text, which a laptop opens too. Rows can then be copied: a
 * copy of sealed text does not open, because it is sealed for one row.
 */
export async function unsealAll(): Promise<void> {
  const call = sealingCall()
  // Some rows never change: triggers refuse it.
  const triggers = await allTriggers()
  await env.DB.batch(triggers.map(({ name }) => env.DB.prepare(`DROP TRIGGER ${name}`)))
  for (const table of tables) {
    for (const column of Object.values(getTableColumns(table))) {
      if (!column.getSQLType().startsWith('sealed(')) continue
      const row = otherRows[getTableName(table)] ?? keyOf(table)
      const { results } = await env.DB.prepare(
        `SELECT ${row} AS "row", ${column.name} AS text FROM ${getTableName(table)}
         WHERE ${column.name} LIKE '1|%'`,
      ).all<{ row: string; text: string }>()
      const opened = await Promise.all(
        results.map(async (found) => ({
          ...found,
          plain: `0|${await open(call, column, found.row, found.text)}`,
        })),
      )
      await env.DB.prepare(
        `UPDATE ${getTableName(table)} SET ${column.name} = new.value ->> 'plain'
         FROM json_each(?) AS new WHERE ${column.name} = new.value ->> 'text'`,
      )
        .bind(JSON.stringify(opened))
        .run()
    }
  }
  await env.DB.batch(triggers.map(({ sql }) => env.DB.prepare(sql)))
}

function keyOf(table: SQLiteTable): string {
  const { columns, primaryKeys } = getTableConfig(table)
  const [composite] = primaryKeys
  const parts = composite ? composite.columns : columns.filter(({ primary }) => primary)
  return parts.map(({ name }) => name).join(` || '${rowOf('', '')}' || `)
}

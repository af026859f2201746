import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import type { PersonalRows } from '../../foundation/personal-rows.ts'
import { personalRows } from '../personal/register.ts'

/**
 * What the register says of an erasure, as statements. Later rooms come first, and in a room the
 * tables that refer to others: a row is deleted before the row that it refers to. Rows of one table
 * that change in the same way are one statement: an erasure is one commit, and on the free plan a
 * run has 50 statements.
 */
export function registerStatements(call: Call, accountId: string): Statement[] {
  const conditions = new Map<string, string[]>()
  for (const rows of personalRows.toReversed()) {
    const change = changeOf(rows)
    if (change) conditions.set(change, [...(conditions.get(change) ?? []), `(${rows.of})`])
  }
  const values = { '?1': accountId, '?2': call.now.getTime() }
  return [...conditions].map(([change, all]) =>
    call.db.run(bound(`${change} WHERE ${all.join(' OR ')}`, values)),
  )
}

function changeOf(rows: PersonalRows & { table: string }): string | undefined {
  const { table, erase, deletedBy } = rows
  if (deletedBy) return undefined
  if (erase === 'delete') return `DELETE FROM ${table}`
  const columns = 'detach' in erase ? Object.entries(erase.detach) : []
  if (columns.length === 0) return undefined
  return `UPDATE ${table} SET ${columns.map(([column, value]) => `${column} = ${value}`).join(', ')}`
}

/** SQL of the register, which is written in the source, with values for `?1` and `?2`. */
function bound(text: string, values: Record<string, string | number>): SQL {
  const parts = text.split(/\?\d/)
  const strings = Object.assign(parts, { raw: parts })
  return sql(strings, ...[...text.matchAll(/\?\d/g)].map(([name]) => values[name]))
}

import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import type { PersonalRows } from '../../foundation/personal-rows.ts'
import { personalRows } from '../personal/register.ts'

/**
 * What the register says of an erasure, as statements. Later rooms come first, and in a room the
 * tables that refer to others: a row is deleted before the row that it refers to.
 */
export function registerStatements(call: Call, accountId: string): Statement[] {
  return personalRows.toReversed().flatMap((rows) => {
    const change = changeOf(rows)
    if (change === undefined) return []
    return [call.db.run(bound(`${change} WHERE ${rows.of}`, accountId))]
  })
}

function changeOf({ table, erase }: PersonalRows & { table: string }): string | undefined {
  if (erase === 'delete') return `DELETE FROM ${table}`
  const columns = 'detach' in erase ? Object.entries(erase.detach) : []
  if (columns.length === 0) return undefined
  return `UPDATE ${table} SET ${columns.map(([column, value]) => `${column} = ${value}`).join(', ')}`
}

/** SQL of the register, which is written in the source, with the account's id for each `?1`. */
function bound(text: string, accountId: string): SQL {
  const parts = text.split('?1')
  const strings = Object.assign(parts, { raw: parts })
  return sql(strings, ...parts.slice(1).map(() => accountId))
}

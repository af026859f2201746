import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { starterSet } from '../occupation/starter-occupations.ts'
import type { Branch } from './branch-input.ts'
import { type MilitaryAnswer, civilianWork } from './civilian-work.ts'
import { readingsOf } from './military-code.ts'
import type { MilitaryRow } from './military-row.ts'

const Titles = v.array(v.object({ title: v.string(), occupation: v.optional(v.string()) }))

interface Stored {
  branch: MilitaryRow['branch']
  code: string
  name: string | null
  titles: string
}

/**
 * The civilian work behind a military code, which `militaryCode` has read; of all branches if none
 * is named. It stores nothing, not even that somebody asked.
 */
export async function findMilitaryCode(
  { db }: Call,
  asked: { code: string; branch?: Branch | undefined },
): Promise<MilitaryAnswer> {
  const codes = JSON.stringify(readingsOf(asked.code).map(({ code }) => code))
  const rows = await db.all<Stored>(sql`
    SELECT branch, code, name, titles FROM json_each(${codes}) typed
    CROSS JOIN military_codes ON code = typed.value ORDER BY typed.key, branch`)
  const read = rows.map(({ name, titles, ...row }) => ({
    ...row,
    ...(name !== null && { name }),
    titles: v.parse(Titles, JSON.parse(titles)),
  }))
  return civilianWork(asked, read, starterSet)
}

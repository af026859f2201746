import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'

import * as accounts from '../../accounts/tables.ts'
import * as attempts from '../../attempts/tables.ts'
import * as audit from '../../audit/tables.ts'
import * as credentials from '../../credentials/tables.ts'
import * as foundation from '../../foundation/tables.ts'
import * as interviews from '../../interviews/tables.ts'
import * as notifications from '../../notifications/tables.ts'
import * as organizations from '../../organizations/tables.ts'
import * as pathways from '../../pathways/tables.ts'
import * as calibration from '../../reviews/calibration-tables.ts'
import * as sharing from '../../reviews/sharing-tables.ts'
import * as reviews from '../../reviews/tables.ts'
import * as scenarios from '../../scenarios/tables.ts'
import * as scoring from '../../scoring/tables.ts'
import * as skills from '../../skills/tables.ts'
import * as talent from '../../talent/tables.ts'
import * as insights from '../tables.ts'

export interface SealedTable {
  table: string
  sealed: string[]
  clear: string[]
}

const rooms: Record<string, unknown>[] = [
  foundation,
  audit,
  accounts,
  notifications,
  organizations,
  skills,
  scenarios,
  attempts,
  calibration,
  reviews,
  sharing,
  scoring,
  credentials,
  pathways,
  talent,
  interviews,
  insights,
]

/** Which columns of each table are encrypted, as the rooms declare them, and which are not. */
export function sealedColumns(): SealedTable[] {
  return rooms
    .flatMap((room) => Object.values(room))
    .filter((value) => is(value, SQLiteTable))
    .map((table) => {
      const columns = Object.values(getTableColumns(table))
      const isSealed = (column: (typeof columns)[number]) =>
        column.getSQLType().startsWith('sealed(')
      return {
        table: getTableName(table),
        sealed: columns.filter((column) => isSealed(column)).map(({ name }) => name),
        clear: columns.filter((column) => !isSealed(column)).map(({ name }) => name),
      }
    })
}

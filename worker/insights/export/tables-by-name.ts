import { is } from 'drizzle-orm'
import { type SQLiteColumn, SQLiteTable, getTableConfig } from 'drizzle-orm/sqlite-core'

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

const rooms = [foundation, audit, accounts, notifications, organizations, skills, scenarios]
const judging = [attempts, calibration, reviews, sharing, scoring, credentials]
const hiring = [pathways, talent, interviews, insights]

interface Table {
  columns: ReadonlyMap<string, SQLiteColumn>
  /** The names of the columns of its primary key. */
  key: readonly string[]
}

/** Every table of the Worker, by its name in SQL. */
export const tablesByName: ReadonlyMap<string, Table> = new Map(
  [...rooms, ...judging, ...hiring]
    .flatMap((room): unknown[] => Object.values(room))
    .filter((value) => is(value, SQLiteTable))
    .map((table) => {
      const { name, columns, primaryKeys } = getTableConfig(table)
      const key = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary)
      return [
        name,
        {
          columns: new Map(columns.map((column) => [column.name, column])),
          key: key.map((column) => column.name),
        },
      ]
    }),
)

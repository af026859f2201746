import { env } from 'cloudflare:workers'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'

import * as accounts from '../../../worker/accounts/tables.ts'
import * as attempts from '../../../worker/attempts/tables.ts'
import * as audit from '../../../worker/audit/tables.ts'
import * as credentials from '../../../worker/credentials/tables.ts'
import * as foundation from '../../../worker/foundation/tables.ts'
import * as insights from '../../../worker/insights/tables.ts'
import * as interviews from '../../../worker/interviews/tables.ts'
import * as notifications from '../../../worker/notifications/tables.ts'
import * as organizations from '../../../worker/organizations/tables.ts'
import * as reviews from '../../../worker/reviews/tables.ts'
import * as scenarios from '../../../worker/scenarios/tables.ts'
import * as scoring from '../../../worker/scoring/tables.ts'
import * as skills from '../../../worker/skills/tables.ts'
import * as talent from '../../../worker/talent/tables.ts'

const rooms: Record<string, unknown>[] = [
  accounts,
  attempts,
  audit,
  credentials,
  foundation,
  insights,
  interviews,
  notifications,
  organizations,
  reviews,
  scenarios,
  scoring,
  skills,
  talent,
]
const tables = rooms
  .flatMap((room) => Object.values(room))
  .filter((value) => is(value, SQLiteTable))

it.each(tables.map((table) => [getTableName(table), table] as const))(
  'table %s is what the migrations built',
  async (name, table) => {
    const { results } = await env.DB.prepare(
      'SELECT name, "notnull" FROM pragma_table_info(?) ORDER BY cid',
    )
      .bind(name)
      .all()
    const declared = Object.values(getTableColumns(table)).map((column) => ({
      name: column.name,
      notnull: column.notNull ? 1 : 0,
    }))
    expect(results).toEqual(declared)
  },
)

it('declares every table that the migrations built', async () => {
  const { results } = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_cf_%' AND name <> 'd1_migrations'",
  ).all<{ name: string }>()
  const built = results.map(({ name }) => name).toSorted()
  expect(built).toEqual(tables.map((table) => getTableName(table)).toSorted())
})

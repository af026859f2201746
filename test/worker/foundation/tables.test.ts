import { env } from 'cloudflare:workers'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { tables } from '../../support/all-tables.ts'

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

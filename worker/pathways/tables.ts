import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Civilian titles of a military code, from a list that the operator loaded. */
export const militaryCodes = sqliteTable(
  'military_codes',
  {
    code: text().notNull(),
    /** `unknown` if the list has no branches. */
    branch: text().notNull(),
    name: text(),
    titles: text().notNull(),
    fileHash: text('file_hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.branch] })],
)

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import { personalRows, register } from '../../../worker/insights/personal/register.ts'

const tables = await env.DB.prepare(
  `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'
    AND name NOT IN ('d1_migrations', 'sqlite_sequence')`,
).all<{ name: string }>()

it('has a line for every table of the database, and for no other', () => {
  expect(Object.keys(register).toSorted()).toEqual(
    tables.results.map(({ name }) => name).toSorted(),
  )
})

it('finds the rows by every column that refers to an account', async () => {
  const { results } = await env.DB.prepare(
    `SELECT s.name AS "table", f."from" AS "column" FROM sqlite_master s, pragma_foreign_key_list(s.name) f
     WHERE s.type = 'table' AND s.name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND f."table" = 'accounts'`,
  ).all<{ table: string; column: string }>()
  expect(results.length).toBeGreaterThan(30)
  const missing = results.filter(
    ({ table, column }) =>
      // Found by its submission, which has the same author.
      `${table}.${column}` !== 'submission_queue.author_id' &&
      !personalRows.some((row) => row.table === table && row.of.includes(`${column} = ?1`)),
  )
  expect(missing).toEqual([])
})

describe.each(personalRows.map((row, index) => ({ ...row, index })))(
  '$table, part $index',
  ({ table, of, exported, exportedIf, erase }) => {
    it('has conditions and columns that the database knows', async () => {
      const columns = 'not' in exported ? '1' : exported.join(', ')
      const condition = `(${of}) AND (${exportedIf ?? '1'})`
      await env.DB.prepare(`SELECT ${columns} FROM ${table} WHERE ${condition}`).bind('x').all()
    })

    it('is erased by a statement that the database knows, along an index', async () => {
      const sets = typeof erase === 'object' && 'detach' in erase ? erase.detach : {}
      const change =
        erase === 'delete'
          ? `DELETE FROM ${table}`
          : `UPDATE ${table} SET ${Object.entries(sets)
              .map(([column, value]) => `${column} = ${value}`)
              .join(', ')}`
      if (erase !== 'delete' && Object.keys(sets).length === 0) return
      const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${change} WHERE ${of}`)
        .bind('x')
        .all<{ detail: string }>()
      // Sign-ins are gone after a day.
      expect(results.filter(({ detail }) => /^SCAN (?!sign_ins)/.test(detail))).toEqual([])
    })
  },
)

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import { exportedParts } from '../../../worker/insights/export/exported-part.ts'
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
      const condition = `(${of}) AND (${exportedIf ?? '1'}) AND ?2 > 0`
      await env.DB.prepare(`SELECT ${columns} FROM ${table} WHERE ${condition}`).bind('x', 1).all()
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
        .bind(...['x', 1].slice(0, change.includes('?2') ? 2 : 1))
        .all<{ detail: string }>()
      // Sign-ins are gone after a day, drafts of reviews after a month.
      expect(results.filter(({ detail }) => /^SCAN (?!sign_ins|d )/.test(detail))).toEqual([])
    })
  },
)

describe.each(exportedParts.map((part, index) => ({ ...part, index })))(
  'the export of $table, $topic',
  ({ table, columns, key, firstPage, nextPage, rowsPerPage, shown = {} }) => {
    const queries = [
      { query: firstPage, last: [] },
      { query: nextPage, last: key },
    ]

    it.each(queries)('has a query that the database knows, along an index', async (page) => {
      const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${page.query}`)
        .bind('x', 1, ...page.last)
        .all<{ detail: string }>()
      expect(results.filter(({ detail }) => detail.startsWith('SCAN '))).toEqual([])
    })

    it('has whole pages, and shows only columns that it has', () => {
      expect(rowsPerPage).toBeGreaterThanOrEqual(10)
      expect(key.length).toBeGreaterThan(0)
      expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(shown)))
    })

    it('has a file of its own', () => {
      const same = exportedParts.filter((part) => part.table === table)
      expect(new Set(same.map(({ topic }) => topic)).size).toBe(same.length)
    })
  },
)

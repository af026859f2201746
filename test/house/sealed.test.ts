import { globSync, readFileSync } from 'node:fs'

import { getTableColumns, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'

import { rooms } from '../support/all-tables.ts'

/** Names as in the code: `accounts.name`. */
const sealed = rooms.flatMap((room) =>
  Object.entries(room).flatMap(([table, value]) =>
    is(value, SQLiteTable)
      ? Object.entries(getTableColumns(value))
          .filter(([, column]) => column.getSQLType().startsWith('sealed('))
          .map(([key]) => `${table}.${key}`)
      : [],
  ),
)

/**
 * Uses of a sealed column other than as a field of what is selected (`name: accounts.name`) or as
 * the place that text is sealed for or opened from.
 */
function usesIn(whole: string): string[] {
  const text = whole.replaceAll(/\b(?:seal|open)(?:Optional|Or)?\(\s*call,\s*[\w.]+,/g, '')
  const named = new RegExp(
    `(?:(\\w+): )?\\b(${sealed.join('|').replaceAll('.', '\\.')})\\b(\\s*[,}])?`,
    'g',
  )
  return [...text.matchAll(named)]
    .filter(([, field, , end]) => field === undefined || end === undefined)
    .map(([, , column = '']) => column)
}

describe('a sealed column', () => {
  // SQL written as text is checked by test/hostile/rows.test.ts, statement by statement.
  it.each(globSync('worker/**/*.ts'))('%s only selects it', (path) => {
    expect(usesIn(readFileSync(path, 'utf8'))).toEqual([])
  })

  it('is found where it is compared, sorted or searched by', () => {
    const text = [
      'eq(accounts.name, sealedName)',
      '.orderBy(asc(accounts.name), accounts.id)',
      'sql`${accounts.email} LIKE ${part}`',
      'select({ name: accounts.name, email: accounts.email })',
      'select({ one: sql`lower(${reviews.worked})` })',
      'orderBy(organizations.name)',
      'open(call, accounts.email, id, email)',
    ].join('\n')
    expect(usesIn(text)).toEqual([
      'accounts.name',
      'accounts.name',
      'accounts.email',
      'reviews.worked',
    ])
  })
})

import { globSync } from 'node:fs'

import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'

import type { Personal } from '../../worker/foundation/personal-rows.ts'
import { register } from '../../worker/insights/personal/register.ts'

const files = globSync('worker/*/{tables,*-tables}.ts')
const rooms = [...new Set(files.map((path) => path.split('/')[1] ?? ''))]

const tablesOf = async (room: string) => {
  const own = files.filter((path) => path.startsWith(`worker/${room}/`))
  const found = await Promise.all(
    own.map((path): Promise<Record<string, unknown>> => import(`../../${path}`)),
  )
  return found
    .flatMap((file) => Object.values(file))
    .filter((value): value is SQLiteTable => is(value, SQLiteTable))
}

describe.each(rooms)('%s', async (room) => {
  const tables = await tablesOf(room)
  const { personal }: { personal: Personal } = await import(`../../worker/${room}/personal.ts`)

  it('says of every table what it holds about people, and of no other', () => {
    expect(Object.keys(personal).toSorted()).toEqual(tables.map(getTableName).toSorted())
  })

  it('is in the register whole', () => {
    for (const [table, rows] of Object.entries(personal)) expect(register[table]).toBe(rows)
  })

  it.each(tables.map((table) => [getTableName(table), table] as const))(
    '%s: columns that are exported or emptied exist',
    (name, table) => {
      const columns = Object.values(getTableColumns(table)).map((column) => column.name)
      const rows = personal[name]
      if (!rows || 'nobody' in rows) return
      for (const { exported, erase } of rows) {
        const named = [
          ...('not' in exported ? [] : exported),
          ...(typeof erase === 'object' && 'detach' in erase ? Object.keys(erase.detach) : []),
        ]
        expect(columns).toEqual(expect.arrayContaining(named))
      }
    },
  )

  it.each(tables.map((table) => [getTableName(table), table] as const))(
    '%s: sealed text is in an export, and gone after an erasure',
    (name, table) => {
      const sealed = Object.values(getTableColumns(table))
        .filter((column) => column.getSQLType().startsWith('sealed'))
        .map((column) => column.name)
      const rows = personal[name]
      if (!rows || 'nobody' in rows) return
      const exported = rows.flatMap((row) => ('not' in row.exported ? [] : row.exported))
      const emptied = rows.flatMap(({ erase }) =>
        typeof erase === 'object' && 'detach' in erase ? Object.keys(erase.detach) : [],
      )
      const isDeleted = rows.some(({ erase }) => erase === 'delete')
      const left = sealed.filter((column) => !isDeleted && !emptied.includes(column))
      expect([
        sealed.filter((column) => !exported.includes(column) && !isOfOthers(name, column)),
        left.filter((column) => !isOfOthers(name, column)),
      ]).toEqual([[], []])
    },
  )
})

/** Sealed with the key of an organization or of a day: it is not the person's, or gone in two days. */
function isOfOthers(table: string, column: string): boolean {
  return [
    'sign_ins.email',
    'invitations.email',
    'interview_requests.draft',
    'request_editions.content',
    'bookings.location',
    'bookings.contact',
  ].includes(`${table}.${column}`)
}

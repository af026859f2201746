import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { env } from 'cloudflare:workers'
import { getTableColumns, getTableName } from 'drizzle-orm'

import { tables } from './all-tables.ts'
import { programsFor, type Step } from './programs.ts'

/** The sealed column whose value a register or a column of a row holds; undefined if none. */
type Held = string | undefined

/** Every column that `tables.ts` declares as sealed, with its longest plain text. */
export const sealedColumns = tables.flatMap((table) =>
  Object.values(getTableColumns(table)).flatMap((column) => {
    const most = /^sealed\((\d+)\)$/.exec(column.getSQLType())?.[1]
    return most ? [{ table: getTableName(table), name: column.name, most: Number(most) }] : []
  }),
)

/**
 * The sealed columns of each table by its root page, in stored order. Without a rowid the key
 * columns come first. Indexes contain none.
 */
async function sealedByPage(): Promise<Map<number, Held[]>> {
  const { results } = await env.DB.prepare(
    `SELECT t.rootpage, t.name AS "table", i.name FROM sqlite_master t, pragma_table_info(t.name) i
     WHERE t.type = 'table' AND t.name NOT LIKE '\\_cf\\_%' ESCAPE '\\'
     ORDER BY t.name, CASE WHEN t.sql LIKE '%WITHOUT ROWID%' AND i.pk > 0 THEN i.pk - 1000 END NULLS LAST, i.cid`,
  ).all<{ rootpage: number; table: string; name: string }>()
  const known = new Set(sealedColumns.map(({ table, name }) => `${table}.${name}`))
  const pages = new Map<number, Held[]>()
  for (const { rootpage, table, name } of results) {
    const held = known.has(`${table}.${name}`) ? `${table}.${name}` : undefined
    pages.set(rootpage, [...(pages.get(rootpage) ?? []), held])
  }
  return pages
}

/**
 * Statements that compare, sort, group or search by a sealed column, or copy it to another column.
 * Found in SQLite's bytecode, by following the column's value from register to register. A sealed
 * value may be returned, put into JSON, measured, and tested for NULL.
 */
export async function findSealedUses(
  statements: Map<string, D1PreparedStatement>,
): Promise<{ query: string; uses: string[] }[]> {
  const pages = await sealedByPage()
  const all = await programsFor(statements)
  return all
    .map(({ query, programs }) => ({
      query,
      uses: [...new Set(programs.flatMap((program) => usesIn(program, pages)))],
    }))
    .filter(({ uses }) => uses.length > 0)
}

/** Steps that search by the `p4` registers from `p3` on or, if `p4` is 0, by the record in `p3`. */
const seeks = /^(?:Seek(?:GE|GT|LE|LT)|Idx(?:GE|GT|LE|LT)|NoConflict|NotFound|Found|IfNoHope)$/
/** Functions whose result does not allow comparing the texts. */
const harmless = /^(?:json_object|json_array|json_group_array|length|octet_length)\(/
const writesSecond =
  /^(?:Integer|Int64|Real|String8?|Blob|Variable|Rowid|IdxRowid|NewRowid|Sequence|Count|RowData|Param)$/

function usesIn(program: Step[], pages: Map<number, Held[]>): string[] {
  const held = new Map<number, Held>()
  const rows = new Map<number, Held[]>()
  const cursors = new Map<number, Held[]>()
  /** How many columns of a sorter it sorts by. */
  const keys = new Map<number, number>()
  const pseudo = new Map<number, number>()
  const uses: string[] = []

  const between = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => held.get(from + index))
  const copy = (from: number, to: number, count: number) => {
    const [values, row] = [between(from, count), rows.get(from)]
    for (const [index, value] of values.entries()) held.set(to + index, value)
    if (row) rows.set(to, row)
  }
  const put = (cursor: number, row: Held[]) => {
    const known = cursors.get(cursor) ?? []
    cursors.set(
      cursor,
      Array.from({ length: Math.max(row.length, known.length) }, (_, at) => row[at] ?? known[at]),
    )
  }
  const refuse = (how: string, values: Held[]) => {
    for (const value of values) if (value !== undefined) uses.push(`${how} ${value}`)
  }

  for (const { opcode, p1, p2, p3, p4, p5 } of program) {
    const row = rows.get(p2) ?? []
    switch (opcode) {
      case 'OpenRead':
      case 'OpenWrite':
        cursors.set(p1, pages.get(p2) ?? [])
        keys.delete(p1)
        break
      case 'OpenEphemeral':
      case 'SorterOpen':
        cursors.set(p1, [])
        keys.set(p1, Number(/^k\((\d+)/.exec(String(p4))?.[1] ?? 0))
        break
      case 'OpenDup':
        cursors.set(p1, cursors.get(p2) ?? [])
        break
      case 'OpenPseudo':
        cursors.set(p1, row)
        pseudo.set(p2, p1)
        break
      case 'SorterData':
        // A sorter's columns are read by the cursor that was opened on this register.
        cursors.set(pseudo.get(p2) ?? -1, cursors.get(p1) ?? [])
        break
      case 'Column':
        held.set(p3, cursors.get(p1)?.[p2])
        break
      case 'Copy':
        copy(p1, p2, p3 + 1)
        break
      case 'SCopy':
        copy(p1, p2, 1)
        break
      case 'Move':
        copy(p1, p2, p3)
        break
      case 'MakeRecord':
        rows.set(p3, between(p1, p2))
        held.delete(p3)
        break
      case 'Insert':
      case 'IdxInsert':
      case 'SorterInsert':
        if (keys.has(p1)) {
          refuse('sorts by', row.slice(0, keys.get(p1)))
          put(p1, row)
        } else {
          refuse(
            'copies',
            row.filter((value, at) => value !== cursors.get(p1)?.[at]),
          )
        }
        break
      case 'AggStep':
      case 'AggInverse':
        if (!harmless.test(String(p4))) refuse(`${String(p4)} of`, between(p2, p5))
        break
      case 'Function':
      case 'PureFunc':
        // A function with any number of arguments reports -1; then only the first one is checked.
        if (!harmless.test(String(p4)))
          refuse(
            `${String(p4)} of`,
            between(p2, Math.max(1, Number(/\((-?\d+)\)/.exec(String(p4))?.[1]))),
          )
        held.delete(p3)
        break
      case 'Concat':
        refuse('joins', [held.get(p1), held.get(p2)])
        break
      case 'Eq':
      case 'Ne':
      case 'Lt':
      case 'Le':
      case 'Gt':
      case 'Ge':
        refuse('compares', [held.get(p1), held.get(p3)])
        break
      case 'Compare':
        refuse('groups by', [...between(p1, p3), ...between(p2, p3)])
        break
      case 'Null':
        for (let at = p2; at <= Math.max(p2, p3); at++) held.delete(at)
        break
      default:
        if (seeks.test(opcode)) {
          const count = Number(p4 ?? 0)
          refuse('searches by', count > 0 ? between(p3, count) : (rows.get(p3) ?? []))
        } else if (writesSecond.test(opcode)) held.delete(p2)
    }
  }
  return uses
}

import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { env } from 'cloudflare:workers'

import { programsFor, type Step } from './programs.ts'

/** Table and index names by their root page, which is how SQLite's bytecode refers to them. */
async function namesByPage(): Promise<Map<number, string>> {
  const { results } = await env.DB.prepare(
    "SELECT rootpage, tbl_name, name, type, sql LIKE '% WHERE %' AS partial FROM sqlite_master WHERE rootpage > 0",
  ).all<{ rootpage: number; tbl_name: string; name: string; type: string; partial: number }>()
  return new Map(
    results.map(({ rootpage, tbl_name: table, name, type, partial }) => {
      return [rootpage, type === 'index' && partial === 1 ? `${table} by ${name}` : table]
    }),
  )
}

const bounds = new Set(['IdxGT', 'IdxGE', 'IdxLT', 'IdxLE'])

/**
 * The tables that each statement scans from end to end, found in SQLite's bytecode: a cursor is set
 * to the first or last row and has no bound. The bytecode includes triggers and foreign keys. For a
 * scan of a partial index, the index is named too.
 */
export async function findScans(
  statements: Map<string, D1PreparedStatement>,
): Promise<{ query: string; table: string }[]> {
  const names = await namesByPage()
  const all = await programsFor(statements)
  return all.flatMap(({ query, programs }) =>
    [...scannedBy(programs, names)].map((table) => ({ query, table })),
  )
}

function scannedBy(programs: Step[][], names: Map<number, string>): Set<string> {
  const scanned = new Set<string>()
  for (const program of programs) {
    const bounded = new Set(program.filter(({ opcode }) => bounds.has(opcode)).map(({ p1 }) => p1))
    const open = new Map<number, string>()
    for (const { opcode, p1, p2, p3 } of program) {
      const name = names.get(p2)
      if ((opcode === 'OpenRead' || opcode === 'OpenWrite') && p3 === 0 && name) open.set(p1, name)
    }
    // These steps run only while a foreign key is violated, which no statement leaves behind.
    const repairs = program.filter(({ opcode }) => opcode === 'FkIfZero')
    for (const { addr, opcode, p1 } of program) {
      const name = open.get(p1)
      if (repairs.some((repair) => repair.addr < addr && addr < repair.p2)) continue
      if (['Rewind', 'Last', 'Count'].includes(opcode) && name && !bounded.has(p1))
        scanned.add(name)
    }
  }
  return scanned
}

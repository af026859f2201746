import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { env } from 'cloudflare:workers'

/** A step of SQLite's bytecode for a statement. */
export interface Step {
  addr: number
  opcode: string
  p1: number
  p2: number
  p3: number
  p4: string | number | null
  p5: number
}

/**
 * The bytecode programs of each statement, from its explain statement: its own, then those of its
 * triggers.
 */
export async function programsFor(
  statements: Map<string, D1PreparedStatement>,
): Promise<{ query: string; programs: Step[][] }[]> {
  const all = [...statements]
  const found: { query: string; programs: Step[][] }[] = []
  for (let from = 0; from < all.length; from += 50) {
    const some = all.slice(from, from + 50)
    const results = await env.DB.batch<Step>(some.map(([, explain]) => explain))
    for (const [index, [query]] of some.entries())
      found.push({ query, programs: programsOf(results[index]?.results ?? []) })
  }
  return found
}

/** Splits steps into programs: each program numbers its steps from 0. */
function programsOf(steps: Step[]): Step[][] {
  const programs: Step[][] = []
  for (const step of steps) {
    if (step.addr === 0) programs.push([])
    programs.at(-1)?.push(step)
  }
  return programs
}

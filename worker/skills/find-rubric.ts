import { eq } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../foundation/call/call.ts'
import { Rubric } from './rubric.ts'
import { rubricVersions } from './tables.ts'

/** A rubric by its hash, which challenge versions and achievements store. */
export async function findRubric(call: Call, hash: string): Promise<Rubric | undefined> {
  const row = await call.db
    .select({ body: rubricVersions.body })
    .from(rubricVersions)
    .where(eq(rubricVersions.hash, hash))
    .get()
  return row && readRubric(row.body)
}

/**
 * Reads a stored rubric. It was checked before it was stored, so an invalid one is a bug and
 * throws.
 */
export function readRubric(body: string): Rubric {
  return v.parse(Rubric, JSON.parse(body))
}

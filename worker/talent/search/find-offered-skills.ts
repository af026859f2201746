import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'

/** The skills that can be shown now: those with a published challenge that is not retired. */
export function findOfferedSkills({ db }: Call) {
  return db.all<{ skill: string }>(sql`
    SELECT DISTINCT skill FROM challenges WHERE current_hash IS NOT NULL AND retired_at IS NULL`)
}

import { sql } from 'drizzle-orm'

import type { Call } from '../foundation/call/call.ts'
import { canonicalJson } from '../foundation/crypto/canonical.ts'
import type { Statement } from '../foundation/call/db.ts'
import { sha256Hex } from '../foundation/crypto/encoding.ts'
import type { Rubric } from './rubric.ts'

/**
 * Stores a rubric in the commit of the challenge version that it judges. The same rubric again adds
 * nothing.
 */
export async function keepRubricVersion(
  call: Call,
  rubric: Rubric,
  language: string,
): Promise<{ hash: string; statement: Statement }> {
  const body = canonicalJson(rubric)
  const hash = await sha256Hex(body)
  const statement = call.db.run(sql`
    INSERT INTO rubric_versions (hash, skill, language, body, created_at)
    SELECT ${hash}, ${rubric.skill}, ${language}, ${body}, ${call.now.getTime()}
    WHERE NOT EXISTS (SELECT 1 FROM rubric_versions WHERE hash = ${hash})`)
  return { hash, statement }
}

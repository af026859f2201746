import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'

/**
 * For the commit of a badge's next version: keeps the signed version that it has now. Stores no row
 * if the badge was ended or has another version; a guard must follow.
 */
export function keepVersion({ db, now }: Call, id: string, version: number): Statement {
  return db.run(sql`
    INSERT INTO credential_versions (credential_id, version, achievement_id, decision_id, level,
      template_hash, slot_values, document_hash, key_id, proof_value, valid_from, valid_until, replaced_at)
    SELECT id, version, achievement_id, decision_id, level, template_hash, slot_values,
      document_hash, key_id, proof_value, valid_from, valid_until, ${now.getTime()}
    FROM credentials WHERE id = ${id} AND version = ${version} AND state = 'signed' AND ended_at IS NULL`)
}

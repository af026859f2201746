import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import type { StoreMilitaryCodesInput } from './store-military-codes-input.ts'

/**
 * Stores a part of a list of military codes. A part can be sent again: its rows replace those of the
 * same code and branch. With the last part, the codes that are in earlier lists only are deleted.
 */
export function storeMilitaryCodes(call: Call, input: StoreMilitaryCodesInput) {
  const { fileHash, part, parts, rows } = input
  const store = call.db.run(sql`
    INSERT INTO military_codes (code, branch, name, titles, file_hash)
    SELECT value ->> 'code', value ->> 'branch', value ->> 'name', value -> 'titles', ${fileHash}
    FROM json_each(${JSON.stringify(rows)}) WHERE true
    ON CONFLICT (code, branch) DO UPDATE SET name = excluded.name, titles = excluded.titles,
      file_hash = excluded.file_hash`)
  const endOthers = call.db.run(sql`DELETE FROM military_codes WHERE file_hash <> ${fileHash}`)
  const isLast = part === parts
  return commit(
    call,
    [
      store,
      ...(isLast ? [endOthers] : []),
      auditEntry(call, 'military-codes.stored', fileHash, { part, parts, codes: rows.length }),
    ],
    { answer: { stored: rows.length, finished: isLast } },
  )
}

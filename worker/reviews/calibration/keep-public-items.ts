import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { newId } from '../../foundation/call/id.ts'
import { commit } from '../../foundation/commit/commit.ts'
import type { Note } from '../../foundation/outbox/note.ts'
import { readChallengeVersion } from '../../scenarios/challenge/find-challenge-version.ts'

interface VersionRow {
  challenge_id: string
  language: string
  body: string
}

/**
 * Reaction to challenge.published: keeps the hidden answers of the version, so that reviewers can be
 * given them. A version that was published before has its items already.
 */
export async function keepPublicItems(call: Call, { subjectId: hash }: Note): Promise<void> {
  const [version] = await call.db.all<VersionRow>(
    sql`SELECT challenge_id, language, body FROM challenge_versions WHERE hash = ${hash}`,
  )
  if (!version) return
  const { calibration } = readChallengeVersion(version.body)
  const hidden = calibration.filter(({ use }) => use === 'hidden')
  const items = hidden.map(({ id, levels }) => ({ id: newId(), key: id, levels }))
  await commit(
    call,
    [
      call.db.run(sql`
        INSERT INTO hidden_items (id, challenge_id, version_hash, language, source, item_key,
          levels, anchor_variance, made_at)
        SELECT item.value ->> '$.id', ${version.challenge_id}, ${hash}, ${version.language}, 'public',
          item.value ->> '$.key', item.value -> '$.levels', 0, ${call.now.getTime()}
        FROM json_each(${JSON.stringify(items)}) item WHERE true
        ON CONFLICT (version_hash, item_key) WHERE source = 'public' DO NOTHING`),
      auditEntry(call, 'challenge.items-kept', version.challenge_id, { hash }, null),
    ],
    { answer: null },
  )
}

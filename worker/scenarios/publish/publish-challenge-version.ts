import { eq, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { canonicalJson } from '../../foundation/crypto/canonical.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { keepRubricVersion } from '../../skills/keep-rubric-version.ts'
import { type ChallengeVersion, identify } from '../challenge/challenge-version.ts'
import { challengeNotOurs } from '../problems.ts'
import type { StoryOutline } from '../play/story-outline.ts'
import { challengeParts, challenges, challengeVersions } from '../tables.ts'

export interface Publication {
  version: ChallengeVersion
  outline: StoryOutline
}

export interface Published {
  challengeId: string
  hash: string
  /** `unchanged`: this is already the current version. */
  outcome: 'published' | 'unchanged'
}

/**
 * Makes a version the current one for new attempts. The sender has compiled and linted it: the ink
 * compiler is in `tools/`, not in the Worker. Publishing the current version again changes nothing,
 * and a retired challenge then stays retired.
 */
export async function publishChallengeVersion(
  call: Call,
  { version, outline }: Publication,
): Promise<Published> {
  const { hash, body } = await identify(version)
  const { id, skill, language } = version.challenge
  const standing = await call.db.select().from(challenges).where(eq(challenges.id, id)).get()
  if (standing?.currentHash === hash) return { challengeId: id, hash, outcome: 'unchanged' }

  const rubric = await keepRubricVersion(call, version.rubric, language)
  const organizationId = call.acting?.organizationId ?? null
  return commit(
    call,
    [
      rubric.statement,
      call.db.run(sql`
        INSERT INTO challenges (id, organization_id, skill)
        SELECT ${id}, ${organizationId}, ${skill}
        WHERE NOT EXISTS (SELECT 1 FROM challenges WHERE id = ${id})`),
      call.db.run(insertOnce(call, { hash, body, rubricHash: rubric.hash, version, outline })),
      call.db.run(sql`
        UPDATE challenges SET current_hash = ${hash}, retired_at = NULL,
          played_minutes = CASE WHEN current_hash = ${hash} THEN played_minutes END
        WHERE id = ${id} AND skill = ${skill} AND organization_id IS ${organizationId}`),
      guard(call, 'challenge_not_ours'),
      call.db.delete(challengeParts).where(eq(challengeParts.hash, hash)),
      note(call, 'challenge.published', hash),
      auditEntry(call, 'challenge.published', id, { hash }),
    ],
    {
      answer: { challengeId: id, hash, outcome: 'published' },
      conflicts: { challenge_not_ours: challengeNotOurs },
    },
  )
}

interface Row extends Publication {
  hash: string
  body: string
  rubricHash: string
}

/**
 * Stores a version unless it exists: an author may return to an earlier text, whose version then
 * becomes current again.
 */
function insertOnce({ now }: Call, { hash, body, rubricHash, version, outline }: Row) {
  const { id, title, summary, setting, skill, language, minutes, difficulty } = version.challenge
  const { prompts, decideWithinDays } = version.challenge
  return sql`
    INSERT INTO ${challengeVersions} (hash, challenge_id, title, summary, setting, skill, language,
      minutes, difficulty, prompt_count, decide_within_days, body, outline, rubric_hash, published_at)
    SELECT ${hash}, ${id}, ${title}, ${summary}, ${setting}, ${skill}, ${language}, ${minutes},
      ${difficulty}, ${Object.keys(prompts).length}, ${decideWithinDays}, ${body},
      ${canonicalJson(outline)}, ${rubricHash}, ${now.getTime()}
    WHERE NOT EXISTS (SELECT 1 FROM challenge_versions WHERE hash = ${hash})`
}

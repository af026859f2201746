import { eq } from 'drizzle-orm'
import * as v from 'valibot'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, part } from '../../foundation/commit/commit.ts'
import { ChallengeVersion, identify } from '../challenge/challenge-version.ts'
import { challengeHashMismatch } from '../problems.ts'
import { type Published, publishChallengeVersion } from './publish-challenge-version.ts'
import { StoryOutline } from '../play/story-outline.ts'
import { challengeParts } from '../tables.ts'

const Publication = v.strictObject({ version: ChallengeVersion, outline: StoryOutline })

/**
 * Publishes a challenge if all its parts have arrived; undefined if some are missing. If the parts
 * do not match their hash, it deletes them and throws `challenge-hash-mismatch`.
 */
export async function joinChallengeParts(call: Call, hash: string): Promise<Published | undefined> {
  const arrived = await call.db
    .select()
    .from(challengeParts)
    .where(eq(challengeParts.hash, hash))
    .orderBy(challengeParts.part)
  const [first] = arrived
  if (!first || arrived.length < first.parts) return undefined

  const publication = read(arrived.map(({ text }) => text).join(''))
  if (!publication || (await identify(publication.version)).hash !== hash) {
    await discardParts(call, hash)
    throw challengeHashMismatch()
  }
  const published = await publishChallengeVersion(part(call, 'publish'), publication)
  // Publishing deletes the parts. An unchanged version is not published, so its parts are still
  // there.
  if (published.outcome === 'unchanged') await discardParts(call, hash)
  return published
}

function discardParts(call: Call, hash: string) {
  return commit(
    part(call, 'discard'),
    [
      call.db.delete(challengeParts).where(eq(challengeParts.hash, hash)),
      auditEntry(call, 'challenge.parts-discarded', hash),
    ],
    { answer: { hash } },
  )
}

function read(text: string) {
  try {
    const result = v.safeParse(Publication, JSON.parse(text))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}

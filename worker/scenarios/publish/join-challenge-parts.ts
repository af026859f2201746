import { and, eq } from 'drizzle-orm'
import * as v from 'valibot'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, part } from '../../foundation/commit/commit.ts'
import { ChallengeVersion, identify } from '../challenge/challenge-version.ts'
import { challengeHashMismatch } from '../problems.ts'
import { type Published, publishChallengeVersion } from './publish-challenge-version.ts'
import { StoryOutline } from '../play/story-outline.ts'
import { challengeParts, challenges, challengeVersions } from '../tables.ts'

const Publication = v.strictObject({ version: ChallengeVersion, outline: StoryOutline })

/**
 * Publishes a version if all its parts have arrived. Returns undefined if parts are missing, unless
 * this version is already the current one. If the parts do not match their hash, it deletes them
 * and throws `challenge-hash-mismatch`.
 */
export async function joinChallengeParts(call: Call, hash: string): Promise<Published | undefined> {
  const arrived = await call.db
    .select()
    .from(challengeParts)
    .where(eq(challengeParts.hash, hash))
    .orderBy(challengeParts.part)
  const [first] = arrived
  if (!first || arrived.length < first.parts) return unchanged(call, hash)

  const publication = read(arrived.map(({ text }) => text).join(''))
  if (!publication || (await identify(publication.version)).hash !== hash) {
    await discardParts(call, hash)
    throw challengeHashMismatch()
  }
  const published = await publishChallengeVersion(part(call, 'publish'), publication)
  // Publishing deletes the parts. If the version was current already, nothing was published, so
  // delete them here.
  if (published.outcome === 'unchanged') await discardParts(call, hash)
  return published
}

/**
 * Answers `unchanged` if this version is the current one, and deletes the parts that have arrived.
 * This happens if the answer to the last part was lost: the sender sends that part again after
 * publishing has deleted the others.
 */
async function unchanged(call: Call, hash: string): Promise<Published | undefined> {
  const current = await call.db
    .select({ id: challenges.id })
    .from(challengeVersions)
    .innerJoin(challenges, eq(challenges.id, challengeVersions.challengeId))
    .where(and(eq(challengeVersions.hash, hash), eq(challenges.currentHash, hash)))
    .get()
  if (!current) return undefined
  await discardParts(call, hash)
  return { challengeId: current.id, hash, outcome: 'unchanged' }
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

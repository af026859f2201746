import { eq } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { ChallengeVersion } from './challenge-version.ts'
import { challengeVersions } from '../tables.ts'

/** A whole version with its key, for use on the server and after submission. */
export async function findChallengeVersion(
  call: Call,
  hash: string,
): Promise<ChallengeVersion | undefined> {
  const row = await call.db
    .select({ body: challengeVersions.body })
    .from(challengeVersions)
    .where(eq(challengeVersions.hash, hash))
    .get()
  return row && readChallengeVersion(row.body)
}

/**
 * Reads a stored version. It was checked when it was published, so an invalid one is a bug and
 * throws.
 */
export function readChallengeVersion(body: string): ChallengeVersion {
  return v.parse(ChallengeVersion, JSON.parse(body))
}

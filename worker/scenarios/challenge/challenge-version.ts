import * as v from 'valibot'

import { canonicalJson } from '../../foundation/crypto/canonical.ts'
import { sha256Hex } from '../../foundation/crypto/encoding.ts'
import { Rubric } from '../../skills/rubric.ts'
import { Calibration, Challenge, Key } from './challenge.ts'

/**
 * A published challenge. It never changes, and attempts are played and reviewed on the same
 * version.
 */
export const ChallengeVersion = v.strictObject({
  challenge: Challenge,
  /** The compiled story. */
  ink: v.record(v.string(), v.unknown()),
  key: Key,
  calibration: Calibration,
  rubric: Rubric,
})

export type ChallengeVersion = v.InferOutput<typeof ChallengeVersion>

export const largestVersionBytes = 256_000

/** The version's bytes (RFC 8785 JSON) and its id: their SHA-256 in hex. */
export async function identify(version: ChallengeVersion): Promise<{ body: string; hash: string }> {
  const body = canonicalJson(version)
  return { body, hash: await sha256Hex(body) }
}

import * as v from 'valibot'

import { canonicalJson } from '../foundation/crypto/canonical.ts'
import { base64url, sha256 } from '../foundation/crypto/encoding.ts'
import { open, seal } from '../foundation/crypto/seal.ts'

/** The text written for each prompt. */
export const Answers = v.record(v.string(), v.string())
export type Answers = v.InferOutput<typeof Answers>

export const sealAnswers = (answers: Answers) => seal(canonicalJson(answers))

export async function openAnswers(sealed: string): Promise<Answers> {
  return v.parse(Answers, JSON.parse(await open(sealed)))
}

/**
 * Identifies the submitted text without revealing it: base64url SHA-256 of the salt (32 hex digits)
 * followed by the answers as RFC 8785 JSON, in UTF-8. Anybody who later gets both can check it.
 */
export async function evidenceHash(salt: string, answers: Answers): Promise<string> {
  return base64url(await sha256(salt + canonicalJson(answers)))
}

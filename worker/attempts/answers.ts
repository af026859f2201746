import * as v from 'valibot'

import { canonicalJson } from '../foundation/crypto/canonical.ts'
import { base64url, sha256 } from '../foundation/crypto/encoding.ts'
import type { Call } from '../foundation/call/call.ts'
import { accountOwner } from '../foundation/crypto/owner.ts'
import { open, seal } from '../foundation/crypto/seal.ts'
import { submissions } from './tables.ts'

/** The text written for each prompt. */
export const Answers = v.record(v.string(), v.string())
export type Answers = v.InferOutput<typeof Answers>

interface Submission {
  id: string
  studentId: string
}

/** Seals the answers of a submission with its author's key. */
export function sealAnswers(call: Call, { id, studentId }: Submission, answers: Answers) {
  return seal(call, submissions.answers, id, accountOwner(studentId), canonicalJson(answers))
}

export async function openAnswers(
  call: Call,
  submissionId: string,
  sealed: string,
): Promise<Answers> {
  const answers = await open(call, submissions.answers, submissionId, sealed)
  return v.parse(Answers, JSON.parse(answers))
}

/**
 * Identifies the submitted text without revealing it: base64url SHA-256 of the salt (32 hex digits)
 * followed by the answers as RFC 8785 JSON, in UTF-8. Anybody who later gets both can check it.
 */
export async function evidenceHash(salt: string, answers: Answers): Promise<string> {
  return base64url(await sha256(salt + canonicalJson(answers)))
}

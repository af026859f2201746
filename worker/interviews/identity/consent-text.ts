import { sha256Hex } from '../../foundation/crypto/encoding.ts'

/** Give the text a new version with every change. */
const version = '2026-11-1'

/** What a student agrees to when accepting, word for word. Names the employer. */
export async function identityConsentText(employer: string) {
  const text = `I accept, and I want ${employer} to learn who I am.

${employer} gets my name and the ways to reach me that I have ticked, for this interview and for nothing else. They do not get my school, my age, my other badges or any score. Nobody else gets anything.

I can take this back at any time. Then ${employer} can no longer read it here; what they have read by then, they have read. It ends by itself after six months.`
  return { version, text, hash: await sha256Hex(text) }
}

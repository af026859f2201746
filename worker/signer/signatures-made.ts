import { hex } from '../foundation/crypto/encoding.ts'
import type { SignRequest } from './binding.ts'

const remembered = 10_000
const hashes = new Map<string, string>()

/**
 * True if this version was signed before with another text. It knows the signatures of one isolate
 * only, so it is a second check after the main Worker's own rule (one hash per prepared row).
 */
export function isOtherThanBefore({ issuer, versionId }: SignRequest, hash: Uint8Array): boolean {
  const version = `${issuer}\n${versionId}`
  const text = hex(hash)
  const before = hashes.get(version)
  if (before) return before !== text
  const oldest = hashes.keys().next().value
  if (hashes.size >= remembered && oldest !== undefined) hashes.delete(oldest)
  hashes.set(version, text)
  return false
}

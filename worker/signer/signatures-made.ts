import { hex } from '../foundation/crypto/encoding.ts'
import type { SignRequest } from './binding.ts'

const remembered = 10_000
const hashes = new Map<string, string>()

/**
 * True when this version was signed before with another text. It is the memory of one isolate, and
 * so a net under the main Worker's own rule (one hash per prepared row), not the log that comes later.
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

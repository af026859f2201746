import { hex, hmac } from '../../foundation/crypto/encoding.ts'

interface Key {
  id: string
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * The pseudonym of a student for one employer: a UUIDv8 of HMAC-SHA-256. Two employers cannot match
 * their pseudonyms, and nobody can reverse one without the key. A new key makes all pseudonyms new.
 */
export async function pseudonymOf(
  key: Key,
  employerId: string,
  studentId: string,
): Promise<string> {
  const message = `mettle/pseudonym/v1\n${key.id}\n${employerId}\n${studentId}`
  return uuidOf((await hmac(key.bytes, message)).slice(0, 16))
}

function uuidOf(bytes: Uint8Array): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const text = hex(bytes)
  return [
    text.slice(0, 8),
    text.slice(8, 12),
    text.slice(12, 16),
    text.slice(16, 20),
    text.slice(20),
  ].join('-')
}

import { hex, hmac } from '../../foundation/crypto/encoding.ts'

interface Key {
  id: string
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * What one employer calls one student: a UUIDv8 of HMAC-SHA-256, so that two employers cannot join
 * what they see and nobody without the key can go back (talent.md §2). A new key is a new epoch.
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

import { sha256Hex } from '../../foundation/crypto/encoding.ts'

/**
 * `sha256$` + hex SHA-256 of the address (trimmed, lower case) and the salt, so that anybody can
 * check an address they know.
 */
export async function identityHash(email: string, salt: string): Promise<string> {
  return `sha256$${await sha256Hex(email.trim().toLowerCase() + salt)}`
}

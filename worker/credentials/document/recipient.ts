import { sha256Hex } from '../../foundation/crypto/encoding.ts'

/**
 * The hash by which a badge names its holder: `sha256$` + hex SHA-256 of the mail address (trimmed,
 * lower case) and the salt. Anybody who knows the address can check it.
 */
export async function identityHash(email: string, salt: string): Promise<string> {
  return `sha256$${await sha256Hex(email.trim().toLowerCase() + salt)}`
}

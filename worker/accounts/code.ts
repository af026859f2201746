import { base64url, randomBytes } from '../foundation/encoding.ts'
import { keyedHash } from '../foundation/secrets.ts'

/** No 0 O, 1 I L, U V: what is read aloud or copied by hand is read right. 30 letters. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 8

/** Eight letters of equal chance: bytes from 240 up would favour the first ones, so they are dropped. */
export function newCode(): string {
  let code = ''
  while (code.length < length) {
    const [byte = 255] = randomBytes(1)
    if (byte < 240) code += letters[byte % 30]
  }
  return code
}

/** A code as people type it: spaces and hyphens dropped, in capitals. Undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.replaceAll(/[\s-]/g, '').toUpperCase()
  return code.length === length && [...code].every((letter) => letters.includes(letter))
    ? code
    : undefined
}

/** Bound to the browser that asked: the same code is worth nothing in another. */
export async function hashCode(pepper: string, signInId: string, code: string): Promise<string> {
  return base64url(await keyedHash(pepper, `${signInId}|${code}`))
}

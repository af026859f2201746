import { base64url, randomBytes } from '../../foundation/crypto/encoding.ts'
import { keyedHash } from '../../foundation/crypto/secrets.ts'

/** 30 letters and digits, without 0, O, 1, I, L and U, which people misread or mishear. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 8
/**
 * 78 bits cannot be guessed, so the code works in any browser and others' guesses do not use it up.
 */
const longLength = 16

/**
 * A random code, of eight letters by default. Bytes from 240 up are dropped: they would make the
 * first letters more likely than the others.
 */
export function newCode(count = length): string {
  let code = ''
  while (code.length < count) {
    const [byte = 255] = randomBytes(1)
    if (byte < 240) code += letters[byte % 30]
  }
  return code
}

export const newLongCode = () => newCode(longLength)
export const isLongCode = (code: string) => code.length === longLength

/** In groups of four, for reading and typing. */
export const inGroups = (code: string) => code.match(/.{1,4}/g)?.join('-') ?? ''

/** A mailed code as people type it: a short or a long one. */
export function readMailedCode(typed: string): string | undefined {
  return readCode(typed) ?? readCode(typed, longLength)
}

/**
 * A code as people type it: without spaces and hyphens, in capitals. Undefined if it cannot be a
 * code.
 */
export function readCode(typed: string, count = length): string | undefined {
  const code = typed.replaceAll(/[\s-]/g, '').toUpperCase()
  return code.length === count && [...code].every((letter) => letters.includes(letter))
    ? code
    : undefined
}

/** Bound to the browser that asked for it: the code does not work in another browser. */
export async function hashCode(pepper: string, signInId: string, code: string): Promise<string> {
  return base64url(await keyedHash(pepper, `${signInId}|${code}`))
}

/** A long code belongs to an address, not to a browser. */
export function hashLongCode(pepper: string, code: string): Promise<string> {
  return hashCode(pepper, 'long', code)
}

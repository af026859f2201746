import { randomBytes } from '../../foundation/crypto/encoding.ts'
import { type Keyed, keyedHash, keyedHashes } from '../../foundation/crypto/secrets.ts'

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

/** A code in groups of four, for reading and typing. */
export const inGroups = (code: string) => code.match(/.{1,4}/g)?.join('-') ?? ''

/** Reads a mailed code, short or long, as people type it. Undefined if it cannot be a code. */
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

/**
 * The hash of a short code, as it is stored. It contains the id of the sign-in, which only the
 * browser that asked for the code can name by its cookie. So the code works in no other browser.
 */
export function hashCode(call: Keyed, signInId: string, code: string): Promise<string> {
  return keyedHash(call, 'SIGN_IN_PEPPER', peppered(signInId, code))
}

/** The hashes that a stored code can have: a code from before a new pepper is still accepted. */
export function hashesOfCode(call: Keyed, signInId: string, code: string): Promise<string[]> {
  return keyedHashes(call, 'SIGN_IN_PEPPER', peppered(signInId, code))
}

const peppered = (signInId: string, code: string) => `${signInId}|${code}`

/** The hash of a long code. It contains no id of a sign-in, so the code works in any browser. */
export function hashLongCode(call: Keyed, code: string): Promise<string> {
  return hashCode(call, longCode, code)
}

export function hashesOfLongCode(call: Keyed, code: string): Promise<string[]> {
  return hashesOfCode(call, longCode, code)
}

const longCode = 'long'

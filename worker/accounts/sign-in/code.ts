import { base64url, randomBytes } from '../../foundation/crypto/encoding.ts'
import { keyedHash } from '../../foundation/crypto/secrets.ts'

/** No 0 O, 1 I L, U V: what is read aloud or copied by hand is read right. 30 letters. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 8
/** 78 bits: nobody guesses it, so it works in any browser and however often others guessed. */
const longLength = 16

/** Letters of equal chance, eight unless said: bytes from 240 up would favour the first ones, so they are dropped. */
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

/** A code as people type it: spaces and hyphens dropped, in capitals. Undefined when it cannot be one. */
export function readCode(typed: string, count = length): string | undefined {
  const code = typed.replaceAll(/[\s-]/g, '').toUpperCase()
  return code.length === count && [...code].every((letter) => letters.includes(letter))
    ? code
    : undefined
}

/** Bound to the browser that asked: the same code is worth nothing in another. */
export async function hashCode(pepper: string, signInId: string, code: string): Promise<string> {
  return base64url(await keyedHash(pepper, `${signInId}|${code}`))
}

/** A long code belongs to an address, not to a browser. */
export function hashLongCode(pepper: string, code: string): Promise<string> {
  return hashCode(pepper, 'long', code)
}

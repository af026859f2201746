import { base64urlnopad, hex as hexCoder } from '@scure/base'

const encoder = new TextEncoder()

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(encoder.encode(text))
}

export const hex = (bytes: Uint8Array): string => hexCoder.encode(bytes)

/** Bytes of a hex text; throws on anything else. */
export const fromHex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hexCoder.decode(text.toLowerCase()))

/** RFC 4648 §5, without padding. */
export const base64url = (bytes: Uint8Array): string => base64urlnopad.encode(bytes)

export async function sha256(input: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const bytes = typeof input === 'string' ? utf8(input) : input
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

export async function sha256Hex(input: string | Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(await sha256(input))
}

/** HMAC-SHA-256 of a text under the bytes of a key. */
export async function hmac(key: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, utf8(text)))
}

export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length))
}

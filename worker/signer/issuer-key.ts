import { base58, base64urlnopad } from '@scure/base'

import { multikey } from '../credentials/issuer/multikey.ts'
import { utf8 } from '../foundation/crypto/encoding.ts'
import type { KeyPurpose } from './binding.ts'

/** The ASN.1 bytes before a raw 32-byte Ed25519 seed in PKCS#8 (RFC 8410). */
const pkcs8Head = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32]
const salt = 'mettle issuer key v1'

/**
 * Names one key of one programme. All keys are derived from the master seed of their generation.
 */
export interface KeyName {
  issuer: string
  purpose: KeyPurpose
  generation: string
}

export const keyIdOf = ({ issuer, purpose, generation }: KeyName) =>
  `${issuer}#${purpose}-${generation}`

/** Ed25519 over `message`, as multibase base58btc. */
export async function signWith(
  master: Uint8Array<ArrayBuffer>,
  name: KeyName,
  message: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const key = await importKey(await deriveSeed(master, name), false)
  return `z${base58.encode(new Uint8Array(await crypto.subtle.sign('Ed25519', key, message)))}`
}

/**
 * The public half as a Multikey. WebCrypto exports it only from an extractable key, which is
 * dropped at once.
 */
export async function publicKeyOf(master: Uint8Array<ArrayBuffer>, name: KeyName): Promise<string> {
  const key = await importKey(await deriveSeed(master, name), true)
  const exported = await crypto.subtle.exportKey('jwk', key)
  if (!('x' in exported) || typeof exported.x !== 'string') throw new Error('no public key')
  return multikey(base64urlnopad.decode(exported.x))
}

/**
 * HKDF-SHA-256 (RFC 5869), 32 bytes. `info` contains the programme, the purpose and the generation.
 */
export async function deriveSeed(
  master: Uint8Array<ArrayBuffer>,
  { issuer, purpose, generation }: KeyName,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', master, 'HKDF', false, ['deriveBits'])
  const info = utf8(`${issuer}\n${purpose}\n${generation}`)
  const from = { name: 'HKDF', hash: 'SHA-256', salt: utf8(salt), info }
  return new Uint8Array(await crypto.subtle.deriveBits(from, key, 256))
}

function importKey(seed: Uint8Array<ArrayBuffer>, extractable: boolean) {
  const pkcs8 = Uint8Array.from([...pkcs8Head, ...seed])
  return crypto.subtle.importKey('pkcs8', pkcs8, { name: 'Ed25519' }, extractable, ['sign'])
}

import { base58 } from '@scure/base'

/** Multicodec of an Ed25519 public key, as a varint (0xed). */
const ed25519 = [0xed, 0x01]

/** A 32-byte Ed25519 public key as a Multikey: `z6Mk…` (W3C Controlled Identifiers 1.0). */
export function multikey(publicKey: Uint8Array): string {
  return `z${base58.encode(Uint8Array.from([...ed25519, ...publicKey]))}`
}

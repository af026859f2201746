/**
 * Imports an owner's key that the vault has opened. It can seal and open, but not be exported. The
 * given bytes are cleared, so that this is the only copy in the Worker.
 */
export async function importOwnerKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  // Checked here because AES also takes keys of 16 bytes.
  if (bytes.length !== 32) throw new Error('An owner key has 32 bytes.')
  try {
    return await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  } finally {
    bytes.fill(0)
  }
}

import { base64 } from '@scure/base'

import { utf8 } from '../../foundation/crypto/encoding.ts'

/** How far the time of a notice can be from ours, in seconds. */
const toleranceSeconds = 300

export interface SignedNotice {
  id: string
  /** Seconds since 1970, as the sender wrote them. */
  timestamp: string
  /** `v1,<base64>`, one for each key of the sender, with spaces between them. */
  signatures: string
  body: string
}

/**
 * Whether a notice was signed in the last five minutes with one of these keys: HMAC-SHA-256 of
 * `id.timestamp.body`, as Svix and Standard Webhooks do it (docs.svix.com, "Verifying Webhooks
 * Manually"). `keys`: `whsec_<base64>`, with spaces between them.
 */
export async function isSigned(notice: SignedNotice, keys: string, now: Date): Promise<boolean> {
  const { id, timestamp, signatures, body } = notice
  if (!/^[\w.-]{1,100}$/.test(id) || !/^\d{1,12}$/.test(timestamp)) return false
  const ageSeconds = now.getTime() / 1000 - Number(timestamp)
  if (Math.abs(ageSeconds) > toleranceSeconds) return false
  const signed = utf8(`${id}.${timestamp}.${body}`)
  const sent = signatures
    .split(' ')
    .slice(0, 10)
    .map((each) => bytesOf(each, 'v1,'))
  for (const key of keys.split(/\s+/).map((each) => bytesOf(each, 'whsec_'))) {
    if (!key) continue
    const imported = await importKey(key)
    for (const signature of sent) {
      // `verify` compares in constant time.
      if (signature && (await crypto.subtle.verify('HMAC', imported, signature, signed)))
        return true
    }
  }
  return false
}

function importKey(key: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
}

/** The bytes after a prefix; undefined for another prefix, for no bytes and for no base64. */
function bytesOf(text: string, prefix: string): Uint8Array<ArrayBuffer> | undefined {
  if (!text.startsWith(prefix)) return undefined
  try {
    const bytes = Uint8Array.from(base64.decode(text.slice(prefix.length)))
    return bytes.length > 0 ? bytes : undefined
  } catch {
    return undefined
  }
}

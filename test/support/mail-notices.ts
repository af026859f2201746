import { env } from 'cloudflare:workers'

import { base64 } from '@scure/base'

/** Signs a notice as the HTTP carrier does. `at`: the time it says; `key`: by default ours. */
export async function signedNotice(
  notice: object,
  { id = `msg_${crypto.randomUUID()}`, at = new Date(), key = env.MAIL_WEBHOOK_KEY ?? '' } = {},
) {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const bytes = Uint8Array.from(base64.decode(key.replace('whsec_', '')))
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const secret = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${JSON.stringify(notice)}`)
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', secret, signed))
  return {
    'svix-id': id,
    'svix-timestamp': timestamp,
    'svix-signature': `v1,${base64.encode(signature)}`,
  }
}

/** A notice that a mail to this address came back for good, with what such a notice also has. */
export const bounceOf = (to: string, type = 'Permanent') => ({
  type: 'email.bounced',
  created_at: '2026-11-22T23:41:12.126Z',
  data: {
    email_id: crypto.randomUUID(),
    from: 'Mettle <hello@mettle.example>',
    to: [to],
    subject: 'Your feedback is ready',
    bounce: { message: 'No such mailbox.', subType: 'General', type },
  },
})

export const complaintOf = (to: string) => ({ type: 'email.complained', data: { to: [to] } })

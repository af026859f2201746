import { base64 } from '@scure/base'

import type { Mail } from '../../env.ts'
import { utf8 } from '../../foundation/crypto/encoding.ts'
import { type Answer, patienceMs, shortestWaitMs, unsubscribeHeaders } from './carrier.ts'

const provider = 'https://api.resend.com/emails'
const longestWaitMs = 60_000
const quotas = ['daily_quota_exceeded', 'monthly_quota_exceeded']

/**
 * Sends by one POST to a fixed host. The provider drops a second mail with the same id for 24 hours,
 * so a mail whose outcome is unknown is safely sent again.
 */
export async function sendByHttp(apiKey: string, from: string, mail: Mail): Promise<Answer> {
  const { attachment, to, subject, text } = mail
  const attachments = attachment && [
    {
      filename: attachment.name,
      content: base64.encode(utf8(attachment.content)),
      content_type: attachment.type,
    },
  ]
  try {
    const response = await fetch(provider, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': mail.noteId,
      },
      body: JSON.stringify({
        from,
        to: [to],
        subject,
        text,
        attachments,
        headers: unsubscribeHeaders(mail),
      }),
    })
    return await answerOf(response)
  } catch {
    return { outcome: 'unknown', code: 'no-answer' }
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const { status, ok } = response
  const said = wordsOf(await response.text())
  if (ok) return { outcome: 'sent', carrierId: said.id }
  const code = said.name ?? String(status)
  if (quotas.includes(code)) return { outcome: 'quota', code }
  if (status === 429) {
    const seconds = Number(response.headers.get('retry-after') ?? 0)
    return { waitMs: Math.min(longestWaitMs, Math.max(shortestWaitMs, seconds * 1000 || 0)) }
  }
  // The same mail is being sent by another run of its note.
  const passes = status >= 500 || status === 408 || status === 409
  return { outcome: passes ? 'unknown' : 'refused', code }
}

/** The mail's id, or the name of what is wrong; nothing of an answer that is not their JSON. */
function wordsOf(text: string): { id?: string; name?: string } {
  try {
    const said: unknown = JSON.parse(text)
    const word = (key: string) => {
      const value: unknown = typeof said === 'object' && said && Reflect.get(said, key)
      return typeof value === 'string' && /^[\w-]{1,100}$/.test(value) ? { [key]: value } : {}
    }
    return { ...word('id'), ...word('name') }
  } catch {
    return {}
  }
}

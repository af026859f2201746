import type { SendEmail } from '@cloudflare/workers-types'

import type { Mail } from '../../env.ts'
import { utf8 } from '../../foundation/crypto/encoding.ts'
import { inTime } from '../../foundation/in-time.ts'
import { type Answer, patienceMs, shortestWaitMs, unsubscribeHeaders } from './carrier.ts'

/**
 * Sends through the platform's `send_email` binding. It knows no idempotency key: a mail whose
 * outcome is unknown is sent again, and may arrive twice.
 */
export async function sendByPlatform(email: SendEmail, from: string, mail: Mail): Promise<Answer> {
  const { to, subject, text, attachment } = mail
  const headers = unsubscribeHeaders(mail)
  const attachments = attachment && [
    {
      disposition: 'attachment' as const,
      filename: attachment.name,
      type: attachment.type,
      content: utf8(attachment.content),
    },
  ]
  const sending = email.send({
    from: senderOf(from),
    to,
    subject,
    text,
    ...(headers && { headers }),
    ...(attachments && { attachments }),
  })
  try {
    return await inTime(
      sending.then(({ messageId }): Answer => ({ outcome: 'sent', carrierId: messageId })),
      patienceMs,
    )
  } catch (error) {
    return answerOf(codeOf(error))
  }
}

/** The codes of the platform's documentation for `send()`. Every other one is about this mail. */
function answerOf(code: string | undefined): Answer {
  if (code === 'E_RATE_LIMIT_EXCEEDED') return { waitMs: shortestWaitMs }
  if (code === 'E_DAILY_LIMIT_EXCEEDED') return { outcome: 'quota', code }
  if (code === 'E_RECIPIENT_SUPPRESSED') return { outcome: 'suppressed', code }
  if (code?.startsWith('E_') && code !== 'E_INTERNAL_SERVER_ERROR') {
    return { outcome: 'refused', code }
  }
  return { outcome: 'unknown', code }
}

/** `Mettle <hello@mettle.example>` in the two parts that the binding takes. */
export function senderOf(from: string): string | { name: string; email: string } {
  const [, name = '', email] = /^([^<>]*)<([^<>\s@]+@[^<>\s@]+)>$/.exec(from.trim()) ?? []
  if (!email) return from.trim()
  return name.trim() === '' ? email : { name: name.trim(), email }
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : undefined
}

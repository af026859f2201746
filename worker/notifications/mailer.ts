import { base64 } from '@scure/base'

import type { Bindings, MailBinding } from '../env.ts'
import { log } from '../foundation/call/log.ts'
import { utf8 } from '../foundation/crypto/encoding.ts'
import { OutsideFailure } from '../foundation/outbox/outside-failure.ts'

const provider = 'https://api.resend.com/emails'
const patienceMs = 5_000

/**
 * Sends mail to the local mailbox if `worker/dev.ts` has set one, or else through the provider.
 * Throws if the provider refuses or does not answer, so that the note is retried. Without
 * `MAIL_API_KEY` it sends nothing and logs a warning.
 */
export function mailerOf(env: Bindings): MailBinding {
  return env.MAIL ?? { send: (mail) => post(env, mail) }
}

async function post(env: Bindings, mail: Parameters<MailBinding['send']>[0]): Promise<void> {
  if (!env.MAIL_API_KEY) return log('warn', 'mail.no-provider', { noteId: mail.noteId })
  const { attachment } = mail
  const attachments = attachment
    ? [
        {
          filename: attachment.name,
          content: base64.encode(utf8(attachment.content)),
          content_type: attachment.type,
        },
      ]
    : undefined
  const { to, subject, text } = mail
  const response = await ask({
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
    headers: {
      authorization: `Bearer ${env.MAIL_API_KEY}`,
      'content-type': 'application/json',
      'idempotency-key': mail.noteId,
    },
    body: JSON.stringify({ from: env.MAIL_FROM, to: [to], subject, text, attachments }),
  })
  if (response.ok) return
  // 408, 429 and 5xx are temporary faults of the provider. Any other status is about this mail or
  // our account. The note is retried in both cases; the operator's page shows which it is.
  const passes = response.status >= 500 || response.status === 408 || response.status === 429
  const problem = passes ? 'mail-away' : 'mail-refused'
  throw new OutsideFailure(problem, `The mail provider answered ${response.status}.`)
}

async function ask(request: RequestInit): Promise<Response> {
  try {
    return await fetch(provider, request)
  } catch {
    throw new OutsideFailure('mail-away', 'The mail provider did not answer.')
  }
}

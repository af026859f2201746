import { env } from 'cloudflare:workers'

import type { Bindings, Mail } from '../../worker/env.ts'
import { systemCall } from '../../worker/foundation/call/system-call.ts'
import type { Outcome } from '../../worker/notifications/carrier/carrier.ts'
import { envAt } from './client.ts'

/** The environment with a carrier for mail in place of the mailbox of the tests. */
export function envWith(carrier: Partial<Bindings>, at?: Date): Bindings {
  const { MAIL: _, ...rest } = envAt(at)
  return { ...rest, ...carrier }
}

export const http = { MAIL_CARRIER: 'http', MAIL_API_KEY: 'key', MAIL_PER_SECOND: 1_000 } as const

/** The platform's carrier with a binding that answers like this. */
export function platform(send: (mail: never) => Promise<{ messageId: string }>) {
  const EMAIL: NonNullable<Bindings['EMAIL']> = { send }
  return { MAIL_CARRIER: 'platform', EMAIL, MAIL_PER_SECOND: 1_000 } as const
}

/** An error of the platform's binding. */
export const failure = (code: string) => Object.assign(new Error('not sent'), { code })

export const aMail = (more: Partial<Mail> = {}): Mail => ({
  to: `${crypto.randomUUID()}@people.example`,
  sort: 'news',
  subject: 'Your feedback is ready',
  text: 'Read it.',
  noteId: crypto.randomUUID(),
  ...more,
})

export const callWith = (carrier: Partial<Bindings>, at?: Date) =>
  systemCall(envWith(carrier, at), crypto.randomUUID())

/** How the tries to send a mail ended, the oldest first. */
export async function outcomesOf({ noteId }: Mail): Promise<Outcome[]> {
  const { results } = await env.DB.prepare(
    'SELECT outcome FROM mail_outcomes WHERE mail_id = ? ORDER BY at',
  )
    .bind(noteId)
    .all<{ outcome: Outcome }>()
  return results.map(({ outcome }) => outcome)
}

/** Forgets what the carriers said about their pace and their quota. */
export async function forgetCarriers(): Promise<void> {
  await env.DB.prepare('DELETE FROM mail_carriers').run()
}

import { sql } from 'drizzle-orm'

import type { Mail } from '../../env.ts'
import type { Call } from '../../foundation/call/call.ts'
import { mailOutcomes, mailSuppressions } from '../tables.ts'
import type { Carrier, Outcome } from './carrier.ts'

interface Tried {
  mail: Mail
  address: { emailIndex: string; emailIndexKey: string }
  now: Date
  outcome: Outcome
  carrierId?: string | undefined
  /** Set if the address is suppressed already. */
  suppressed?: string | null
  /** Whether the carrier had said before that its quota is used up. */
  wasFull: boolean
}

/**
 * Stores how a try to send a mail ended, and what follows for the carrier and for the address. When
 * the quota is back, the notes that waited for it are due at once.
 */
export async function recordOutcome(call: Call, carrier: Carrier, tried: Tried): Promise<void> {
  const { mail, address, now, outcome, carrierId, suppressed, wasFull } = tried
  const at = now.getTime()
  const row = {
    mailId: mail.noteId,
    at: now,
    sort: mail.sort,
    carrier: carrier.name,
    outcome,
    ...address,
    carrierId: carrierId?.slice(0, 200) || null,
  }
  const isFull = sql`UPDATE mail_carriers SET is_full = ${outcome === 'quota' ? 1 : 0},
    full_at = ${outcome === 'quota' ? at : sql`full_at`} WHERE name = ${carrier.name}`
  const wake = sql`UPDATE outbox SET due_at = ${at} WHERE lane IN (0, 1, 2) AND due_at > ${at}
    AND done_at IS NULL AND dead_at IS NULL AND problem = 'mail-quota'`
  await call.db.batch([
    call.db.insert(mailOutcomes).values(row).onConflictDoNothing(),
    ...(outcome === 'quota' ? [call.db.run(isFull)] : []),
    ...(outcome === 'sent' && wasFull ? [call.db.run(isFull), call.db.run(wake)] : []),
    ...(outcome === 'suppressed' && !suppressed ? [suppress(call, address, 'blocked', now)] : []),
  ])
}

/** The statement that stops all mail but codes to an address. The first reason stays. */
export function suppress(
  call: Call,
  address: { emailIndex: string; emailIndexKey: string },
  reason: 'bounced' | 'complained' | 'blocked',
  at: Date,
) {
  const row = { ...address, reason, at }
  return call.db.insert(mailSuppressions).values(row).onConflictDoNothing()
}

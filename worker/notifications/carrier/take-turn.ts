import { sql } from 'drizzle-orm'

import type { Mail } from '../../env.ts'
import type { Call } from '../../foundation/call/call.ts'
import { oneOf } from '../../foundation/call/one-of.ts'
import { NotYet } from '../../foundation/outbox/not-yet.ts'
import type { Carrier } from './carrier.ts'
import { lastAskedBefore, nextAskAt } from './quota.ts'

/** How far ahead turns are given: to codes, and to mails that can wait. */
const [codesAheadMs, othersAheadMs] = [60_000, 1_000]
/** How soon a mail that found no turn tries again. */
const againMs = 10_000
/** A turn so far away was stored by a clock that was wrong, and counts as free. */
const farthestMs = 120_000

interface Wish {
  mail: Mail
  /** The HMACs of the address under every key. */
  indexes: readonly string[]
  now: number
}

export interface Turn {
  /** When to send. */
  at: number
  /** Whether the carrier had said that its quota is used up. */
  was_full: number
  /** Why the address gets no mail but codes, if it does not. */
  suppressed: string | null
  /** Whether an earlier run has sent this mail. */
  was_sent: number
}

/**
 * Takes the carrier's next free moment for this mail, in one statement, so that all runs together
 * keep to its pace. A note that has waited for its turn is not given another one. Throws `NotYet` if
 * the quota is used up, or if other mails go first. A carrier whose quota is used up gets one mail
 * now and then: if it is sent, the quota is back.
 */
export async function takeTurn(call: Call, carrier: Carrier, wish: Wish): Promise<Turn> {
  const { mail, indexes, now } = wish
  const { gapMs, name } = carrier
  const ahead = now + (mail.sort === 'code' ? codesAheadMs : othersAheadMs)
  // The mailbox of a laptop has no pace, and its clock is moved by weeks.
  const next = sql`iif(c.next_at > ${now + farthestMs} OR ${gapMs} = 0, ${now}, c.next_at)`
  const hasWaited = sql`EXISTS (SELECT 1 FROM outbox WHERE id = ${mail.noteId.slice(0, 36)}
    AND problem = 'mail-turn')`
  const [turn] = await call.db.all<Turn>(sql`
    INSERT INTO mail_carriers AS c (name, next_at) VALUES (${name}, ${now + gapMs})
    ON CONFLICT (name) DO UPDATE SET full_at = iif(c.is_full, ${now}, c.full_at),
      next_at = iif(${hasWaited}, ${next}, max(${next}, ${now}) + ${gapMs})
    WHERE (${hasWaited} OR ${next} <= ${ahead})
      AND (NOT c.is_full OR c.full_at <= ${lastAskedBefore(now, mail.sort)})
      AND NOT ${gapMs > 0 ? othersFirst(mail.sort, now) : sql`FALSE`}
    RETURNING iif(${hasWaited}, ${now}, next_at - ${gapMs}) AS at, is_full AS was_full,
      (SELECT reason FROM mail_suppressions WHERE email_index ${oneOf(indexes)}) AS suppressed,
      EXISTS (SELECT 1 FROM mail_outcomes WHERE mail_id = ${mail.noteId} AND outcome = 'sent')
        AS was_sent`)
  return turn ?? wait(call, carrier, wish)
}

/** Moves the carrier's next free moment, because it says that mails come too fast. */
export async function slowDown({ db }: Call, { name }: Carrier, until: number): Promise<void> {
  await db.run(sql`UPDATE mail_carriers SET next_at = max(next_at, ${until}) WHERE name = ${name}`)
}

async function wait({ db }: Call, { name }: Carrier, { mail, now }: Wish): Promise<never> {
  const [state] = await db.all<{ full_at: number }>(
    sql`SELECT full_at FROM mail_carriers WHERE name = ${name} AND is_full`,
  )
  throw state
    ? new NotYet('mail-quota', nextAskAt(state.full_at, mail.sort))
    : new NotYet('mail-order', now + againMs)
}

/** SQL that is true if a mail of an earlier sort is due. */
function othersFirst(sort: Mail['sort'], now: number) {
  if (sort === 'code') return sql`FALSE`
  const isDue = sql`done_at IS NULL AND dead_at IS NULL AND due_at <= ${now}`
  const codes = sql`EXISTS (SELECT 1 FROM outbox WHERE lane = 0 AND ${isDue})`
  if (sort === 'invitation') return codes
  return sql`(${codes} OR EXISTS (
    SELECT 1 FROM outbox INDEXED BY outbox_invitations
    WHERE kind = 'invitation.made' AND ${isDue}))`
}

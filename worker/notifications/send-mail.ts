import { emailIndexKey, emailIndexes } from '../accounts/account/email.ts'
import type { Bindings, Mail } from '../env.ts'
import type { Call } from '../foundation/call/call.ts'
import { clock } from '../foundation/call/clock.ts'
import { log } from '../foundation/call/log.ts'
import { NotYet } from '../foundation/outbox/not-yet.ts'
import { OutsideFailure } from '../foundation/outbox/outside-failure.ts'
import type { Carrier, Outcome } from './carrier/carrier.ts'
import { carrierOf } from './carrier/carrier-of.ts'
import { nextAskAt } from './carrier/quota.ts'
import { recordOutcome } from './carrier/record-outcome.ts'
import { slowDown, takeTurn } from './carrier/take-turn.ts'

/** Longer waits are left to the drain, so that a note does not hold its lease while it waits. */
const longestPauseMs = 1_000
/** The outcome, and that the mail was sent. Without room for both, it would be sent again. */
const storing = { queries: 4, subrequests: 2 }
/** Together with the carrier's five seconds less than the ten that a drain gives to one note. */
const longestTryMs = 4_500

/**
 * Sends a mail at the carrier's pace and stores the outcome. Returns whether it was sent, now or by
 * an earlier run; an address that is suppressed gets only codes. Throws `NotYet` if the mail must
 * wait for the carrier, and `OutsideFailure` if the carrier refuses it or does not answer: the note
 * is tried again. Without a carrier, which production does not allow, it logs a warning.
 */
export async function sendMail(call: Call, mail: Mail): Promise<boolean> {
  const carrier = carrierOf(call.env)
  if (!carrier) {
    log('warn', 'mail.no-carrier', { sort: mail.sort })
    return false
  }
  const now = () => clock(call.env)
  const indexes = await emailIndexes(call, mail.to)
  const turn = await takeTurn(call, carrier, { mail, indexes, now: now().getTime() })
  if (turn.was_sent) return true

  const address = { emailIndex: indexes[0], emailIndexKey: emailIndexKey(call) }
  const state = { mail, address, suppressed: turn.suppressed, wasFull: turn.was_full === 1 }
  const record = (outcome: Outcome, carrierId?: string) =>
    recordOutcome(call, carrier, { ...state, now: now(), outcome, carrierId })
  if (turn.suppressed && mail.sort !== 'code') {
    await record('suppressed')
    return false
  }
  const waitMs = turn.at - now().getTime()
  if (waitMs > longestPauseMs) throw new NotYet('mail-turn', turn.at)
  await pause(waitMs)
  // The lease of the note may end before the carrier answers, and another run would send the mail.
  if (mail.sort !== 'news' && now().getTime() - call.now.getTime() > longestTryMs) {
    throw new NotYet('mail-turn', now().getTime())
  }

  const { outcome, carrierId, code } = await ask(call, carrier, mail)
  await record(outcome, carrierId)
  if (outcome === 'sent') return true
  log('warn', 'mail.not-sent', { carrier: carrier.name, sort: mail.sort, outcome, code })
  if (outcome === 'suppressed') return false
  throw failureOf(outcome, mail, now().getTime())
}

/** Counts the call to the carrier, if there is room for it and for what must be stored after it. */
function countMail({ METER }: Bindings): void {
  METER?.need({ subrequests: 1 + storing.subrequests, queries: storing.queries })
  METER?.spend({ subrequests: 1 })
}

/** Asks again if the carrier says that mails come too fast. Throws `NotYet` if it goes on so. */
async function ask(call: Call, carrier: Carrier, mail: Mail) {
  const startedAt = clock(call.env).getTime()
  for (;;) {
    countMail(call.env)
    const answer = await carrier.send(mail)
    if ('outcome' in answer) return answer
    const until = clock(call.env).getTime() + answer.waitMs
    await slowDown(call, carrier, until)
    if (until - startedAt > longestTryMs) throw new NotYet('mail-turn', until)
    await pause(answer.waitMs)
  }
}

function failureOf(outcome: Outcome, { sort }: Mail, now: number): Error {
  if (outcome === 'quota') return new NotYet('mail-quota', nextAskAt(now, sort))
  return outcome === 'refused'
    ? new OutsideFailure('mail-refused', 'The mail carrier refused the mail.')
    : new OutsideFailure('mail-away', 'The mail carrier did not answer.')
}

function pause(ms: number): Promise<void> {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve()
}

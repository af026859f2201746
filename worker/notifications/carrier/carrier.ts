import type { CarrierName } from '../../accounts/mail-carrier.ts'
import type { Mail } from '../../env.ts'

/**
 * How one try to send a mail ended. `sent`: the carrier took it. `quota`: the carrier takes no more
 * mail today or this month. `suppressed`: the address takes no mail from us. `refused`: the carrier
 * does not take this mail, or any from this account. `unknown`: it did not answer, or had a fault.
 */
export type Outcome = 'sent' | 'quota' | 'suppressed' | 'refused' | 'unknown'

/** An outcome, or how long to wait because mails came faster than the carrier takes them. */
export type Answer =
  | {
      outcome: Outcome
      /** The carrier's own name for the mail. */
      carrierId?: string | undefined
      /** The carrier's code for what is wrong, for the log. */
      code?: string | undefined
    }
  | { waitMs: number }

export interface Carrier {
  name: CarrierName
  /** How long after one mail the next can follow, in milliseconds. */
  gapMs: number
  send(mail: Mail): Promise<Answer>
}

/** The shortest time to wait for a carrier that says that mails come too fast. */
export const shortestWaitMs = 1_000

/** How long a carrier is waited for. */
export const patienceMs = 5_000

/** The headers by which a mail program offers to refuse such mails (RFC 8058). */
export function unsubscribeHeaders({ unsubscribeLink }: Mail): Record<string, string> | undefined {
  if (!unsubscribeLink) return undefined
  return {
    'List-Unsubscribe': `<${unsubscribeLink}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

import { carrierName } from '../../accounts/mail-carrier.ts'
import type { Bindings } from '../../env.ts'
import type { Carrier } from './carrier.ts'
import { sendByHttp } from './http-carrier.ts'
import { sendByPlatform } from './platform-carrier.ts'

/** The carrier of this instance, or undefined if it has none. */
export function carrierOf(env: Bindings): Carrier | undefined {
  const { MAIL, EMAIL, MAIL_API_KEY, MAIL_FROM } = env
  const name = carrierName(env)
  if (name === 'mailbox' && MAIL) {
    return {
      name,
      gapMs: 0,
      send: (mail) =>
        MAIL.send(mail).then(
          () => ({ outcome: 'sent' }),
          () => ({ outcome: 'unknown' }),
        ),
    }
  }
  if (name === 'platform' && EMAIL) {
    return { name, gapMs: gapOf(env, 10), send: (mail) => sendByPlatform(EMAIL, MAIL_FROM, mail) }
  }
  if (name === 'http' && MAIL_API_KEY) {
    return { name, gapMs: gapOf(env, 5), send: (mail) => sendByHttp(MAIL_API_KEY, MAIL_FROM, mail) }
  }
  return undefined
}

/**
 * `usual` is what the carrier takes from a new account in a second. A tenth is left free, because
 * mails do not arrive there as evenly as they leave.
 */
function gapOf({ MAIL_PER_SECOND }: Bindings, usual: number): number {
  const rate = Number(MAIL_PER_SECOND ?? usual)
  return Math.ceil(1000 / (0.9 * (rate > 0 ? rate : usual)))
}

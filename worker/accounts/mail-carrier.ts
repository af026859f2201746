import type { Bindings } from '../env.ts'

export type CarrierName = 'mailbox' | 'platform' | 'http'

type Bound = Pick<Bindings, 'MAIL' | 'MAIL_CARRIER' | 'EMAIL' | 'MAIL_API_KEY'>

/**
 * Who takes this instance's mail: the mailbox of a laptop, the platform's binding or the HTTP
 * carrier. Undefined if the configured one has no binding or no key.
 */
export function carrierName(env: Bound): CarrierName | undefined {
  if (env.MAIL) return 'mailbox'
  if (env.MAIL_CARRIER === 'platform') return env.EMAIL ? 'platform' : undefined
  return env.MAIL_API_KEY ? 'http' : undefined
}

import type { MailEvent } from './mail-event-input.ts'

/** What a notice says about an address. */
export interface Said {
  address: string
  /** Undefined: the address takes mail again. */
  reason: 'bounced' | 'complained' | 'blocked' | undefined
  /** The carrier's name of a mail that it took and did not send. */
  unsent?: string | undefined
}

/**
 * Undefined for a notice that changes nothing: a kind that we do not know, a bounce that may pass,
 * or a mail to more than one address, which we never send.
 */
export function saidBy({ type, data }: MailEvent): Said | undefined {
  if (type === 'suppression.removed') return data?.email ? about(data.email, undefined) : undefined
  if (type === 'suppression.added') return data?.email ? about(data.email, 'blocked') : undefined
  const addresses = [data?.to ?? []].flat()
  const [address] = addresses
  if (!address || addresses.length > 1) return undefined
  if (type === 'email.complained') return about(address, 'complained')
  if (type === 'email.suppressed') return { ...about(address, 'blocked'), unsent: data?.email_id }
  const isForGood = type === 'email.bounced' && data?.bounce?.type?.toLowerCase() === 'permanent'
  return isForGood ? about(address, 'bounced') : undefined
}

const about = (address: string, reason: Said['reason']): Said => ({ address, reason })

import { domainOf, isPublicMail } from '../../accounts/account/email.ts'

/** What has to hold before an employer's first search (talent.md §3). (a) is the session's. */
export type GateLetter = 'b' | 'c' | 'd' | 'e' | 'f'

export interface GateFacts {
  /** The recruiter's address, proved by code. */
  email: string
  /** Domains of the employer that somebody proved an address on. */
  domains: readonly string[]
  legalName: string | null
  site: string | null
  country: string | null
  contact: string | null
  /** Approved by an operator admin, within its twelve months. */
  approved: boolean
  hasApprovedOpening: boolean
  ended: boolean
}

const proofHours = 12

/** Until passkeys come, a code proven within half a day stands for one. */
export function isProvenToday(provenAt: Date | undefined, now: Date): boolean {
  return provenAt !== undefined && now.getTime() - provenAt.getTime() <= proofHours * 3_600_000
}

export function missingLetters(facts: GateFacts): GateLetter[] {
  const letters: [GateLetter, boolean][] = [
    ['b', hasWorkAddress(facts)],
    ['c', isNamed(facts)],
    ['d', facts.approved],
    ['e', facts.hasApprovedOpening],
    ['f', !facts.ended],
  ]
  return letters.filter(([, holds]) => !holds).map(([letter]) => letter)
}

function hasWorkAddress({ email, domains }: GateFacts): boolean {
  const domain = domainOf(email)
  return !isPublicMail(domain) && domains.includes(domain)
}

function isNamed({ legalName, site, country, contact }: GateFacts): boolean {
  return Boolean(legalName && site?.startsWith('https://') && country && contact)
}

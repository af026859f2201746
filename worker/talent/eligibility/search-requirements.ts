import { domainOf, isPublicMail } from '../../accounts/account/email.ts'

/** What an employer needs for a search, besides the recruiter's fresh proof. */
export type SearchRequirement = 'work-address' | 'details' | 'approval' | 'opening' | 'active'

export interface EmployerFacts {
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

/**
 * Whether the recruiter's proof, a mailed code, is at most twelve hours old. A search needs that.
 */
export function isProvenToday(provenAt: Date | undefined, now: Date): boolean {
  return provenAt !== undefined && now.getTime() - provenAt.getTime() <= proofHours * 3_600_000
}

export function missingRequirements(facts: EmployerFacts): SearchRequirement[] {
  const requirements: [SearchRequirement, boolean][] = [
    ['work-address', hasWorkAddress(facts)],
    ['details', isNamed(facts)],
    ['approval', facts.approved],
    ['opening', facts.hasApprovedOpening],
    ['active', !facts.ended],
  ]
  return requirements.filter(([, holds]) => !holds).map(([requirement]) => requirement)
}

function hasWorkAddress({ email, domains }: EmployerFacts): boolean {
  const domain = domainOf(email)
  return !isPublicMail(domain) && domains.includes(domain)
}

function isNamed({ legalName, site, country, contact }: EmployerFacts): boolean {
  return Boolean(legalName && site?.startsWith('https://') && country && contact)
}

import { eq } from 'drizzle-orm'

import { domainOf, isPublicMail } from '../../accounts/account/email.ts'
import { findOwnAccount } from '../../accounts/account/find-account.ts'
import { openEmail } from '../../accounts/account/open-account.ts'
import type { Call } from '../../foundation/call/call.ts'
import { invalidInput } from '../../http/problems.ts'
import type { Organization } from '../organization/find-organization.ts'
import { domains } from '../tables.ts'

/**
 * The domain an admin wants to add, if it is that of the address they proved by code. Undefined if
 * none was given or the organization has it. Any other domain is refused.
 */
export async function findProvedDomain(
  call: Call,
  { id }: Organization,
  wanted: string | undefined,
): Promise<string | undefined> {
  if (wanted === undefined) return undefined
  const domain = wanted.toLowerCase()
  const known = await call.db.select().from(domains).where(eq(domains.organizationId, id))
  if (known.some((row) => row.domain === domain)) return undefined
  const account = await findOwnAccount(call)
  const own = account && domainOf(await openEmail(call, account.id, account.email))
  if (domain !== own || isPublicMail(domain))
    throw invalidInput('Check: domain.', { fields: ['domain'] })
  return domain
}

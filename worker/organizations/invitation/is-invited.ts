import { emailIndexes } from '../../accounts/account/email.ts'
import type { Account } from '../../accounts/account/find-account.ts'
import { openEmail } from '../../accounts/account/open-account.ts'
import type { invitations } from '../../accounts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'

type Invitation = typeof invitations.$inferSelect

/** Whether the invitation was sent to the address of this account. */
export async function isInvited(
  call: Call,
  account: Account,
  { emailIndex, emailIndexKey }: Invitation,
): Promise<boolean> {
  if (account.emailIndex === emailIndex) return true
  if (account.emailIndexKey === emailIndexKey) return false
  // The key has changed, and only the account or only the invitation has the new index so far.
  const indexes = await emailIndexes(call, await openEmail(call, account.id, account.email))
  return indexes.includes(emailIndex)
}

import type { Call } from '../../foundation/call/call.ts'
import { accountOwner } from '../../foundation/crypto/owner.ts'
import { open, openOr, seal } from '../../foundation/crypto/seal.ts'
import { accounts } from '../tables.ts'

/** Opens the name of an account, or answers `absent` if the account has none. */
export function openName<Absent>(
  call: Call,
  accountId: string | null,
  name: string | null,
  absent: Absent,
): Promise<string | Absent> {
  return openOr(call, accounts.name, accountId, name, absent)
}

/** Opens the email address of an account that is not erased. */
export function openEmail(
  call: Pick<Call, 'keys'>,
  accountId: string,
  email: string,
): Promise<string> {
  return open(call, accounts.email, accountId, email)
}

/**
 * Opens the name and the email address of an account. The name is empty if the account has none.
 */
export async function openPerson(
  call: Call,
  accountId: string,
  sealed: { name: string | null; email: string },
) {
  const [name, email] = await Promise.all([
    openName(call, accountId, sealed.name, ''),
    openEmail(call, accountId, sealed.email),
  ])
  return { name, email }
}

export function sealName(call: Call, accountId: string, name: string) {
  return seal(call, accounts.name, accountId, accountOwner(accountId), name)
}

export function sealEmail(call: Call, accountId: string, email: string) {
  return seal(call, accounts.email, accountId, accountOwner(accountId), email)
}

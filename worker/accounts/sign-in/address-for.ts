import { eq } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { accountOwner } from '../../foundation/crypto/owner.ts'
import { type Sealed, open } from '../../foundation/crypto/seal.ts'
import { emailIndexes } from '../account/email.ts'
import { sealEmail } from '../account/open-account.ts'
import { signIns } from '../tables.ts'

interface Address {
  email: Sealed
  /** Under every key, the current one first: the account may have been made with an older one. */
  indexes: [current: string, ...others: string[]]
}

/**
 * The address that a code was mailed to, sealed for the account it may create. Every try reads,
 * makes a key and seals, so that the time of the answer does not reveal whether the address is
 * known. The vault deletes the key of an account that was not created.
 */
export async function addressFor(call: Call, idHash: string, accountId: string): Promise<Address> {
  const own = eq(signIns.idHash, idHash)
  const asked = await call.db.select({ email: signIns.email }).from(signIns).where(own).get()
  // The key of the account is asked for together with the one that opens the address.
  const [email] = await Promise.all([
    asked ? open(call, signIns.email, idHash, asked.email) : '',
    call.keys.findOrMake(accountOwner(accountId)),
  ])
  const indexes = await emailIndexes(call, email)
  return { email: await sealEmail(call, accountId, email), indexes }
}

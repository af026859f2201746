import type { Owner, OwnerKind } from '../../foundation/crypto/owner.ts'
import type { VaultRefusal } from './binding.ts'

const mostAtOnce = 100
const form = /^(?:(?:account|organization):[0-9a-f-]{36}|day:\d{4}-\d\d-\d\d)$/

/** `account` for `account:<id>`. */
export const kindOf = (owner: Owner) => owner.slice(0, owner.indexOf(':')) as OwnerKind

/** Why a call about these owners is refused before anything is read, or undefined. */
export function whyNotOwners(owners: readonly string[]): VaultRefusal | undefined {
  if (owners.length > mostAtOnce) return 'too-many-at-once'
  return owners.every((owner) => form.test(owner)) ? undefined : 'not-an-owner'
}

/** The minute that an opened owner is counted in: whole minutes since 1970. */
export const minuteOf = (now: Date) => Math.floor(now.getTime() / 60_000)

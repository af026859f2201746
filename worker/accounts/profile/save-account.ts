import { and, eq } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { type Birth, isOfAge, minimumYears, needsMonth } from '../account/age.ts'
import type { Account } from '../account/find-account.ts'
import { sealName } from '../account/open-account.ts'
import { forgetChild } from './forget-child.ts'
import { birthMonthNeeded, changedElsewhere, minimumAge, studentMinimumAge } from '../problems.ts'
import type { SaveAccountInput } from '../account/save-account-input.ts'
import { accounts, memberships } from '../tables.ts'

type Input = InferOutput<typeof SaveAccountInput>

/**
 * Saves a person's settings. Somebody under 16 is refused, and what is stored about them is
 * deleted, unless they have or had a role.
 */
export async function saveAccount(call: Call, account: Account, input: Input) {
  const birth = birthOf(account, input, call.now)
  if (birth.birthYear !== null && !isOfAge(minimumYears, birth, call.now)) {
    if (await hadRole(call)) throw studentMinimumAge()
    await forgetChild(call, account)
    throw minimumAge()
  }
  const next = input.version + 1
  const reading = input.reading ? { reading: JSON.stringify(input.reading) } : {}
  const region = input.region ? { region: input.region } : {}
  const zone = input.zone ? { zone: input.zone } : {}
  return commit(
    call,
    [
      call.db
        .update(accounts)
        .set({
          name: await sealName(call, call.actorId, input.name),
          language: input.language,
          ...birth,
          ...reading,
          ...region,
          ...zone,
          version: next,
        })
        .where(and(eq(accounts.id, call.actorId), eq(accounts.version, input.version))),
      guard(call, 'account_stale'),
      auditEntry(call, 'account.saved', call.actorId),
    ],
    { answer: { version: next }, conflicts: { account_stale: changedElsewhere } },
  )
}

async function hadRole(call: Call): Promise<boolean> {
  const own = eq(memberships.accountId, call.actorId)
  const one = await call.db.select({ id: memberships.id }).from(memberships).where(own).get()
  return one !== undefined
}

/**
 * A birth year is set once. The month is stored only if the year does not show whether somebody is
 * 16, or 18, today.
 */
function birthOf(account: Account, { birthYear, birthMonth }: Input, now: Date): Birth {
  const known = { birthYear: account.birthYear, birthMonth: account.birthMonth }
  if (account.birthYear !== null || birthYear === undefined) return known
  if (!needsMonth(birthYear, now)) return { birthYear, birthMonth: null }
  if (birthMonth === undefined) throw birthMonthNeeded()
  return { birthYear, birthMonth }
}

import { eq } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { openEmail, openName } from './open-account.ts'
import { Reading, usualReading } from './save-account-input.ts'
import { accounts } from '../tables.ts'

export type Account = typeof accounts.$inferSelect

export function findOwnAccount(call: Call): Promise<Account | undefined> {
  return ownAccount(call).get()
}

/** The caller's account as a query, for a batch with other reads. */
export function ownAccount(call: Call) {
  return call.db.select().from(accounts).where(eq(accounts.id, call.actorId))
}

/** What a person sees of their own account. */
export async function accountView(call: Call, account: Account) {
  const reading = v.safeParse(Reading, JSON.parse(account.reading))
  return {
    id: account.id,
    name: await openName(call, account.id, account.name, null),
    email: await openEmail(call, account.id, account.email),
    language: account.language,
    region: account.region,
    zone: account.zone,
    birthYear: account.birthYear,
    birthMonth: account.birthMonth,
    reading: reading.success ? reading.output : usualReading,
    version: account.version,
  }
}

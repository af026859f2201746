import { eq } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { readerOf, unknownReader } from '../../foundation/reader/languages.ts'
import type { Reader } from '../../foundation/reader/reader.ts'
import { accounts } from '../tables.ts'

/** The reader of an account, for messages to somebody other than the caller. */
export async function findReader(call: Call, accountId: string): Promise<Reader> {
  const { language, region, zone } = accounts
  const stored = await call.db
    .select({ language, region, zone })
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .get()
  return stored ? readerOf(stored) : unknownReader
}

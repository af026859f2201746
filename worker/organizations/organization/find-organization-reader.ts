import { eq } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import { readerOf, unknownReader } from '../../foundation/reader/languages.ts'
import type { Reader } from '../../foundation/reader/reader.ts'
import { organizations } from '../tables.ts'

/**
 * The reader for somebody without an account: language, region and zone of the organization that
 * writes.
 */
export async function findOrganizationReader(call: Call, organizationId: string): Promise<Reader> {
  const { language, country, zone } = organizations
  const stored = await call.db
    .select({ language, region: country, zone })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
    .get()
  return stored ? readerOf(stored) : unknownReader
}

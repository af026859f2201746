import { eq } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { auditEntry } from '../audit/entry.ts'
import type { Call } from '../foundation/call.ts'
import { commit } from '../foundation/commit.ts'
import type { Organization } from './find-organization.ts'
import type { SaveOrganizationInput } from './save-organization-input.ts'
import { organizations } from './tables.ts'

type Input = InferOutput<typeof SaveOrganizationInput>

/** Renames it. Its slug stays: addresses of badges hold it. */
export function saveOrganization(call: Call, { id }: Organization, { name, aliases }: Input) {
  return commit(
    call,
    [
      call.db
        .update(organizations)
        .set({ name, aliases: JSON.stringify(aliases) })
        .where(eq(organizations.id, id)),
      auditEntry(call, 'organization.saved', id),
    ],
    { answer: { id } },
  )
}

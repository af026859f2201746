import { sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { hashToken } from '../../accounts/session/session.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { notFound } from '../../http/problems.ts'
import { fromMaker } from './from-maker.ts'
import { newJoinCode } from './join-code.ts'
import { freeSlug, slugOf, slugsWithTail } from './slug.ts'
import { organizations } from '../tables.ts'
import type { TakeUpFirstAdminInput } from './take-up-first-admin-input.ts'

type Input = InferOutput<typeof TakeUpFirstAdminInput>

/**
 * Makes the operator programme and its first admin. The token works once, and no token works once
 * there has been an admin. Every refusal is the same 404.
 */
export async function takeUpFirstAdmin(call: Call, { token, programmeName }: Input) {
  const organizationId = newId()
  const membershipId = newId()
  const now = call.now.getTime()
  const tokenHash = await hashToken(token)
  return commit(
    call,
    [
      call.db.run(sql`
        UPDATE setup_tokens SET used_at = ${now} WHERE token_hash = ${tokenHash} AND used_at IS NULL
          AND recovers = 0 AND expires_at > ${now} AND NOT EXISTS (SELECT 1 FROM memberships WHERE role = 'admin')`),
      guard(call, 'setup_token_not_live'),
      call.db.insert(organizations).values({
        ...fromMaker(call),
        id: organizationId,
        kind: 'programme',
        operator: true,
        open: false,
        name: programmeName,
        slug: freeSlug([slugOf(programmeName), ...slugsWithTail(programmeName, organizationId)]),
        aliases: '[]',
        state: 'approved',
        createdAt: call.now,
        joinCode: newJoinCode(),
      }),
      joining(call, { membershipId, organizationId, role: 'admin' }),
      auditEntry(call, 'organization.founded', organizationId, {}, organizationId),
    ],
    {
      answer: { organizationId, membershipId },
      conflicts: { setup_token_not_live: notFound, 'organizations.operator': notFound },
    },
  )
}

interface Joining {
  membershipId: string
  organizationId: string
  role: 'student' | 'mentor' | 'recruiter' | 'admin'
}

/** Inserts the caller's membership, as a statement for the commit that lets them join. */
export function joining(call: Call, { membershipId, organizationId, role }: Joining) {
  return call.db.run(sql`
    INSERT INTO memberships (id, account_id, organization_id, role, created_at)
    VALUES (${membershipId}, ${call.actorId}, ${organizationId}, ${role}, ${call.now.getTime()})`)
}

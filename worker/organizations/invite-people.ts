import { sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { emailIndex, readEmail } from '../accounts/email.ts'
import { hashToken } from '../accounts/session.ts'
import { invitations } from '../accounts/tables.ts'
import { auditEntry } from '../audit/entry.ts'
import type { Acting, Call } from '../foundation/call.ts'
import { commit, guard } from '../foundation/commit.ts'
import { newId } from '../foundation/id.ts'
import { note } from '../foundation/note.ts'
import { seal } from '../foundation/seal.ts'
import { invalidInput, notFound } from '../http/problems.ts'
import { invitationEnd, invitationToken, rolesOf } from './invitation.ts'
import type { InvitePeopleInput } from './invite-people-input.ts'

type Input = InferOutput<typeof InvitePeopleInput>

/** Invites people by address; each gets a mail with a link of their own, used once, bound to the address. */
export async function invitePeople(call: Call, acting: Acting, input: Input) {
  const { role, cohortId } = input
  if (!rolesOf(acting.kind).includes(role)) throw invalidInput('Check: role.', { fields: ['role'] })
  const rows = await Promise.all(input.emails.map((typed) => rowOf(call, acting, input, typed)))
  const cohort = cohortId
    ? [
        call.db.run(sql`UPDATE cohorts SET name = name
          WHERE id = ${cohortId} AND organization_id = ${acting.organizationId}`),
        guard(call, 'cohort_elsewhere'),
      ]
    : []
  call.caps.push({ key: `invitations ${acting.organizationId}`, cap: 500, windowSeconds: 86_400 })
  return commit(
    call,
    [
      ...cohort,
      ...rows.flatMap((row) => [
        call.db.insert(invitations).values(row),
        note(call, 'invitation.made', row.id),
        auditEntry(call, 'invitation.made', row.id, { role }),
      ]),
      auditEntry(call, 'invitations.sent', acting.organizationId, { n: rows.length }),
    ],
    {
      answer: { invitations: rows.map(({ id }) => id) },
      conflicts: { cohort_elsewhere: notFound },
    },
  )
}

async function rowOf(call: Call, acting: Acting, { role, cohortId }: Input, typed: string) {
  const email = readEmail(typed)
  if (!email) throw invalidInput('Check: emails.', { fields: ['emails'] })
  const id = newId()
  return {
    id,
    tokenHash: await hashToken(await invitationToken(call.env.EMAIL_INDEX_KEY, id)),
    organizationId: acting.organizationId,
    role,
    cohortId: cohortId ?? null,
    email: seal(email),
    emailIndex: await emailIndex(call.env.EMAIL_INDEX_KEY, email),
    invitedBy: call.actorId,
    createdAt: call.now,
    expiresAt: invitationEnd(role, call.now),
  }
}

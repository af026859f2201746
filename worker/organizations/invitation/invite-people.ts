import { sql } from 'drizzle-orm'
import type { InferOutput } from 'valibot'

import { emailIndexes, readEmail } from '../../accounts/account/email.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Acting, Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { invalidInput, notFound } from '../../http/problems.ts'
import { findInvited } from './find-invited.ts'
import { type InvitationOutcome, invitationOutcome } from './outcome.ts'
import { makeInvitation, sendAgain } from './statements.ts'
import { rolesOf } from './invitation.ts'
import type { InvitePeopleInput } from './invite-people-input.ts'
import { alreadyInvited, organizationNotApproved } from '../problems.ts'

type Input = InferOutput<typeof InvitePeopleInput>

const invitationsADay = 500

/**
 * Invites people by mail address. Unless `invitationOutcome` says otherwise, each gets a mail with
 * a link that works once and for this address only. Returns the outcome for each address, in the
 * order of the input. An organization that is not approved may not invite.
 */
export async function invitePeople(call: Call, acting: Acting, input: Input) {
  const { role, cohortId } = input
  const { organizationId } = acting
  if (!rolesOf(acting.kind).includes(role)) throw invalidInput('Check: role.', { fields: ['role'] })
  const typed = await Promise.all(input.emails.map((each) => addressOf(call, each)))
  // Two spellings of an address count once.
  const addresses = new Map(typed.map((address) => [address.index, address]))
  const { approved, rows } = await findInvited(
    call,
    { organizationId, role },
    [...addresses.values()].map(({ indexes }) => indexes),
  )
  if (!approved) throw organizationNotApproved()

  const outcomes = new Map<string, InvitationOutcome>()
  const made: string[] = []
  const changes: (Statement | ReturnType<typeof auditEntry>)[] = []
  for (const known of rows) {
    const outcome = invitationOutcome(known, call.now)
    outcomes.set(known.email_index, outcome)
    if (changesNothing(outcome)) continue
    if (outcome === 'sent-again') {
      changes.push(...sendAgain(call, known.live_id ?? ''))
      continue
    }
    const address = addresses.get(known.email_index)
    if (!address) continue
    const { id, statements } = await makeInvitation(call, acting, {
      ...address,
      role,
      cohortId: cohortId ?? null,
      mailed: outcome === 'invited',
    })
    made.push(id)
    changes.push(...statements)
  }
  const answer = {
    invitations: made,
    outcomes: typed.map(({ index }) => outcomes.get(index) ?? 'already-invited'),
    /** The number of mails to be sent: one per address, in however many spellings it was typed. */
    mailed: [...outcomes.values()].filter((one) => one === 'invited' || one === 'sent-again')
      .length,
  }
  const n = rows.length - [...outcomes.values()].filter(changesNothing).length
  if (n === 0) return answer
  call.caps.push({
    key: `invitations ${organizationId}`,
    cap: invitationsADay,
    windowSeconds: 86_400,
    by: n,
  })
  return commit(
    call,
    [
      ...approvedStill(call, organizationId),
      ...(cohortId ? ofCohort(call, organizationId, cohortId) : []),
      ...changes,
      auditEntry(call, 'invitations.sent', organizationId, { n, role }),
    ],
    {
      answer,
      conflicts: {
        cohort_elsewhere: notFound,
        organization_not_approved: organizationNotApproved,
        invitation_moved: alreadyInvited,
        'invitations.organization_id, invitations.email_index': alreadyInvited,
      },
    },
  )
}

const changesNothing = (outcome: InvitationOutcome) =>
  outcome === 'already-invited' || outcome === 'already-member'

async function addressOf(call: Call, typed: string) {
  const email = readEmail(typed)
  if (!email) throw invalidInput('Check: emails.', { fields: ['emails'] })
  const indexes = await emailIndexes(call, email)
  return { email, index: indexes[0], indexes }
}

function approvedStill(call: Call, organizationId: string): Statement[] {
  return [
    call.db.run(sql`INSERT INTO guard SELECT 'organization_not_approved', count(*)
      FROM organizations WHERE id = ${organizationId} AND state = 'approved'`),
  ]
}

function ofCohort(call: Call, organizationId: string, cohortId: string): Statement[] {
  return [
    call.db.run(sql`UPDATE cohorts SET name = name
      WHERE id = ${cohortId} AND organization_id = ${organizationId}`),
    guard(call, 'cohort_elsewhere'),
  ]
}

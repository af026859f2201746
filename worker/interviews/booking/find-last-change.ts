import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm'

import { openName } from '../../accounts/account/open-account.ts'
import { accounts } from '../../accounts/tables.ts'
import { auditEntries } from '../../audit/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { Problem } from '../../foundation/call/problem.ts'
import { interviewRequestMoved } from '../problems.ts'
import type { Party } from '../request/find-party.ts'

/** Events that can change an interview while somebody writes on an older page. */
const changes = ['set-meeting', 'ask-move', 'keep-time', 'move', 'cancel', 'attend', 'miss']

/**
 * The refusal for a write made from an older version of an interview. It says who changed it last
 * and when. A recruiter gets a colleague's name; the two sides never get each other's names.
 */
export async function changedMeanwhile(call: Call, party: Party): Promise<Problem> {
  const changed = await findLastChange(call, party)
  return interviewRequestMoved(undefined, changed && { changed })
}

async function findLastChange(call: Call, { side, request }: Party) {
  const { organizationId } = auditEntries
  const row = await call.db
    .select({ at: auditEntries.at, actorId: auditEntries.actorId, name: accounts.name })
    .from(auditEntries)
    .leftJoin(accounts, eq(accounts.id, auditEntries.actorId))
    .where(
      and(
        // Entries about a student's own actions have no organization.
        or(eq(organizationId, request.organizationId), isNull(organizationId)),
        eq(auditEntries.subjectId, request.id),
        inArray(
          auditEntries.action,
          changes.map((change) => `interview.${change}`),
        ),
      ),
    )
    .orderBy(desc(auditEntries.at))
    .limit(1)
    .get()
  if (!row) return undefined
  const by = whoFor(row.actorId, request.studentId, call.actorId)
  const isColleague = side === 'recruiter' && by === 'recruiter'
  return {
    by,
    name: isColleague ? await openName(call, row.actorId, row.name, null) : null,
    at: row.at,
  }
}

function whoFor(actorId: string, studentId: string, ownId: string) {
  if (actorId === ownId) return 'own' as const
  return actorId === studentId ? ('student' as const) : ('recruiter' as const)
}

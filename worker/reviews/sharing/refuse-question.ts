import { type SQL, sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import {
  ownProgramme,
  programmeSharesAlready,
  programmeUnknown,
  sharesAlready,
  sharingAsked,
  sharingAskedByThem,
  sharingDeclined,
  sharingQuestionsFull,
} from '../problems.ts'
import { declinesStandFrom, mostQuestions } from './sharing.ts'

interface Row {
  id: string
  own: number
  we_share: number
  they_share: number
  we_wait: number
  they_wait: number
  declined: number
  questions: number
}

/**
 * Throws the reason why this programme may not ask the one with this slug now; otherwise returns
 * the other's id.
 */
export async function refuseQuestion(
  call: Call,
  organizationId: string,
  slug: string,
): Promise<string> {
  const [found] = await call.db.all<Row>(sql`
    SELECT o.id, o.id = ${organizationId} AS own, o.pool_id IS NOT NULL AS they_share,
      (SELECT pool_id IS NOT NULL FROM organizations WHERE id = ${organizationId}) AS we_share,
      EXISTS (SELECT 1 FROM reviewer_sharings
        WHERE asking_organization_id = ${organizationId} AND answer IS NULL) AS we_wait,
      ${theyWait(organizationId)} AS they_wait, ${theyDeclined(call, organizationId)} AS declined,
      ${questionsOf} AS questions
    FROM organizations o WHERE ${isNamed(slug)}`)
  if (!found) throw programmeUnknown()
  if (found.own) throw ownProgramme()
  if (found.we_share) throw sharesAlready()
  if (found.we_wait) throw sharingAsked()
  if (found.they_wait) throw sharingAskedByThem()
  if (found.they_share) throw programmeSharesAlready()
  if (found.declined) throw sharingDeclined()
  if (found.questions >= mostQuestions) throw sharingQuestionsFull()
  return found.id
}

/** SQL: the same rules in one condition on `o`, the other programme, for the commit. */
export function mayAsk(call: Call, organizationId: string): SQL {
  return sql`o.pool_id IS NULL AND NOT ${theyWait(organizationId)}
    AND NOT ${theyDeclined(call, organizationId)} AND ${questionsOf} < ${mostQuestions}
    AND (SELECT pool_id IS NULL FROM organizations WHERE id = ${organizationId})`
}

const isNamed = (slug: string) =>
  sql`o.slug = ${slug} AND o.kind = 'programme' AND o.state = 'approved'`

const theyWait = (organizationId: string) => sql`EXISTS (SELECT 1 FROM reviewer_sharings
  WHERE asking_organization_id = o.id AND asked_organization_id = ${organizationId}
    AND answer IS NULL)`

const theyDeclined = ({ now }: Call, organizationId: string) =>
  sql`EXISTS (SELECT 1 FROM reviewer_sharings
  WHERE asking_organization_id = ${organizationId} AND asked_organization_id = o.id
    AND answer = 'declined' AND answered_at > ${declinesStandFrom(now).getTime()})`

const questionsOf = sql`(SELECT count(*) FROM reviewer_sharings
  WHERE asked_organization_id = o.id AND answer IS NULL)`

import { sql } from 'drizzle-orm'

import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { keepCount } from '../queue/count-pool.ts'
import type { Found } from './find-sharing.ts'

/**
 * For the commit that begins a sharing: the waiting answers of the programme that was asked go to
 * the pool of both, which has the id of the other programme.
 */
export function joinPool(call: Call, { sharing, counted }: Found): Statement[] {
  const { askingOrganizationId: askingId, askedOrganizationId: askedId } = sharing
  return [
    // `promises` has the open rounds. No review is wanted for the others.
    call.db.run(sql`UPDATE submission_queue SET pool = ${askingId} WHERE submission_id IN (
      SELECT submission_id FROM promises WHERE organization_id = ${askedId} AND step <> 'over')`),
    keepCount(call, idsOf(askingId, askedId), counted.together),
  ]
}

/** For the commit that ends a sharing: each answer goes back to its own programme. */
export function leavePool(call: Call, { sharing, counted }: Found): Statement[] {
  const { askingOrganizationId: askingId, askedOrganizationId: askedId } = sharing
  return [
    call.db.run(sql`UPDATE organizations SET pool_id = NULL WHERE id IN (${askingId}, ${askedId})`),
    call.db.run(sql`UPDATE submission_queue SET pool = ${askedId} WHERE submission_id IN (
      SELECT submission_id FROM submission_queue
      WHERE kind = 'peer' AND organization_id = ${askedId} AND pool <> ${askedId})`),
    keepCount(call, idsOf(askingId), counted.asking),
    keepCount(call, idsOf(askedId), counted.asked),
  ]
}

const idsOf = (...ids: string[]) => sql`(SELECT value AS id FROM json_each(${JSON.stringify(ids)}))`

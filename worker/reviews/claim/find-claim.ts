import { and, eq, getTableColumns, isNull, ne, or, sql } from 'drizzle-orm'

import { memberships } from '../../accounts/tables.ts'
import type { Call } from '../../foundation/call/call.ts'
import { accountOwner } from '../../foundation/crypto/owner.ts'
import { claims } from '../tables.ts'

export type Claim = typeof claims.$inferSelect

/**
 * Whose key seals what a reviewer writes about an answer: the author's, because the words are about
 * them. Nobody gets the words about a hidden item, so they are sealed with the reviewer's.
 */
export const ownerOf = ({ authorId, reviewerId }: Claim) => accountOwner(authorId ?? reviewerId)

/**
 * The caller's claim if it is live, lapsed or handed in. Undefined if it was given back, or if the
 * membership it was made in has ended.
 */
export async function findOwnClaim(
  call: Call,
  param: Record<string, string>,
): Promise<Claim | undefined> {
  const [claim] = await ownClaim(call, param)
  return claim
}

/** `findOwnClaim` as a query, for a batch with other reads. */
export function ownClaim(call: Call, { claimId = '' }: Record<string, string>) {
  const role = sql`CASE ${claims.role} WHEN 'peer' THEN 'student' ELSE 'mentor' END`
  return call.db
    .select(getTableColumns(claims))
    .from(claims)
    .innerJoin(
      memberships,
      and(
        eq(memberships.accountId, claims.reviewerId),
        eq(memberships.organizationId, claims.organizationId),
        eq(memberships.role, role),
        isNull(memberships.endedAt),
      ),
    )
    .where(
      and(
        eq(claims.id, claimId),
        eq(claims.reviewerId, call.actorId),
        or(isNull(claims.endReason), ne(claims.endReason, 'released')),
      ),
    )
}

import { env } from 'cloudflare:workers'

import { newId } from '../../worker/foundation/call/id.ts'
import type { Person } from './builders.ts'
import { criteria, type TestChallenge } from './reviews.ts'

interface Given {
  on: { submissionId: string; authorId: string } | { itemId: string }
  role?: 'peer' | 'mentor'
  /** One level for all criteria, or one for each. */
  levels: number | readonly number[]
  /** When it was handed in; it settles a minute later. */
  at: Date
  challenge: TestChallenge
}

/** Stores a review as it is after its hand-in, with a claim and no text. Returns its id. */
export async function plantReview(person: Person, given: Given): Promise<string> {
  const { on, role = 'peer', levels, at, challenge } = given
  const [claimId, id] = [newId(), newId()]
  const [submissionId, authorId, itemId] =
    'itemId' in on ? [null, null, on.itemId] : [on.submissionId, on.authorId, null]
  const time = at.getTime()
  const level = (at: number) => (typeof levels === 'number' ? levels : (levels[at] ?? 3))
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO claims (id, submission_id, item_id, reviewer_id, author_id, organization_id,
         challenge_id, role, claimed_at, lease_until, ended_at, end_reason)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?9, 'submitted')`,
    ).bind(
      claimId,
      submissionId,
      itemId,
      person.id,
      authorId,
      person.organizationId,
      challenge.id,
      role,
      time,
    ),
    env.DB.prepare(
      `INSERT INTO reviews (id, submission_id, item_id, reviewer_id, role, claim_id, worked, try_next,
         handed_in_at, effective_at, surplus)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, '', '', ?7, ?8, 0)`,
    ).bind(id, submissionId, itemId, person.id, role, claimId, time, time + 60_000),
    ...criteria.map((criterion, at) =>
      env.DB.prepare(
        `INSERT INTO ratings (review_id, criterion, level, indicators, reason) VALUES (?1, ?2, ?3, '[]', '')`,
      ).bind(id, criterion, level(at)),
    ),
  ])
  return id
}

/**
 * A hidden item with known levels: a public one, or one made of a submission. It is retired, so that
 * nobody draws it and the next claim is on a submission.
 */
export async function plantItem(
  challenge: TestChallenge,
  levels: readonly number[],
  round?: { submissionId: string; pool: string; variance: number },
): Promise<string> {
  const id = newId()
  const known = Object.fromEntries(criteria.map((criterion, at) => [criterion, levels[at]]))
  await env.DB.prepare(
    `INSERT INTO hidden_items (id, challenge_id, version_hash, language, pool, source, item_key,
       submission_id, levels, anchor_variance, made_at, retired_at)
     VALUES (?1, ?2, ?3, 'en', ?4, ?5, ?6, ?7, ?8, ?9, 0, 0)`,
  )
    .bind(
      id,
      challenge.id,
      challenge.hash,
      round?.pool ?? null,
      round ? 'round' : 'public',
      round ? null : id,
      round?.submissionId ?? null,
      JSON.stringify(known),
      round?.variance ?? 0,
    )
    .run()
  return id
}

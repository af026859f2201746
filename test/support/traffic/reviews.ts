import { aReview, claimAs, criteria, handedIn, later, levelsOf, reviewAs } from '../reviews.ts'
import type { Ask, Traffic } from './ask.ts'
import { theSubmission } from './attempts.ts'
import { closeAttempts, sql } from './rows.ts'
import type { World } from './world.ts'

const levels = Object.fromEntries(criteria.map((criterion) => [criterion, 3]))

/** The fellow student reviews the student's submission. */
export const reviewTraffic: Traffic = {
  'GET /api/review-work': () => ({ as: 'fellow student', path: '/api/review-work' }),
  'GET /api/review-figures': () => ({ as: 'fellow student', path: '/api/review-figures' }),
  'GET /api/review-work/elsewhere': () => ({
    as: 'fellow student',
    path: '/api/review-work/elsewhere',
  }),
  'GET /api/reviews': () => ({ as: 'fellow student', path: '/api/reviews' }),
  'POST /api/claims': async (world) => {
    await unclaimed(world)
    return peer('/api/claims', { challengeId: world.challenge.id })
  },
  'GET /api/claims/:claimId': async (world) => peer(`/api/claims/${await aClaim(world)}`),
  'DELETE /api/claims/:claimId': async (world) =>
    peer(`/api/claims/${await aClaim(world)}?reason=no-time`),
  'PUT /api/claims/:claimId/draft': async (world) =>
    peer(`/api/claims/${await aClaim(world)}/draft`, { ...aReview(), version: 0 }),
  'POST /api/claims/:claimId/levels': async (world) => {
    const ratings = levelsOf(aReview().ratings)
    return peer(`/api/claims/${await aClaim(world)}/levels`, { ratings })
  },
  'POST /api/claims/:claimId/review': async (world) =>
    peer(`/api/claims/${await aClaim(world)}/review`, aReview()),
  'DELETE /api/claims/:claimId/review': async (world) => {
    await unclaimed(world)
    // The review was handed in ten seconds ago, so it can be undone for another fifty.
    const at = later(new Date(Date.now() - 10_000), { minutes: -2 })
    const { claimId } = await reviewAs(world.people['fellow student'], world.challenge, { at })
    return peer(`/api/claims/${claimId}/review`)
  },
  'GET /api/practice-items': async (world) => {
    await unclaimed(world)
    return peer(`/api/practice-items?challengeId=${world.challenge.id}`)
  },
  'POST /api/practice-items': async (world) => {
    await unclaimed(world)
    const { id } = world.people['fellow student']
    await sql("DELETE FROM practice_results WHERE account_id = ?1 AND item_id = 'low-practice'", id)
    const body = { challengeId: world.challenge.id, itemId: 'low-practice', levels }
    return { ...peer('/api/practice-items', body), after: () => practise(world) }
  },
  'POST /api/forgone-challenges': ({ challenge }) => ({
    as: 'mentor',
    path: '/api/forgone-challenges',
    body: { challengeId: challenge.id },
  }),
}

function peer(path: string, body?: object): Ask {
  return { as: 'fellow student', path, ...(body && { body }) }
}

/** A claim of the fellow student, made ten minutes ago. */
async function aClaim(world: World): Promise<string> {
  await unclaimed(world)
  const at = later(new Date(), { minutes: -10 })
  return claimAs(world.people['fellow student'], world.challenge, at)
}

/** Prepares rows so that the fellow student may review, has no claim and has reviewed nothing. */
async function unclaimed(world: World): Promise<void> {
  const { once, people, challenge } = world
  const { id: submissionId } = await theSubmission(world)
  const reviewer = people['fellow student']
  await once('handed in by the fellow', async () => {
    await closeAttempts(reviewer)
    return handedIn(reviewer, challenge)
  })
  await practise(world)
  const own = 'SELECT id FROM reviews WHERE reviewer_id = ?1'
  await sql(`DELETE FROM ratings WHERE review_id IN (${own})`, reviewer.id)
  await sql('DELETE FROM reviews WHERE reviewer_id = ?1', reviewer.id)
  await sql(
    'DELETE FROM review_drafts WHERE claim_id IN (SELECT id FROM claims WHERE reviewer_id = ?1)',
    reviewer.id,
  )
  await sql('DELETE FROM claims WHERE reviewer_id = ?1', reviewer.id)
  await sql('UPDATE submission_queue SET assigned = 0 WHERE submission_id = ?1', submissionId)
}

async function practise({ people, challenge }: World): Promise<void> {
  for (const item of ['low-practice', 'high-practice']) {
    await sql(
      `INSERT INTO practice_results (account_id, version_hash, item_id, challenge_id, levels, at)
       VALUES (?1, ?2, ?3, ?4, '{}', 0) ON CONFLICT DO NOTHING`,
      people['fellow student'].id,
      challenge.hash,
      item,
      challenge.id,
    )
  }
}

import { account, aClaim, aHandedInClaim, aJob, aPastWorkChallenge } from '../past-work.ts'
import { requestReviewsFor } from '../reviews.ts'
import type { Ask, Traffic } from './ask.ts'
import { sql } from './rows.ts'
import type { World } from './world.ts'

const path = '/api/prior-learning-claims'

export const priorLearningTraffic: Traffic = {
  'GET /api/prior-learning-claims': () => ({ as: 'student', path }),
  'POST /api/prior-learning-claims': async (world) => {
    await withoutClaims(world)
    return { as: 'student', path, body: { skill: 'collaboration' } }
  },
  'GET /api/prior-learning-claims/:claimId': async (world) => own(await drafted(world)),
  'PUT /api/prior-learning-claims/:claimId': async (world) =>
    own(await drafted(world), '', {
      isService: true,
      leftSchoolOn: '2011-07',
      jobs: [aJob],
      links: [],
      version: 1,
    }),
  'DELETE /api/prior-learning-claims/:claimId': async (world) => own(await drafted(world)),
  'GET /api/prior-learning-claims/:claimId/parts/:competency': async (world) =>
    own(await drafted(world), '/parts/agree-the-work'),
  'PUT /api/prior-learning-claims/:claimId/parts/:competency': async (world) =>
    own(await drafted(world), '/parts/agree-the-work', { text: 'I asked them both.', version: 0 }),
  'POST /api/prior-learning-claims/:claimId/submission': async (world) => ({
    ...own(await drafted(world), '/submission', { answers: account, version: 1 }),
    after: async () => void (await drafted(world)),
  }),
  'DELETE /api/prior-learning-claims/:claimId/submission': async (world) =>
    own(await handedIn(world), '/submission'),
  'GET /api/claims/:claimId/past-work': async (world) => {
    const { people } = world
    const at = new Date(Date.now() - 3_600_000)
    await withoutClaims(world)
    const { submissionId } = await aHandedInClaim(people.student, { at })
    await requestReviewsFor(submissionId, at)
    await sql(
      `UPDATE claims SET ended_at = claimed_at, end_reason = 'lapsed'
       WHERE reviewer_id = ?1 AND ended_at IS NULL`,
      people.mentor.id,
    )
    await sql(
      `DELETE FROM conflicts_of_interest WHERE account_id IN (?1, ?2) AND other_id IN (?1, ?2)`,
      people.mentor.id,
      people.student.id,
    )
    const { body } = await people.mentor.client.post('/api/claims', {
      challengeId: 'past-work-collaboration',
    })
    return { as: 'mentor', path: `/api/claims/${body.claim.id}/past-work` }
  },
}

function own(claimId: string, rest = '', body?: object): Ask {
  return { as: 'student', path: `${path}/${claimId}${rest}`, ...(body && { body }) }
}

/** The student's draft of a claim, with one job. */
async function drafted(world: World): Promise<string> {
  await withoutClaims(world)
  return aClaim(world.people.student)
}

async function handedIn(world: World): Promise<string> {
  await withoutClaims(world)
  return (await aHandedInClaim(world.people.student)).claimId
}

/** Only one claim in a skill may be open, and nobody judges a claim that is gone. */
async function withoutClaims({ people }: World): Promise<void> {
  await aPastWorkChallenge()
  const handedIn = "FROM submissions WHERE student_id = ?1 AND kind = 'prior-learning'"
  for (const change of [
    // First, because a note may ask for reviews at the same time.
    `rounds SET state = 'closed', closed_at = 1
       WHERE state = 'open' AND attempt_id IN (SELECT attempt_id ${handedIn})`,
    `attempts SET state = 'closed' WHERE state = 'handed-in' AND id IN (SELECT attempt_id ${handedIn})`,
    `claims SET ended_at = claimed_at, end_reason = 'lapsed'
       WHERE ended_at IS NULL AND submission_id IN (SELECT id ${handedIn})`,
    `submission_queue SET wanted = assigned WHERE submission_id IN (SELECT id ${handedIn})`,
    `promises SET step = 'over' WHERE submission_id IN (SELECT id ${handedIn})`,
  ])
    await sql(`UPDATE ${change}`, people.student.id)
  const ofStudent = '(SELECT id FROM prior_learning_claims WHERE student_id = ?1)'
  for (const table of ['prior_learning_parts', 'prior_learning_jobs'])
    await sql(`DELETE FROM ${table} WHERE claim_id IN ${ofStudent}`, people.student.id)
  await sql('DELETE FROM prior_learning_claims WHERE student_id = ?1', people.student.id)
  // Nobody begins more than twenty claims a day.
  await sql('DELETE FROM counters')
}

import type { Traffic } from './ask.ts'
import { theSubmission } from './attempts.ts'
import { sql } from './rows.ts'
import type { World } from './world.ts'

export const insightTraffic: Traffic = {
  'GET /api/insights/funnel': () => ({ as: 'admin', path: '/api/insights/funnel' }),
  'GET /api/insights/late': () => ({ as: 'admin', path: '/api/insights/late' }),
  'GET /api/insights/worried': () => ({ as: 'admin', path: '/api/insights/worried' }),
  'POST /api/insights/worried/:submissionId/author': async (world) => {
    const { id } = await theSubmission(world)
    const claimId = await aWorry(world, id)
    return {
      as: 'admin',
      path: `/api/insights/worried/${id}/author`,
      after: () => sql('DELETE FROM claims WHERE id = ?1', claimId),
    }
  },
  'GET /api/export': async () => {
    // Three a day are allowed; a test can need more.
    await sql('DELETE FROM counters')
    return { as: 'student', path: '/api/export' }
  },
  'GET /api/insights/cohort': () => ({ as: 'coaching mentor', path: '/api/insights/cohort' }),
  'GET /api/insights/operation': () => ({
    as: 'operator admin',
    path: '/api/insights/operation',
  }),
  'GET /api/insights/last-tick': () => ({
    as: 'operator admin',
    path: '/api/insights/last-tick',
  }),
}

/** A mentor gave this answer back because something in it worried them. */
async function aWorry({ people, home, challenge }: World, submissionId: string): Promise<string> {
  const id = crypto.randomUUID()
  await sql(
    `INSERT INTO claims (id, submission_id, reviewer_id, author_id, organization_id, challenge_id, role,
       claimed_at, lease_until, ended_at, end_reason, release_reason)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'mentor', ?7, ?7, ?7, 'released', 'distressing')`,
    id,
    submissionId,
    people.mentor.id,
    people.student.id,
    home.id,
    challenge.id,
    Date.now(),
  )
  return id
}

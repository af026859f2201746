import { env } from 'cloudflare:workers'

import { aChallenge, anAttempt, playThrough, texts } from '../playing.ts'
import { aSubmission, handedIn } from '../reviews.ts'
import type { Ask, Traffic } from './ask.ts'
import { judgedByMentor } from './judged-by-mentor.ts'
import { closeAttempts, sql } from './rows.ts'
import type { World } from './world.ts'

export const attemptTraffic: Traffic = {
  'GET /api/challenges': () => ({ as: 'anyone', path: '/api/challenges' }),
  'GET /api/challenges/:challengeId': ({ challenge }) => ({
    as: 'anyone',
    path: `/api/challenges/${challenge.id}`,
  }),
  'GET /api/challenges/:challengeId/wait': ({ challenge }) => ({
    as: 'student',
    path: `/api/challenges/${challenge.id}/wait`,
  }),
  'GET /api/attempts': () => ({ as: 'student', path: '/api/attempts' }),
  'POST /api/attempts': beginning,
  'GET /api/attempts/:attemptId': async (world) => own(await begun(world)),
  'POST /api/attempts/:attemptId/turns': async (world) =>
    own(await begun(world), '/turns', { number: 1, kind: 'choice', id: 'ask-amara' }),
  'GET /api/attempts/:attemptId/drafts/:promptId': async (world) =>
    own(await begun(world), '/drafts/plan'),
  'GET /api/attempts/:attemptId/reviewers-copy': async (world) =>
    own(await begun(world), '/reviewers-copy'),
  'PUT /api/attempts/:attemptId/drafts/:promptId': async (world) =>
    own(await begun(world), '/drafts/plan', { text: texts.plan, version: 0 }),
  'GET /api/attempts/:attemptId/drafts/:promptId/earlier-texts': async (world) =>
    own(await begun(world), '/drafts/plan/earlier-texts'),
  'POST /api/attempts/:attemptId/drafts/:promptId/earlier-texts': async (world) =>
    own(await begun(world), '/drafts/plan/earlier-texts', { text: texts.plan }),
  'POST /api/attempts/:attemptId/submission': async (world) =>
    own(await played(world), '/submission', { round: 1, answers: texts }),
  'PUT /api/attempts/:attemptId/read-mark': async (world) => {
    const { attemptId } = await theSubmission(world)
    const setState = 'UPDATE rounds SET state = ?2 WHERE attempt_id = ?1'
    await sql(setState, attemptId, 'closed')
    return { ...own(attemptId, '/read-mark'), after: () => sql(setState, attemptId, 'open') }
  },
  'POST /api/attempts/:attemptId/rounds': async (world) => {
    const attemptId = await closedOnce(world)
    await sql('DELETE FROM revisions WHERE attempt_id = ?1', attemptId)
    return { ...own(attemptId, '/rounds'), after: () => closeAttempts(world.people.student) }
  },
  'GET /api/attempts/:attemptId/plan': async (world) => own(await revised(world), '/plan'),
  'PUT /api/attempts/:attemptId/plan': async (world) =>
    own(await revised(world), '/plan', { lines: [aLine], ended: false, version: 0 }),
  'GET /api/revision-plans': async (world) => {
    await revised(world)
    return { as: 'coaching mentor', path: '/api/revision-plans' }
  },
  'PUT /api/revision-plans/:planId/comment': async (world) => ({
    as: 'coaching mentor',
    path: `/api/revision-plans/${await planOf(await revised(world))}/comment`,
    body: { words: 'Start with the question that you ask them.' },
  }),
  'GET /api/attempts/:attemptId/rounds/:number/result': async (world) =>
    own((await theSubmission(world)).attemptId, '/rounds/1/result'),
  'GET /api/attempts/:attemptId/result': async (world) =>
    own((await theSubmission(world)).attemptId, '/result'),
  'GET /api/attempts/:attemptId/item-agreement': async (world) =>
    own(await judgedByMentor(world), '/item-agreement'),
  'PUT /api/attempts/:attemptId/item-agreement': async (world) =>
    own(await judgedByMentor(world), '/item-agreement'),
  'DELETE /api/attempts/:attemptId/item-agreement': async (world) =>
    own(await judgedByMentor(world), '/item-agreement'),
  'GET /api/item-agreements': () => ({ as: 'student', path: '/api/item-agreements' }),
}

function own(attemptId: string, rest = '', body?: object): Ask {
  return { as: 'student', path: `/api/attempts/${attemptId}${rest}`, ...(body && { body }) }
}

/** The student's submission of an hour ago, with no reviews yet. */
export function theSubmission({ once, people, challenge }: World) {
  const at = new Date(Date.now() - 3_600_000)
  return once('submission', async () => {
    await closeAttempts(people.student)
    return aSubmission(people.student, challenge, { at })
  })
}

const aLine = {
  quote: 'Say what happens when the lift runs again.',
  words: 'I ask each of them first, and then I say it.',
}

/** An attempt of the student whose first round closed an hour ago, with one criterion open. */
async function closedOnce({ once, people }: World): Promise<string> {
  const attemptId = await once('closed once', async () => {
    await closeAttempts(people.student)
    return (await handedIn(people.student, await aChallenge())).attemptId
  })
  await closeAttempts(people.student)
  await sql(
    `UPDATE rounds SET state = 'closed', closed_at = ?2, open_criteria = '["weigh-other-views"]'
     WHERE attempt_id = ?1`,
    attemptId,
    Date.now() - 3_600_000,
  )
  const at = Date.now() - 7_200_000
  const state = "UPDATE attempts SET state = 'closed', round = 1, ended_at = ?2 WHERE id = ?1"
  await sql(state, attemptId, at)
  return attemptId
}

/** That attempt with its second round open, and a plan without lines. */
async function revised(world: World): Promise<string> {
  const attemptId = await closedOnce(world)
  const open = "UPDATE attempts SET state = 'open', round = 2, ended_at = NULL WHERE id = ?1"
  await sql(open, attemptId)
  for (const table of ['plan_comments', 'revision_plans', 'revisions'])
    await sql(`DELETE FROM ${table} WHERE attempt_id = ?1`, attemptId)
  await sql(
    `INSERT INTO revisions (id, attempt_id, round, opened_at, plan_version, plan_ended)
     VALUES (?2, ?1, 2, 0, 0, 0)`,
    attemptId,
    crypto.randomUUID(),
  )
  return attemptId
}

async function planOf(attemptId: string): Promise<string> {
  const found = await env.DB.prepare('SELECT id FROM revisions WHERE attempt_id = ?')
    .bind(attemptId)
    .first<string>('id')
  return found ?? ''
}

/** A challenge that the student has not started, while none is open. */
async function beginning({ once, people }: World): Promise<Ask> {
  const challenge = await once('to begin', () => aChallenge())
  const { id } = people.student
  await forget('student_id = ?1 AND challenge_id = ?2', id, challenge.id)
  await closeAttempts(people.student)
  return { as: 'student', path: '/api/attempts', body: { challengeId: challenge.id } }
}

/** An open attempt before its first turn. */
async function begun({ once, people }: World): Promise<string> {
  await closeAttempts(people.student)
  const attempt = await once('begun', async () => {
    const id = await anAttempt(people.student)
    return { id, ink: await inkOf(id) }
  })
  await sql('DELETE FROM turns WHERE attempt_id = ?1', attempt.id)
  await sql('DELETE FROM drafts WHERE attempt_id = ?1', attempt.id)
  const open = "UPDATE attempts SET state = 'open', ended_at = NULL, ink_state = ?2 WHERE id = ?1"
  await sql(open, attempt.id, attempt.ink)
  return attempt.id
}

/** An open attempt at its ending. */
async function played({ once, people }: World): Promise<string> {
  await closeAttempts(people.student)
  const attemptId = await once('played', async () => {
    const id = await anAttempt(people.student)
    await playThrough(people.student, id)
    return id
  })
  for (const table of ['reminders', 'promises', 'submission_queue', 'submission_priors']) {
    await sql(
      `DELETE FROM ${table} WHERE submission_id IN (SELECT id FROM submissions WHERE attempt_id = ?1)`,
      attemptId,
    )
  }
  await sql('DELETE FROM rounds WHERE attempt_id = ?1', attemptId)
  await sql('DELETE FROM submissions WHERE attempt_id = ?1', attemptId)
  await sql("UPDATE attempts SET state = 'open', ended_at = NULL WHERE id = ?1", attemptId)
  return attemptId
}

async function inkOf(attemptId: string): Promise<string> {
  const found = await env.DB.prepare('SELECT ink_state FROM attempts WHERE id = ?')
    .bind(attemptId)
    .first<string>('ink_state')
  return found ?? ''
}

/** Deletes attempts, as if they had never been started. */
async function forget(where: string, ...values: string[]): Promise<void> {
  const these = `SELECT id FROM attempts WHERE ${where}`
  for (const table of ['turns', 'drafts', 'superseded_drafts', 'rounds'])
    await sql(`DELETE FROM ${table} WHERE attempt_id IN (${these})`, ...values)
  await sql(`DELETE FROM attempts WHERE ${where}`, ...values)
}

import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { metered } from '../../../worker/foundation/plan/metered.ts'
import { meterOf } from '../../../worker/foundation/plan/plan.ts'
import { submissionQueue } from '../../../worker/reviews/tables.ts'
import { challengeVersions, pilotEnds } from '../../../worker/scenarios/tables.ts'
import {
  decisions,
  estimates,
  submissionPriors,
  versionPriors,
} from '../../../worker/scoring/tables.ts'
import { normalShareBelow } from '../../../worker/scoring/estimate/normal.ts'
import { settleReview } from '../../../worker/scoring/settle-review.ts'
import { freezePriors } from '../../../worker/scoring/version/freeze-priors.ts'
import { measureVersions } from '../../../worker/scoring/version/measure-versions.ts'
import { aProgramme, aStudent, db, type Organization } from '../../support/builders.ts'
import { plantItem, plantReview } from '../../support/evidence.ts'
import {
  aChallenge,
  aPeer,
  aSubmission,
  aVersion,
  criteria,
  handedIn,
  later,
  reviewAs,
  type TestChallenge,
} from '../../support/reviews.ts'
import { settle } from '../../support/settle.ts'

const start = new Date('2027-03-01T08:00:00Z')
const night = later(start, { days: 1 })

it('Φ is the same to the last bit as in Node', () => {
  expect([-0.674, -3.25, 0.2, 1.0364].map(normalShareBelow)).toEqual([
    0.2501556568403225, 0.0005770250423906553, 0.579259709439103, 0.849992214811817,
  ])
})

it('versions without criteria do not use up a run', async () => {
  const { hash } = await aChallenge()
  const own = eq(challengeVersions.hash, hash)
  const version = await db.select().from(challengeVersions).where(own).get()
  if (!version) throw new Error('There is a version.')
  const empty = Array.from({ length: 12 }, (_, n) => ({
    ...version,
    hash: hash.slice(2) + String(n + 10),
    body: '{}',
  }))
  for (const each of empty) await db.insert(challengeVersions).values(each)
  const meter = meterOf(env)
  await measureVersions(metered(env, meter), night)
  expect(meter.hasRefused).toBe(false)
})

describe('the prior of a challenge', () => {
  it('stays that of a pilot until the pilot ends, whatever the ratings', async () => {
    const challenge = await aChallenge()
    const home = await aProgramme()
    await judged(home, challenge, 6)
    await measureVersions(env, night)
    const rows = await priorsOf(challenge)
    expect(rows).toHaveLength(4)
    // By hand: half of the pairs are 3, 3 and half 2, 3; the mean is 2.75, drawn to 2.5 by 20.
    expect(rows[0]).toMatchObject({ submissions: 6, mean: (6 * 2.75 + 20 * 2.5) / 26 })
    expect(await frozen(home, challenge)).toEqual({ mean: 2.5, variance: 0.7 })
  })

  it('is then frozen into each answer at its hand-in, and later nights do not change it', async () => {
    const challenge = await aChallenge()
    const home = await aProgramme()
    await judged(home, challenge, 31, [
      [3, 3],
      [2, 2],
      [4, 3],
    ])
    await measureVersions(env, night)
    const [prior] = await priorsOf(challenge)
    expect(prior?.mean).not.toBe(2.5)
    const submission = await aSubmission(await aStudent({ in: home }), challenge)
    expect(await priorOf(submission.id)).toEqual({ mean: prior?.mean, variance: prior?.variance })

    await judged(home, challenge, 12, [[4, 4]])
    await measureVersions(env, later(night, { days: 1 }))
    expect((await priorsOf(challenge))[0]?.mean).not.toBe(prior?.mean)
    expect(await priorOf(submission.id)).toEqual({ mean: prior?.mean, variance: prior?.variance })

    const peer = await aPeer(home, challenge)
    const { at } = await reviewAs(peer, challenge, { at: new Date() })
    await settle(later(at, { minutes: 2 }))
    const isIt = eq(estimates.submissionId, submission.id)
    const stored = await db.select().from(estimates).where(isIt)
    expect(stored.map(({ priorMean }) => priorMean)).toEqual(criteria.map(() => prior?.mean))
  })

  it('is the last estimate in a later round, and less sure', async () => {
    const challenge = await aChallenge()
    const author = await aStudent()
    const { id, attemptId } = await handedIn(author, challenge)
    await env.DB.batch([
      estimate(id, 1, 2.1, 0.3),
      estimate(id, 2, 2.4, 0.2),
      env.DB.prepare(`INSERT INTO rounds (attempt_id, number, state, open_criteria, opened_at)
        VALUES (?1, 2, 'open', '["agree-the-work"]', 0)`).bind(attemptId),
      env.DB.prepare(
        `INSERT INTO submissions SELECT 'second-' || substr(id, 8), attempt_id, 2, student_id,
           organization_id, challenge_id, version_hash, skill, language, answers, evidence_hash,
           evidence_salt, kind, at + 1, promised_at FROM submissions WHERE id = ?1`,
      ).bind(id),
    ])
    const second = `second-${id.slice(7)}`
    await freeze(second)
    expect(await db.$count(submissionPriors, eq(submissionPriors.submissionId, second))).toBe(1)
    expect(await priorOf(second)).toEqual({ mean: 2.4, variance: 0.7 })
  })
})

describe('a pilot', () => {
  const agreeing = [
    [3, 3],
    [2, 2],
    [4, 3],
  ]

  it('ends at 30 closed rounds whose reviewers agree, and then three peers can decide', async () => {
    const challenge = await aChallenge()
    const home = await aProgramme()
    await judged(home, challenge, 29, agreeing)
    await measureVersions(env, night)
    expect(await endOf(challenge)).toBeUndefined()
    await judged(home, challenge, 1, agreeing)
    await measureVersions(env, later(night, { hours: 1 }))
    // Once a night.
    expect(await endOf(challenge)).toBeUndefined()
    await measureVersions(env, later(night, { days: 1 }))
    expect(await endOf(challenge)).toMatchObject({ closedRounds: 30, inheritedFrom: null })

    const author = await aStudent({ in: home })
    const submission = await aSubmission(author, challenge)
    const isIt = eq(submissionQueue.submissionId, submission.id)
    const wanted = await db.select().from(submissionQueue).where(isIt)
    expect(wanted.map((row) => [row.kind, row.wanted])).toEqual(
      expect.arrayContaining([
        ['peer', 3],
        ['mentor', 0],
      ]),
    )
    let at = new Date()
    for (let count = 0; count < 3; count++) {
      const peer = await aPeer(home, challenge)
      for (const levels of [1, 2, 3, 4]) await measuredOn(peer, challenge, levels)
      at = (await reviewAs(peer, challenge, { at: later(at, { minutes: 3 }), levels: 4 })).at
      await settle(later(at, { minutes: 2 }))
    }
    const decided = eq(decisions.submissionId, submission.id)
    expect(await db.select().from(decisions).where(decided)).toMatchObject([
      { state: 'proficient' },
    ])
  })

  it('goes on while reviewers disagree on one criterion', async () => {
    const challenge = await aChallenge()
    const home = await aProgramme()
    await judged(home, challenge, 32, agreeing, { 'weigh-other-views': [4, 1] })
    await measureVersions(env, night)
    expect(await endOf(challenge)).toBeUndefined()
  })

  it('has ended for a version with the same rubric and prompts, and not for one with others', async () => {
    const challenge = await aChallenge()
    await judged(await aProgramme(), challenge, 30, agreeing)
    await measureVersions(env, night)
    const alike = await aVersion(challenge.id, [['challenge', 'difficulty: 1', 'difficulty: 2']])
    const other = await aVersion(challenge.id, [
      ['challenge', 'What do you say to Amara now', 'What do you tell Amara now'],
    ])
    await measureVersions(env, later(night, { days: 1 }))
    expect(await endOf(alike)).toMatchObject({ inheritedFrom: challenge.hash })
    expect(await endOf(other)).toBeUndefined()
  })
})

/** Closed round-1 submissions, each with two peers' levels for all criteria, given in turn. */
async function judged(
  home: Organization,
  challenge: TestChallenge,
  count: number,
  levels: readonly (readonly number[])[] = [
    [3, 3],
    [2, 3],
  ],
  except: Record<string, readonly number[]> = {},
): Promise<void> {
  const author = await aStudent({ in: home })
  const peers = [await aStudent({ in: home }), await aStudent({ in: home })]
  for (let number = 0; number < count; number++) {
    const { id: submissionId } = await handedIn(author, challenge, { at: start })
    for (const [at, peer] of peers.entries()) {
      const level = levels[number % levels.length]?.[at] ?? 3
      await plantReview(peer, {
        on: { submissionId, authorId: author.id },
        levels: criteria.map((criterion) => except[criterion]?.[(at + number) % 2] ?? level),
        at: start,
        challenge,
      })
    }
    await db
      .insert(decisions)
      .values({ id: crypto.randomUUID(), submissionId, state: 'not-yet', decidedAt: start })
  }
}

/** A review of a hidden item with the known level for every criterion. */
async function measuredOn(
  peer: Awaited<ReturnType<typeof aStudent>>,
  challenge: TestChallenge,
  level: number,
) {
  const itemId = await plantItem(challenge, [level, level, level, level])
  const at = later(new Date(), { days: -1 })
  const id = await plantReview(peer, { on: { itemId }, levels: level, at, challenge })

  const call = systemCall(env, crypto.randomUUID())
  await settleReview(call, { id, kind: 'review.settled', subjectId: id, payload: {} })
}

function endOf({ hash }: TestChallenge) {
  return db.select().from(pilotEnds).where(eq(pilotEnds.versionHash, hash)).get()
}

function priorsOf({ hash }: TestChallenge) {
  return db.select().from(versionPriors).where(eq(versionPriors.versionHash, hash))
}

async function frozen(home: Organization, challenge: TestChallenge) {
  const { id } = await handedIn(await aStudent({ in: home }), challenge)
  return priorOf(id)
}

async function freeze(id: string): Promise<void> {
  const call = systemCall(env, crypto.randomUUID())
  await freezePriors(call, { id, kind: 'attempt.submitted', subjectId: id, payload: {} })
}

/** The prior of the first criterion, after the reaction to the hand-in. */
async function priorOf(submissionId: string) {
  await freeze(submissionId)
  const row = await db
    .select()
    .from(submissionPriors)
    .where(eq(submissionPriors.submissionId, submissionId))
    .get()
  return { mean: row?.mean, variance: row?.variance }
}

function estimate(submissionId: string, number: number, mean: number, variance: number) {
  return env.DB.prepare(
    `INSERT INTO estimates (submission_id, criterion, number, model, prior_mean, prior_variance,
       inputs, mean, variance, p, count, state, at)
     VALUES (?1, 'agree-the-work', ?2, 'm1', 2.5, 0.7, '[]', ?3, ?4, 0.5, 3, 'needs-more', 0)`,
  ).bind(submissionId, number, mean, variance)
}

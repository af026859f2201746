import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { credentials } from '../../../worker/credentials/tables.ts'
import { decisions } from '../../../worker/scoring/tables.ts'
import { aProgramme, aStudent, db, type Person } from '../../support/builders.ts'
import {
  aChallenge,
  aPeer,
  aReadyMentor,
  aSubmission,
  later,
  openFullResult,
  reviewAs,
  type TestChallenge,
} from '../../support/reviews.ts'
import { settle } from '../../support/settle.ts'

const [clear, open] = [
  [3, 3, 3, 3],
  [3, 3, 3, 2],
]

it('a proof in the other skill closes a shared criterion that alone is open, and the badge says so', async () => {
  const author = await aStudent()
  const first = await proved(author, new Date())
  const challenge = await aChallenge()
  const submission = await undecided(author, challenge, later(first.at, { days: 1 }))

  const decision = await decisionOf(submission.id)
  expect(decision).toMatchObject({
    state: 'proficient',
    sharedCriterion: 'weigh-other-views',
    sharedDecisionId: first.decisionId,
  })
  const badge = await db
    .select()
    .from(credentials)
    .where(eq(credentials.decisionId, decision?.id ?? ''))
    .get()
  const day = first.at.toISOString().slice(0, 10)
  expect(JSON.parse(badge?.slotValues ?? '{}').narrative).toMatch(
    new RegExp(`The criterion ".+" was proved by the badge ".+", level 3, awarded on ${day}\\.`),
  )
  await openFullResult(submission.id)
  const { body } = await author.client
    .at(later(submission.at, { days: 1 }))
    .get(`/api/attempts/${submission.attemptId}/result`)
  expect(body.criteria.at(-1)).toMatchObject({
    competency: 'weigh-other-views',
    state: 'proficient',
    provedBy: { skill: 'intercultural-fluency', level: 3 },
  })
  expect(body.criteria[0].provedBy).toBeNull()
})

it('a proof of more than a year ago closes nothing, and neither does a revoked one', async () => {
  const author = await aStudent()
  const first = await proved(author, later(new Date(), { days: -1 }))
  await env.DB.prepare('UPDATE decisions SET decided_at = ?1 WHERE id = ?2')
    .bind(later(new Date(), { days: -370 }).getTime(), first.decisionId)
    .run()
  const old = await undecided(author, await aChallenge(), new Date())
  expect(await decisionOf(old.id)).toMatchObject({ state: 'needs-more', sharedCriterion: null })

  const other = await aStudent()
  const second = await proved(other, new Date())
  await env.DB.prepare(
    `INSERT INTO credential_ends SELECT id, 'revoked', 'error', 0 FROM credentials WHERE decision_id = ?1`,
  )
    .bind(second.decisionId)
    .run()
  const revoked = await undecided(other, await aChallenge(), later(second.at, { days: 1 }))
  expect(await decisionOf(revoked.id)).toMatchObject({ state: 'needs-more' })
})

/** A badge in intercultural fluency, which shares `weigh-other-views` with collaboration. */
async function proved(author: Person, from: Date) {
  const challenge = await aChallenge()
  const submission = await aSubmission(author, challenge, { at: from })
  const at = await judge(
    author,
    challenge,
    from,
    ['peer', clear],
    ['peer', clear],
    ['mentor', clear],
  )
  await env.DB.prepare(`UPDATE submissions SET skill = 'intercultural-fluency' WHERE id = ?1`)
    .bind(submission.id)
    .run()
  const decision = await decisionOf(submission.id)
  expect(decision).toMatchObject({ state: 'proficient', sharedCriterion: null })
  // The badge's lineage is the skill's, so that a badge in collaboration is another one.
  await env.DB.prepare(`UPDATE credentials SET lineage_id = 'another-skill' WHERE decision_id = ?1`)
    .bind(decision?.id ?? '')
    .run()
  return { at, decisionId: decision?.id ?? '' }
}

/** All but `weigh-other-views` are proficient when nobody else is asked. */
async function undecided(author: Person, challenge: TestChallenge, at: Date) {
  const submission = await aSubmission(author, challenge, { at })
  await judge(
    author,
    challenge,
    at,
    ['peer', open],
    ['peer', clear],
    ['mentor', clear],
    ['peer', open],
    ['peer', open],
    ['peer', open],
    ['mentor', open],
  )
  return submission
}

async function judge(
  author: Person,
  challenge: TestChallenge,
  from: Date,
  ...judgements: (readonly ['peer' | 'mentor', readonly number[]])[]
): Promise<Date> {
  const home = { ...(await aProgramme()), id: author.organizationId }
  let at = from
  for (const [role, levels] of judgements) {
    const make = role === 'peer' ? aPeer : aReadyMentor
    const done = await reviewAs(await make(home, challenge), challenge, {
      at: later(at, { minutes: 2 }),
      levels,
    })
    at = later(done.at, { minutes: 2 })
    await settle(at)
  }
  return at
}

function decisionOf(submissionId: string) {
  return db.select().from(decisions).where(eq(decisions.submissionId, submissionId)).get()
}

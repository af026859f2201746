import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import type { Call } from '../../../worker/foundation/call/call.ts'
import { connect } from '../../../worker/foundation/call/db.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { claimNext } from '../../../worker/reviews/claim/claim-next.ts'
import { aProgramme, type Organization, type Person } from '../../support/builders.ts'
import { countingRows } from '../../support/counting-rows.ts'
import { aChallenge, aPeer, type TestChallenge } from '../../support/reviews.ts'
import { rounds } from '../../support/size.ts'
import { theOpenProgramme } from '../../support/traffic/organizations.ts'

it('a claim costs as little in a long queue as in a short one: 60 rows read, 12 written', async () => {
  // Looking up a row in an empty table reads nothing, so the claim would seem to cost too little.
  // These rows of another programme prevent that.
  await aPeer({ ...(await aProgramme()), id: await theOpenProgramme() }, await aChallenge())
  const home = await aProgramme()
  const challenge = await aChallenge()
  const short = await costOfClaim(await aPeer(home, challenge), home, challenge, 10)
  const long = await costOfClaim(await aPeer(home, challenge), home, challenge, 400 * rounds)
  expect(long.read).toBeLessThanOrEqual(short.read + 8)
  expect(long.read).toBeLessThanOrEqual(60)
  expect(long.written).toBeLessThanOrEqual(12)
})

async function costOfClaim(
  peer: Person,
  home: Organization,
  challenge: TestChallenge,
  waiting: number,
) {
  await fillQueue(home, challenge, waiting)
  const { DB, cost } = countingRows(env.DB)
  const call: Call = {
    ...systemCall(env, crypto.randomUUID()),
    db: connect(DB),
    actorId: peer.id,
    acting: {
      membershipId: peer.membershipId,
      organizationId: home.id,
      role: 'student',
      kind: 'programme',
      operator: false,
      open: false,
    },
  }
  const { answer } = await claimNext(call, {})
  expect(answer.claim).not.toBeNull()
  return cost
}

/** Submissions of `count` authors, each waiting for two peers. */
async function fillQueue(home: Organization, challenge: TestChallenge, count: number) {
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`
  const key = crypto.randomUUID().slice(0, 8)
  const at = Date.now()
  const insert = (sql: string) => env.DB.prepare(sql)
  await env.DB.batch([
    insert(`INSERT INTO accounts (id, email, email_index, language, reading, created_at)
      ${numbers} SELECT '${key}-a' || i, '0|', '${key}' || i, 'en', '{}', ${at} FROM n`),
    insert(`INSERT INTO attempts (id, student_id, organization_id, challenge_id, version_hash, skill,
        state, round, ink_state, started_at, closes_at, ended_at, sitting, identity)
      ${numbers} SELECT '${key}-t' || i, '${key}-a' || i, '${home.id}', '${challenge.id}',
        '${challenge.hash}', 'collaboration', 'handed-in', 1, '{}', ${at}, ${at}, ${at},
        'unsupervised', 'not checked' FROM n`),
    insert(`INSERT INTO submissions (id, attempt_id, round, student_id, organization_id, challenge_id,
        version_hash, skill, language, answers, evidence_hash, evidence_salt, kind, at, promised_at)
      ${numbers} SELECT '${key}-s' || i, '${key}-t' || i, 1, '${key}-a' || i, '${home.id}',
        '${challenge.id}', '${challenge.hash}', 'collaboration', 'en', '0|{}',
        '${'h'.repeat(43)}', '${'0'.repeat(32)}', 'attempt', ${at}, ${at} FROM n`),
    insert(`INSERT INTO submission_queue (pool, kind, challenge_id, language, late, assigned, credit,
        hand_in_hour, random_order, wanted, submission_id, author_id)
      ${numbers} SELECT '${home.id}', 'peer', '${challenge.id}', 'en', 0, 0, -5, ${at} / 3600000 - i % 97,
        i * 7919 % 100003, 2, '${key}-s' || i, '${key}-a' || i FROM n`),
  ])
}

import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import type { Call } from '../../../worker/foundation/call/call.ts'
import { connect } from '../../../worker/foundation/call/db.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { claimNext } from '../../../worker/reviews/claim/claim-next.ts'
import { aProgramme, type Organization, type Person } from '../../support/builders.ts'
import { countingRows } from '../../support/counting-rows.ts'
import { aChallenge, aPeer, type TestChallenge } from '../../support/reviews.ts'
import { twoThatShare } from '../../support/sharing.ts'
import { theOpenProgramme } from '../../support/traffic/organizations.ts'

/** States of a long queue, each made from the one before it. */
const stages: [name: string, change: string][] = [
  ['nobody has a reviewer', 'UPDATE submission_queue SET assigned = 0 WHERE pool = ?1'],
  [
    'half of them have one',
    'UPDATE submission_queue SET assigned = random_order % 2 WHERE pool = ?1',
  ],
  [
    'a third is late',
    'UPDATE submission_queue SET late = 1 WHERE pool = ?1 AND random_order % 3 = 0',
  ],
  ['each has one', 'UPDATE submission_queue SET assigned = 1 WHERE pool = ?1'],
  [
    'the last ten wait',
    `UPDATE submission_queue SET assigned = wanted WHERE pool = ?1 AND submission_id NOT IN (
      SELECT submission_id FROM submission_queue WHERE pool = ?1 LIMIT 10)`,
  ],
]

it.each([
  ['alone', async () => ({ home: await aProgramme() })],
  [
    'that shares reviewers',
    async () => {
      const { one, other } = await twoThatShare()
      return { home: other.home, sharedPoolId: one.home.id }
    },
  ],
])(
  'in a programme %s a claim reads 60 rows and writes 12 at most, at every stage of a queue of 10,000',
  async (_, make) => {
    // Looking up a row in an empty table reads nothing, so the claim would seem to cost too little.
    // These rows of another programme prevent that.
    await aPeer({ ...(await aProgramme()), id: await theOpenProgramme() }, await aChallenge())
    const [where, challenge] = [await make(), await aChallenge()]
    const { home } = where
    const short = await costOfClaim(await aPeer(home, challenge), where, challenge, 10)
    await fillQueue(where, challenge, 10_000)
    const costs: Record<string, { read: number; written: number }> = {}
    for (const [stage, change] of stages) {
      await env.DB.prepare(change).bind(poolOf(where)).run()
      const { read, written } = await costOfClaim(await aPeer(home, challenge), where, challenge, 0)
      costs[stage] = { read, written }
    }
    for (const cost of Object.values(costs)) {
      expect(cost.read, JSON.stringify(costs)).toBeLessThanOrEqual(Math.min(60, short.read + 8))
      expect(cost.written, JSON.stringify(costs)).toBeLessThanOrEqual(12)
    }
  },
  60_000,
)

interface Where {
  home: Organization
  sharedPoolId?: string
}

const poolOf = ({ home, sharedPoolId }: Where) => sharedPoolId ?? home.id

async function costOfClaim(peer: Person, where: Where, challenge: TestChallenge, waiting: number) {
  if (waiting > 0) await fillQueue(where, challenge, waiting)
  const { DB, cost } = countingRows(env.DB)
  const call: Call = {
    ...systemCall(env, crypto.randomUUID()),
    db: connect(DB),
    actorId: peer.id,
    acting: {
      membershipId: peer.membershipId,
      organizationId: where.home.id,
      role: 'student',
      kind: 'programme',
      operator: false,
      open: false,
      ...(where.sharedPoolId && { sharedPool: { id: where.sharedPoolId, open: false } }),
    },
  }
  const { answer } = await claimNext(call, {})
  expect(answer.claim).not.toBeNull()
  return cost
}

/** Submissions of `count` authors, each waiting for two peers. */
async function fillQueue(where: Where, challenge: TestChallenge, count: number) {
  const { home } = where
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
        hand_in_hour, random_order, wanted, submission_id, author_id, organization_id)
      ${numbers} SELECT '${poolOf(where)}', 'peer', '${challenge.id}', 'en', 0, 0, -5, ${at} / 3600000 - i % 97,
        i * 7919 % 100003, 2, '${key}-s' || i, '${key}-a' || i, '${home.id}' FROM n`),
  ])
}

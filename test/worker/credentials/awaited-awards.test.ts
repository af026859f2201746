import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'

import { renewLostAwards } from '../../../worker/credentials/award/renew-lost-awards.ts'
import { credentials } from '../../../worker/credentials/tables.ts'
import { envAt } from '../../support/client.ts'
import { aDecision, anAward, award, awardedAt } from '../../support/awards.ts'
import { aProgramme, aStudent, db, type Organization } from '../../support/builders.ts'
import { countingRows } from '../../support/counting-rows.ts'
import { aCrowd } from '../../support/crowd.ts'
import { aVisibleStudent } from '../../support/hiring.ts'

const hour = 3_600_000
let home: Organization

beforeAll(async () => {
  home = await aProgramme()
})

const later = (hours: number) => new Date(awardedAt.getTime() + hours * hour)

/** The decisions, of these, whose note the cron writes again at that time. */
async function renewedAt(at: Date, decisions: string[]) {
  await renewLostAwards(env, at)
  const { results } = await env.DB.prepare(
    `SELECT DISTINCT subject_id AS id FROM audit_entries WHERE action = 'award.renewed' AND at = ?1
     AND subject_id IN (SELECT value FROM json_each(?2))`,
  )
    .bind(at.getTime(), JSON.stringify(decisions))
    .all<{ id: string }>()
  return results.map(({ id }) => id)
}

const awaited = (decisionId: string) =>
  env.DB.prepare('SELECT 1 FROM awaited_awards WHERE decision_id = ?').bind(decisionId).first()

it('only a proficient decision is awaited, until its badge exists', async () => {
  const student = await aStudent({ in: home })
  const [yes, no] = [await aDecision(student), await aDecision(student, { state: 'not-yet' })]
  expect([await awaited(yes), await awaited(no)]).toEqual([{ 1: 1 }, null])
  await award(yes)
  expect(await awaited(yes)).toBe(null)
})

it('is announced again after an hour and each day, and for sixty days', async () => {
  const lost = [await aDecision(await aStudent({ in: home }))]
  expect(await renewedAt(later(0.9), lost)).toEqual([])
  expect(await renewedAt(later(1.1), lost)).toEqual(lost)
  expect(await renewedAt(later(2.1 + 24), lost)).toEqual(lost)
  expect(await renewedAt(later(24 * 59), lost)).toEqual(lost)
  expect(await renewedAt(later(24 * 60 + 1), lost)).toEqual([])
})

it('waits while another badge of that skill is live, and is announced once that has ended', async () => {
  const student = await aStudent({ in: home })
  const first = await anAward(student)
  const second = [await aDecision(student)]
  expect(await renewedAt(later(3), second)).toEqual([])
  await db
    .update(credentials)
    .set({ endedAt: later(4) })
    .where(eq(credentials.id, first.id))
  expect(await renewedAt(later(5), second)).toEqual(second)
})

it('reads only awaited decisions, not all of them', async () => {
  const model = await aVisibleStudent({})
  await aCrowd(model, 2_000)
  const lost = [await aDecision(await aStudent({ in: home }))]
  const { DB, cost } = countingRows(env.DB, { plans: 'later' })
  const at = new Date(Date.now() + 2 * hour)
  await renewLostAwards(envAt(at, { DB }), at)
  expect(await renewedAt(at, lost)).toEqual(lost)
  const looking = [...cost.readBy].find(([query]) => query.includes('awaited_awards'))
  expect(looking?.[1]).toBeLessThanOrEqual(100)
})

it('fifty that stay without a badge do not hold up later ones', async () => {
  const lost = []
  for (let n = 0; n < 60; n++) lost.push(await aDecision(await aStudent({ in: home })))
  // Both on one day: on the next day, all are announced again.
  const midnight = Math.floor(later(30 * 24).getTime() / (24 * hour)) * 24 * hour
  const [first, second] = [new Date(midnight + 12 * hour), new Date(midnight + 13 * hour)]
  const both = [...(await renewedAt(first, lost)), ...(await renewedAt(second, lost))]
  expect(new Set(both).size).toBe(60)
})

/** The query from before there was a table for it. */
const byDecisions = `SELECT d.id FROM decisions d WHERE d.state = 'proficient'
  AND NOT EXISTS (SELECT 1 FROM credentials c WHERE c.decision_id = d.id) ORDER BY d.id`

it('has exactly the decisions that a scan of all of them finds', async () => {
  const all = await env.DB.prepare(byDecisions).all()
  const kept = await env.DB.prepare(
    'SELECT decision_id AS id FROM awaited_awards ORDER BY decision_id',
  ).all()
  expect(kept.results.length).toBeGreaterThan(2)
  expect(kept.results).toEqual(all.results)
})

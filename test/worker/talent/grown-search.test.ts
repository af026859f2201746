import { env } from 'cloudflare:workers'
import { beforeAll, expect, it } from 'vitest'

import { countingRows } from '../../support/counting-rows.ts'
import { aCrowd } from '../../support/crowd.ts'
import { type Hiring, aHiringEmployer, aVisibleStudent, search } from '../../support/hiring.ts'

const region = (n: number) => `GB-${n.toString(36).toUpperCase().padStart(3, 'A')}`
const crowd = 10_000
const skills = ['collaboration', 'empathy'] as const
const criteria = (of: readonly string[], match = 'any') => ({
  skills: { match, of: of.map((skill) => ({ skill, minimumLevel: 3 })) },
})
let hiring: Hiring

beforeAll(async () => {
  hiring = await aHiringEmployer()
  const model = await aVisibleStudent({})
  for (let part = 0; part < 5; part++) {
    await aCrowd(model, crowd / 5, (n) => ({
      skill: skills[n % 2] ?? '',
      level: n % 400 === 0 ? 4 : 3,
      // 280 regions, each with enough people to be shown.
      regions: JSON.stringify([region(n % 280)]),
      remote: n === 100 && part === 0 ? 1 : 0,
    }))
  }
})

/** The rows that a whole request reads. */
async function costOf(path: string, body: object) {
  const { DB, cost } = countingRows(env.DB, { plans: 'later' })
  const answer = await hiring.recruiter.client.post(path, body, { env: { DB } })
  expect(answer.status, answer.text).toBe(201)
  return { ...answer, read: cost.read }
}

const starting = (asked: object) => ({ openingId: hiring.openingId, criteria: asked })

it.each([
  ['one skill', criteria(['collaboration'])],
  ['several', criteria(skills)],
  ['both of two', criteria(skills, 'all')],
  ['no skill', {}],
  ['a region', { ...criteria(['empathy']), regions: [region(7)] }],
])('%s: counts at most 2,500 rows, and says "at least"', async (_, asked) => {
  const { body, read } = await costOf('/api/searches', starting(asked))
  expect(body.atLeast).toBe(true)
  expect(read).toBeLessThanOrEqual(2_500)
})

it('reads 2,000 rows for a page of one skill, however far on', async () => {
  const { body } = await costOf('/api/searches', starting(criteria(['collaboration'])))
  const path = `/api/searches/${body.searchId}/pages`
  let next: object = {}
  for (let page = 0; page < 6; page++) {
    const { body: shown, read } = await costOf(path, next)
    expect(shown.cards).toHaveLength(25)
    expect(read).toBeLessThanOrEqual(2_000)
    next = { day: shown.day, after: shown.next }
  }
})

it.each([
  ['several skills', criteria(skills)],
  ['both of two, which nobody has', criteria(skills, 'all')],
  ['no skill', {}],
  ['a region', { ...criteria(['empathy']), regions: [region(7)] }],
  [
    'level 4 in a region',
    { skills: { match: 'any', of: [{ skill: 'empathy', minimumLevel: 4 }] }, regions: [region(7)] },
  ],
])('%s: a page stops after 4,000 rows, wherever it is', async (_, asked) => {
  const { body } = await costOf('/api/searches', starting(asked))
  let next: object = {}
  for (let page = 0; page < 5; page++) {
    const { body: shown, read } = await costOf(`/api/searches/${body.searchId}/pages`, next)
    expect(read).toBeLessThanOrEqual(4_200)
    if (shown.next === null) break
    next = { day: shown.day, after: shown.next }
  }
})

it.each([
  ['one skill', criteria(['collaboration']), 5_000],
  ['two', criteria(skills), 10_000],
  ['none, which is all', {}, 10_000],
])('with %s, a segment of the order holds 64 to 128 badges', async (_, asked, badges) => {
  const { body } = await costOf('/api/searches', starting(asked))
  const segments = await env.DB.prepare('SELECT segments FROM searches WHERE id = ?')
    .bind(body.searchId)
    .first<number>('segments')
  expect(badges / (segments ?? 0)).toBeGreaterThanOrEqual(64)
  expect(badges / (segments ?? 0)).toBeLessThan(128)
})

it('stops after 4,000 rows where few match, and goes on from there until it has seen all', async () => {
  const { body } = await costOf('/api/searches', starting({ ...criteria(skills), remote: true }))
  const path = `/api/searches/${body.searchId}/pages`
  const cards: { pseudonym: string }[] = []
  let next: object = {}
  let pages = 0
  for (; pages < 40; pages++) {
    const { body: shown, read } = await costOf(path, next)
    expect(read).toBeLessThanOrEqual(4_200)
    cards.push(...shown.cards)
    if (shown.next === null) break
    next = { day: shown.day, after: shown.next }
  }
  expect(cards).toHaveLength(1)
  expect(pages).toBeGreaterThan(2)
})

it('works with any number of regions, and repeats its answer for the same request', async () => {
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const once = () =>
    hiring.recruiter.client.post('/api/searches', starting(criteria(['empathy'])), { headers })
  const [first, again] = [await once(), await once()]
  expect([first.status, again.status]).toEqual([201, 201])
  expect({ ...again.body, searchId: '' }).toEqual({ ...first.body, searchId: '' })
  const { page } = await search(hiring, criteria(['empathy']))
  expect(page.status).toBe(201)
})

import { afterEach, expect, it } from 'vitest'

import { stubs } from '../../support/client.ts'
import { aHiringEmployer, aVisibleStudent, search } from '../../support/hiring.ts'
import { aDeliveredRequest, accept, anAsking } from '../../support/interviewing.ts'
import { rotate } from '../../support/keys.ts'

afterEach(() => {
  delete stubs.PSEUDONYM_KEY
})

it('a new key gives new names: links from before are gone, and requests keep their own', async () => {
  const delivered = await aDeliveredRequest(await anAsking())
  const { recruiter, openingId, pseudonym, path } = delivered
  const view = (name: string) => recruiter.client.post(`/api/cards/${name}/views`, { openingId })
  expect((await view(pseudonym)).status).toBe(201)
  const before = (await recruiter.client.get(path)).body.request

  rotate('PSEUDONYM_KEY')
  expect((await view(pseudonym)).status).toBe(404)
  const { cards } = await search(delivered)
  const names = cards.map((card: { pseudonym: string }) => card.pseudonym)
  expect(names.length).toBeGreaterThan(0)
  expect(names).not.toContain(pseudonym)
  for (const name of names) expect((await view(name)).status).toBe(201)

  expect((await recruiter.client.get(path)).body.request).toEqual(before)
  expect((await accept(delivered)).status).toBe(201)
})

it('a search that is running goes on from its start, and shows nobody twice', async () => {
  const hiring = await aHiringEmployer()
  await aVisibleStudent({ skills: ['resilience'] })
  const { made, cards } = await search(hiring)
  const page = (body: object) =>
    hiring.recruiter.client.post(`/api/searches/${made.body.searchId}/pages`, body)
  rotate('PSEUDONYM_KEY')
  expect(await page({ after: cards[0]?.pseudonym })).toMatchObject({ status: 409 })
  const again = (await page({})).body.cards
  expect(again).toHaveLength(cards.length)
  const names = new Set([...cards, ...again].map(({ pseudonym }) => pseudonym))
  expect(names.size).toBe(2 * cards.length)
})

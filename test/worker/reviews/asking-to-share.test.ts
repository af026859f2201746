import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import { anAdmin, anEmployer, aProgramme, type Person } from '../../support/builders.ts'
import { mailbox } from '../../support/mailbox.ts'
import { later } from '../../support/reviews.ts'
import { settle } from '../../support/settle.ts'
import { answers, aSide, asks, type Side, twoThatShare } from '../../support/sharing.ts'

const path = '/api/reviewer-sharings'
const pageOf = async ({ admin }: Pick<Side, 'admin'>) => (await admin.client.get(path)).body
const ask = ({ admin }: Side, programme: string) => admin.client.post(path, { programme })
const textsTo = ({ email }: Person) =>
  mailbox.filter(({ to }) => to === email).map(({ text }) => text)
const poolOf = ({ home }: Side) =>
  env.DB.prepare('SELECT pool_id FROM organizations WHERE id = ?').bind(home.id).first('pool_id')

describe('a question to another programme', () => {
  it('by its name or its address reaches its admins, on the page and by mail', async () => {
    const [one, other] = [await aSide('Harbour College'), await aSide('Hill College')]
    const address = `https://mettle.example/organizations/${other.home.slug}/?from=mail`
    expect((await ask(one, address)).status).toBe(201)
    const asked = await pageOf(other)
    expect(asked).toMatchObject({ sharing: null, questions: [{ name: 'Harbour College' }] })
    expect(await pageOf(one)).toMatchObject({ asked: { name: 'Hill College' }, questions: [] })
    expect(await poolOf(one)).toBeNull()
    await settle()
    expect(textsTo(other.admin).join()).toMatch(/Harbour College has asked to share\s+reviewers/)
    expect(textsTo(other.admin).join()).toContain('/people#sharing')
    expect(textsTo(one.admin)).toEqual([])
  })

  it('is answered with a yes, and the admins who asked are told', async () => {
    const { one, other, id } = await twoThatShare(['Harbour College', 'Hill College'])
    await settle()
    expect(textsTo(one.admin).join()).toContain('Hill College said yes')
    // Answered before the mail: nobody is asked any more.
    expect(textsTo(other.admin)).toEqual([])
    expect(await pageOf(one)).toMatchObject({ sharing: { id, name: 'Hill College' }, asked: null })
    expect(await pageOf(other)).toMatchObject({ sharing: { id, name: 'Harbour College' } })
    expect([await poolOf(one), await poolOf(other)]).toEqual([one.home.id, one.home.id])
  })

  it('is answered with a no: nothing is shared, and it is asked again after 30 days at the soonest', async () => {
    const [one, other] = [await aSide(), await aSide()]
    const id = await asks(one, other)
    expect((await answers(other, id, 'declined')).status).toBe(201)
    await settle()
    expect(textsTo(one.admin).join()).toContain('Nothing is shared')
    expect([await poolOf(one), (await pageOf(one)).last.how]).toEqual([null, 'declined'])
    expect((await ask(one, other.home.slug)).body.type).toBe('/problems/sharing-declined')
    const month = {
      ...one,
      admin: { ...one.admin, client: one.admin.client.at(later(new Date(), { days: 31 })) },
    }
    expect((await ask(month, other.home.slug)).body.type).not.toBe('/problems/sharing-declined')
    // The one that said no may ask itself.
    expect((await ask(other, one.home.slug)).status).toBe(201)
  })

  it.each([
    ['its own programme', async ({ home }: Side) => home.slug, 'own-programme'],
    ['a name that no programme has', async () => 'no-such-programme', 'programme-unknown'],
    ['an employer', async () => (await anEmployer()).slug, 'programme-unknown'],
    ['an address without a name', async () => 'https://', 'programme-unknown'],
    [
      'one that shares already',
      async () => (await twoThatShare()).other.home.slug,
      'programme-shares-already',
    ],
  ])('is refused for %s', async (_, nameOf, type) => {
    const one = await aSide()
    expect((await ask(one, await nameOf(one))).body.type).toBe(`/problems/${type}`)
    expect(await pageOf(one)).toMatchObject({ asked: null })
  })

  it('is asked once, of one programme at a time', async () => {
    const [one, other, third] = [await aSide(), await aSide(), await aSide()]
    const id = await asks(one, other)
    for (const { home } of [other, third])
      expect((await ask(one, home.slug)).body.type).toBe('/problems/sharing-asked')
    expect((await one.admin.client.delete(`${path}/${id}`)).status).toBe(204)
    expect((await ask(one, third.home.slug)).status).toBe(201)
    expect((await answers(other, id, 'accepted')).body.type).toBe('/problems/sharing-decided')
  })

  it('waits with nine others at most', async () => {
    const asked = await aSide()
    for (let n = 0; n < 10; n++) await asks(await aSide(), asked)
    expect((await ask(await aSide(), asked.home.slug)).body.type).toBe(
      '/problems/sharing-questions-full',
    )
    expect((await pageOf(asked)).questions).toHaveLength(10)
  })
})

describe('at the same moment', () => {
  it('two admins of one programme ask: one question waits', async () => {
    const [one, other] = [await aSide(), await aSide()]
    const second = { ...one, admin: await anAdmin({ in: one.home }) }
    const asked = await Promise.all([ask(one, other.home.slug), ask(second, other.home.slug)])
    expect(asked.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
    expect((await pageOf(other)).questions).toHaveLength(1)
  })

  it('both programmes ask each other: one question waits, and the other side can answer it', async () => {
    const [one, other] = [await aSide(), await aSide()]
    const asked = await Promise.all([ask(one, other.home.slug), ask(other, one.home.slug)])
    expect(asked.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
    const refusal = asked.find(({ status }) => status === 409)
    expect(refusal?.body.type).toBe('/problems/sharing-asked-by-them')
    const [asker, answerer] = asked[0]?.status === 201 ? [one, other] : [other, one]
    const [question] = (await pageOf(answerer)).questions
    expect((await answers(answerer, question.id, 'accepted')).status).toBe(201)
    expect((await pageOf(asker)).sharing.id).toBe(question.id)
  })

  it('two admins answer: the first counts, the second reads that it is answered', async () => {
    const [one, other] = [await aSide(), await aSide()]
    const second = { ...other, admin: await anAdmin({ in: other.home }) }
    const id = await asks(one, other)
    const answered = await Promise.all([
      answers(other, id, 'accepted'),
      answers(second, id, 'declined'),
      answers(other, id, 'accepted'),
    ])
    expect(answered.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
    const isYes = answered[1]?.status !== 201
    expect(await poolOf(one)).toBe(isYes ? one.home.id : null)
  })

  it('two programmes say yes to a third and to one another: each shares with one', async () => {
    const [one, other, third] = [await aSide(), await aSide(), await aSide()]
    const [first, second] = [await asks(one, other), await asks(third, one)]
    const said = await Promise.all([
      answers(other, first, 'accepted'),
      answers(one, second, 'accepted'),
    ])
    expect(said.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
    const pools = [await poolOf(one), await poolOf(other), await poolOf(third)]
    expect(pools.filter((pool) => pool === null)).toHaveLength(1)
  })

  it('both end it: one ends it, the other reads that it is over', async () => {
    const { one, other, id } = await twoThatShare()
    const ended = await Promise.all(
      [one, other].map(({ admin }) => admin.client.delete(`${path}/${id}`)),
    )
    expect(ended.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409])
    expect(ended.find(({ status }) => status === 409)?.body.type).toBe('/problems/sharing-over')
    expect([await poolOf(one), await poolOf(other)]).toEqual([null, null])
  })
})

describe('a sharing', () => {
  it('is ended by either side, and the other is told', async () => {
    const { one, other, id } = await twoThatShare(['Harbour College', 'Hill College'])
    await settle()
    expect((await other.admin.client.delete(`${path}/${id}`)).status).toBe(204)
    await settle()
    expect(textsTo(one.admin).at(-1)).toContain('Hill College has stopped sharing reviewers')
    expect(textsTo(other.admin).join()).not.toContain('has stopped sharing reviewers')
    expect((await pageOf(one)).last.how).toBe('ended-by-them')
    expect((await pageOf(other)).last.how).toBe('ended-by-us')
    // They can begin again.
    expect((await answers(one, await asks(other, one), 'accepted')).status).toBe(201)
    expect(await poolOf(one)).toBe(other.home.id)
  })

  it('takes away a question of its own that still waits elsewhere', async () => {
    const [one, other, third] = [await aSide(), await aSide(), await aSide()]
    await asks(other, third)
    await answers(other, await asks(one, other), 'accepted')
    expect((await pageOf(third)).questions).toEqual([])
  })

  it('is nobody else’s: other programmes neither see nor end nor answer it', async () => {
    const { id } = await twoThatShare()
    const stranger = await aSide()
    expect((await stranger.admin.client.delete(`${path}/${id}`)).status).toBe(404)
    expect((await answers(stranger, id, 'accepted')).status).toBe(404)
    expect(await pageOf(stranger)).toMatchObject({ sharing: null, questions: [], last: null })
  })

  it('is not answered by the programme that asked', async () => {
    const [one, other] = [await aSide(), await aSide()]
    const id = await asks(one, other)
    expect((await answers(one, id, 'accepted')).status).toBe(404)
    expect((await other.admin.client.delete(`${path}/${id}`)).status).toBe(404)
    expect((await pageOf(other)).questions).toHaveLength(1)
  })

  it('is in the trail of both programmes, with the name of the admin only in their own', async () => {
    const { one, other, id } = await twoThatShare()
    await one.admin.client.delete(`${path}/${id}`)
    const days = later(new Date(), { days: 1 })
    for (const [side, stranger, own] of [
      [one, other, ['asked', 'ended']],
      [other, one, ['accepted']],
    ] as const) {
      const client = side.admin.client.at(days)
      const { entries } = (await client.get('/api/audit-entries?area=organizations')).body
      const named = entries.filter(({ by }: Entry) => by.kind === 'staff')
      expect(named.map(({ action }: Entry) => action).toSorted()).toEqual(
        own.map((verb) => `organization.sharing-${verb}`),
      )
      const told = entries.filter(({ action }: Entry) => action === 'organization.sharing-told')
      expect(told).toHaveLength(3 - own.length)
      expect(told.map(({ by }: Entry) => by.kind)).toEqual(told.map(() => 'system'))
      expect(JSON.stringify(entries)).not.toContain(stranger.admin.name)
    }
  })
})

interface Entry {
  action: string
  by: { kind: string }
}

it('a programme that was asked while it had no admin does not fail', async () => {
  const one = await aSide()
  const empty = await aProgramme()
  expect((await ask(one, empty.slug)).status).toBe(201)
  await settle()
})

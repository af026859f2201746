import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'

import { accounts, memberships } from '../../../worker/accounts/tables.ts'
import { disclosures } from '../../../worker/organizations/tables.ts'
import { anAdmin, anEmployer, aRecruiter, db } from '../../support/builders.ts'
import { aCrowd } from '../../support/crowd.ts'
import {
  aHiringEmployer,
  aJob,
  aRecruiterOf,
  aVisibleStudent,
  anApproval,
  anOpening,
  type Hiring,
  search,
} from '../../support/hiring.ts'

const collaboration = {
  skills: { match: 'any', of: [{ skill: 'collaboration', minimumLevel: 3 }] },
}
const hour = 3_600_000

describe('a search by skill', () => {
  it('finds somebody who meets the opening, under a made-up number', async () => {
    const hiring = await aHiringEmployer()
    const student = await aVisibleStudent({
      name: 'Leila Haddad',
      skills: ['empathy'],
      fields: { headline: 'Leila is calm on busy evenings.' },
    })

    const { page, cards } = await search(hiring, {
      skills: { match: 'any', of: [{ skill: 'empathy', minimumLevel: 3 }] },
    })

    expect(cards).toEqual([
      {
        pseudonym: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8/),
        headline: '[hidden] is calm on busy evenings.',
        hoursPerWeek: { minimum: 16, maximum: 30 },
        startMonth: '2026-12',
        badges: [{ skill: 'empathy', level: 3 }],
      },
    ])
    expect(page.text).not.toContain(student.id)
  })

  it('tells "all of" from "any of"', async () => {
    const hiring = await aHiringEmployer()
    await aVisibleStudent({ skills: ['resilience'] })
    await aVisibleStudent({ skills: ['resilience', 'initiative'] })
    const of = ['resilience', 'initiative'].map((skill) => ({ skill, minimumLevel: 3 }))

    const any = await search(hiring, { skills: { match: 'any', of } })
    const all = await search(hiring, { skills: { match: 'all', of } })

    expect([any.cards.length, all.cards.length]).toEqual([2, 1])
  })

  it('finds everybody without a named skill, and nobody for a level that nobody has', async () => {
    const hiring = await aHiringEmployer()
    await aVisibleStudent({ skills: ['oral-communication'] })

    const { cards } = await search(hiring)
    const none = await search(hiring, {
      skills: { match: 'any', of: [{ skill: 'oral-communication', minimumLevel: 4 }] },
    })

    expect(cards.length).toBeGreaterThan(0)
    expect(none.cards).toEqual([])
  })
})

describe('what the opening fixes', () => {
  const of = (skill: string) => ({ skills: { match: 'any', of: [{ skill, minimumLevel: 3 }] } })
  const skill = 'critical-thinking'

  it.each([
    ['hours that do not reach it', { hoursPerWeek: { minimum: 1, maximum: 23 } }, 0],
    ['hours that just reach it', { hoursPerWeek: { minimum: 24, maximum: 24 } }, 1],
    ['a later start', { startMonth: '2030-01' }, 0],
    ['the same start', { startMonth: '2029-12' }, 1],
    ['a pay floor above it', { payFloor: { amount: 16_973, currency: 'GBP' } }, 0],
    ['a pay floor just at it', { payFloor: { amount: 16_972, currency: 'GBP' } }, 1],
    ['a pay floor in another currency', { payFloor: { amount: 1, currency: 'EUR' } }, 0],
    ['leave to work elsewhere only', { workCountries: ['IE', 'FR'] }, 0],
    ['leave to work there', { workCountries: ['IE', 'GB'] }, 1],
  ])('%s', async (_, fields, found) => {
    const hiring = await aHiringEmployer()
    const student = await aVisibleStudent({ skills: [skill], fields })

    const { cards, page } = await search(hiring, of(skill))

    expect(cards).toHaveLength(found)
    expect(page.text).not.toMatch(/[":, ]1697\b|GBP|EUR|"IE"/)
    await student.client.delete('/api/visibility')
  })

  it.each([
    ['the maximum itself', 15_600, 1],
    ['a unit above it', 15_601, 0],
  ])('a pay floor that is %s, in a year of whole pounds', async (_, amount, found) => {
    // 24 hours a week for 52 weeks at 12.50 is 15,600.
    const pay = { minimum: 12, maximum: 12.5, currency: 'GBP', period: 'hour' }
    const hiring = await aHiringEmployer({ pay })
    const fields = { payFloor: { amount, currency: 'GBP' } }
    const student = await aVisibleStudent({ skills: [skill], fields })
    expect((await search(hiring, of(skill))).cards).toHaveLength(found)
    await student.client.delete('/api/visibility')
  })

  it('is not met by people who left hours or start off', async () => {
    const hiring = await aHiringEmployer()
    const student = await aVisibleStudent({ skills: [skill], fields: { startMonth: undefined } })

    const page = await student.client.get('/api/visibility')

    expect(page.body.missingForSearch).toEqual(['startMonth'])
    expect((await search(hiring, of(skill))).cards).toEqual([])
  })
})

describe('where somebody can work', () => {
  const skill = 'creative-problem-solving'
  const asked = (criteria: object) => ({
    ...criteria,
    skills: { match: 'any', of: [{ skill, minimumLevel: 3 }] },
  })
  let hiring: Hiring

  beforeAll(async () => {
    hiring = await aHiringEmployer()
    await aVisibleStudent({ skills: [skill], fields: { regions: ['GB-LDS', 'GB-BRD'] } })
    await aVisibleStudent({ skills: [skill], fields: { regions: ['GB'], remote: true } })
    await aVisibleStudent({ skills: [skill], fields: { remote: true } })
    await aVisibleStudent({ skills: [skill] })
  })

  it.each([
    ['a region', { regions: ['GB-LDS'] }, 2],
    ['the country of regions', { regions: ['GB'] }, 2],
    ['another region', { regions: ['GB-MAN'] }, 1],
    ['remote', { remote: true }, 2],
    ['a region or remote', { regions: ['GB-LDS'], remote: true }, 3],
    ['neither', {}, 4],
  ])('asked for %s', async (_, criteria, found) => {
    expect((await search(hiring, asked(criteria))).cards).toHaveLength(found)
  })
})

describe('order and pages', () => {
  let hiring: Hiring
  const skill = 'intercultural-fluency'
  const criteria = { skills: { match: 'any', of: [{ skill, minimumLevel: 3 }] } }
  const crowd = 148

  beforeAll(async () => {
    hiring = await aHiringEmployer()
    const model = await aVisibleStudent({ skills: [skill] })
    await aCrowd(model, crowd - 1, (n) => ({
      skill,
      level: n % 10 === 0 ? 4 : 3,
      mentorReviewed: n % 2,
      regions: n < 40 ? '["GB-LDS"]' : n < 43 ? '["GB-YOR"]' : '[]',
      remote: n < 3 ? 1 : 0,
    }))
  })

  it('counts in fives and never says one to four', async () => {
    const { made } = await search(hiring, criteria)

    expect(made.body).toMatchObject({
      count: '145+',
      facets: {
        skills: { 'intercultural-fluency': '145+' },
        levels: { 3: '145+', 4: '15+' },
        regions: { 'GB-LDS': '40+' },
        remote: '<5',
        mentorReviewed: '70+',
      },
    })
    expect(made.text).not.toContain('GB-YOR')
    expect(made.text).not.toMatch(/"[1-4]\+?"[,}]|:[1-4][,}]/)
  })

  it('shows everybody once, page by page, over midnight', async () => {
    const start = new Date(
      new Date(Date.now() - 24 * hour).toISOString().slice(0, 10) + 'T23:59:50.000Z',
    )
    const made = await hiring.recruiter.client.post(
      '/api/searches',
      { openingId: hiring.openingId, criteria },
      { at: start },
    )
    const path = `/api/searches/${made.body.searchId}/pages`
    const seen: string[] = []
    let body: object = {}
    let at = start
    for (let turn = 0; turn < 20; turn++) {
      const page = await hiring.recruiter.client.post(path, body, { at })
      expect(page.status, page.text).toBe(201)
      seen.push(...page.body.cards.map((card: { pseudonym: string }) => card.pseudonym))
      if (page.body.next === null) break
      body = { day: page.body.day, after: page.body.next }
      at = new Date(at.getTime() + 5_000)
    }
    expect(seen).toHaveLength(crowd)
    expect(new Set(seen).size).toBe(crowd)
  })

  it('gives the same order all day, another the next day, and another to another employer', async () => {
    const other = await aHiringEmployer()
    const first = async (who: Hiring, at?: Date) => {
      const made = await who.recruiter.client.post('/api/searches', {
        openingId: who.openingId,
        criteria,
      })
      const options = at ? { at } : {}
      const page = await who.recruiter.client.post(
        `/api/searches/${made.body.searchId}/pages`,
        {},
        options,
      )
      return page.body.cards.map((card: { pseudonym: string }) => card.pseudonym)
    }
    const [today, again, elsewhere] = [await first(hiring), await first(hiring), await first(other)]

    expect(again).toEqual(today)
    expect(await first(hiring, new Date(Date.now() - 24 * hour))).not.toEqual(today)
    expect(elsewhere.filter((name: string) => today.includes(name))).toEqual([])
  })

  it('refuses an order of the day before yesterday, and a card that is gone', async () => {
    const { made, page } = await search(hiring, criteria)
    const path = `/api/searches/${made.body.searchId}/pages`
    const later = new Date(Date.now() + 48 * hour)
    const stale = await hiring.recruiter.client.post(path, { day: page.body.day }, { at: later })
    const unknown = await hiring.recruiter.client.post(path, { after: crypto.randomUUID() })

    expect([stale.status, unknown.body.type]).toEqual([422, '/problems/search-moved'])
  })

  it('ends after forty pages of one search in the order of a day', async () => {
    const { made, page } = await search(hiring, criteria)
    const path = `/api/searches/${made.body.searchId}/pages`
    const next = (day = page.body.day) => hiring.recruiter.client.post(path, { day })
    expect(page.status).toBe(201)
    for (let pages = 2; pages <= 40; pages++) expect((await next()).status).toBe(201)

    const over = await next()
    // A new search is all it takes, so no time to wait for is named.
    expect([over.status, over.body.type]).toEqual([409, '/problems/search-pages-over'])
    expect(over.headers.get('retry-after')).toBeNull()
    const looks = await db.$count(disclosures)
    expect((await next()).status).toBe(409)
    expect(await db.$count(disclosures)).toBe(looks)

    expect((await search(hiring, criteria)).page.status).toBe(201)
    const yesterday = new Date(Date.now() - 24 * hour).toISOString().slice(0, 10)
    expect((await next(yesterday)).status).toBe(201)
  })

  it('leaves people who hide out of the next page', async () => {
    const hiding = await aHiringEmployer()
    const model = await aVisibleStudent({ skills: ['initiative'] })
    const before = await search(hiding, {
      skills: { match: 'any', of: [{ skill: 'initiative', minimumLevel: 3 }] },
    })
    await model.client.delete('/api/visibility')
    const after = await hiding.recruiter.client.post(
      `/api/searches/${before.made.body.searchId}/pages`,
    )

    expect(after.body.cards).toHaveLength(before.cards.length - 1)
  })
})

describe('a badge that was revoked', () => {
  it('is gone from the next page, before any cleanup', async () => {
    const hiring = await aHiringEmployer()
    const student = await aVisibleStudent({
      skills: ['resilience'],
      fields: { headline: 'Steady hands' },
    })
    const criteria = { skills: { match: 'any', of: [{ skill: 'resilience', minimumLevel: 3 }] } }
    const before = await search(hiring, criteria)
    const admin = await anAdmin({ in: { id: student.organizationId } })
    await admin.client.post(`/api/credentials/${student.credentialIds[0]}/revocation`, {
      reason: 'error',
    })

    const after = await search(hiring, criteria)

    expect(before.page.text).toContain('Steady hands')
    expect(after.page.text).not.toContain('Steady hands')
  })
})

describe('what a search requires', () => {
  it.each([
    ['work-address', 'an address elsewhere'],
    ['approval', 'no approval'],
    ['opening', 'no approved opening'],
  ])('is missing (%s): %s', async (requirement) => {
    const employer = await anEmployer()
    if (requirement !== 'approval') await anApproval(employer)
    const recruiter = await aRecruiterOf(employer)
    const openingId =
      requirement === 'opening' ? await waitingOpening(recruiter) : await anOpening(recruiter)
    const asking = requirement === 'work-address' ? await aRecruiter({ in: employer }) : recruiter

    const refused = await asking.client.post('/api/searches', {
      openingId,
      criteria: collaboration,
    })

    expect(refused).toMatchObject({
      status: 403,
      body: { type: '/problems/employer-not-approved', missing: [requirement] },
    })
  })

  it('is missing when the approval has run out', async () => {
    const employer = await anEmployer()
    await anApproval(employer, new Date(Date.now() - 1_000))
    const recruiter = await aRecruiterOf(employer)
    const openingId = await anOpening(recruiter)

    const refused = await recruiter.client.post('/api/searches', { openingId, criteria: {} })

    expect(refused.body.missing).toEqual(['approval'])
  })

  it('asks for a code after half a day', async () => {
    const { employer, openingId } = await aHiringEmployer()
    const tired = await aRecruiterOf(employer, { provenMinutesAgo: 12 * 60 + 1 })

    const refused = await tired.client.post('/api/searches', { openingId, criteria: {} })

    expect(refused).toMatchObject({ status: 403, body: { type: '/problems/fresh-proof-needed' } })
  })

  it("does not find another employer's opening or search", async () => {
    const [one, other] = [await aHiringEmployer(), await aHiringEmployer()]
    const { made } = await search(one)

    const opening = await other.recruiter.client.post('/api/searches', {
      openingId: one.openingId,
      criteria: {},
    })
    const page = await other.recruiter.client.post(`/api/searches/${made.body.searchId}/pages`)

    expect([opening.status, page.status]).toEqual([404, 404])
  })
})

describe('what may not be asked', () => {
  const words = [
    'name photo address telephone school programme graduation age gender pronouns race nationality disability',
    'veteran interests selfRating accommodations score scores sort order payFloor hours start country agreement',
    'supervised evidenceWithinMonths occupations fastResponder pay hoursPerWeek startMonth',
  ]
    .join(' ')
    .split(' ')

  it.each(words)('%s, as a criterion, beside the criteria or in the address', async (word) => {
    const { recruiter, openingId } = await forbidding()
    const asked = await Promise.all([
      recruiter.client.post('/api/searches', { openingId, criteria: { [word]: 'x' } }),
      recruiter.client.post('/api/searches', { openingId, criteria: {}, [word]: 'x' }),
      recruiter.client.post('/api/searches', {
        openingId,
        criteria: {
          skills: { match: 'any', of: [{ skill: 'empathy', minimumLevel: 3, [word]: 1 }] },
        },
      }),
      recruiter.client.post(`/api/searches/${openingId}/pages`, { [word]: 'x' }),
    ])
    expect(asked.map(({ status }) => status)).toEqual([422, 422, 422, 422])
  })

  it.each([
    ['an unknown skill', { skills: { match: 'any', of: [{ skill: 'charm', minimumLevel: 3 }] } }],
    ['a low level', { skills: { match: 'any', of: [{ skill: 'empathy', minimumLevel: 1 }] } }],
    ['a place that is no code', { regions: ['Leeds'] }],
    ['a region twice', { regions: ['GB-LDS', 'GB-LDS'] }],
  ])('%s', async (_, criteria) => {
    const { recruiter, openingId } = await forbidding()
    expect((await recruiter.client.post('/api/searches', { openingId, criteria })).status).toBe(422)
  })

  let shared: Promise<Hiring> | undefined
  const forbidding = () => (shared ??= aHiringEmployer())
})

describe('every view', () => {
  it('is logged once a day for the student, under the live consent', async () => {
    const hiring = await aHiringEmployer()
    const student = await aVisibleStudent({ skills: ['empathy'] })
    await search(hiring, collaboration)
    const { cards } = await search(hiring, {
      skills: { match: 'any', of: [{ skill: 'empathy', minimumLevel: 3 }] },
    })
    await search(hiring, { skills: { match: 'any', of: [{ skill: 'empathy', minimumLevel: 3 }] } })
    const own = await ownPseudonym(hiring, student)
    await hiring.recruiter.client.post(`/api/cards/${own}/views`)
    await hiring.recruiter.client.post(`/api/cards/${own}/views`)

    const log = await student.client.get('/api/disclosures')

    expect(cards.map(({ pseudonym }) => pseudonym)).toContain(own)
    const seen = log.body.disclosures.filter(
      (row: { organization: string }) => row.organization === hiring.employer.name,
    )
    expect(seen).toMatchObject([
      {
        kind: 'opened',
        live: true,
        fields: expect.arrayContaining(['skill', 'year', 'reviewers']),
      },
      { kind: 'listed', live: true, fields: expect.not.arrayContaining(['month']) },
    ])
    expect(log.text).not.toContain(hiring.recruiter.id)
    const rows = await db.select().from(disclosures).where(eq(disclosures.studentId, student.id))
    expect(new Set(rows.map(({ consentId }) => consentId))).toEqual(new Set([student.consentId]))
  })

  it('is logged again on another day', async () => {
    const hiring = await aHiringEmployer()
    const student = await aVisibleStudent({ skills: ['empathy'] })
    const own = await ownPseudonym(hiring, student)
    const looks = [Date.now() - 24 * hour, Date.now()].map((at) => new Date(at))
    for (const at of looks)
      expect(
        (await hiring.recruiter.client.post(`/api/cards/${own}/views`, {}, { at })).status,
      ).toBe(201)

    const rows = await db.select().from(disclosures).where(eq(disclosures.studentId, student.id))
    const opened = rows.filter(({ kind }) => kind === 'opened').map(({ day }) => day)
    expect(opened.toSorted()).toEqual(looks.map((at) => at.toISOString().slice(0, 10)))
  })

  it('is logged again when the same request is repeated, under the consent at that time', async () => {
    const hiring = await aHiringEmployer()
    const student = await aVisibleStudent({ skills: ['empathy'] })
    const own = await ownPseudonym(hiring, student, 'empathy')
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const first = await hiring.recruiter.client.post(`/api/cards/${own}/views`, {}, { headers })
    await student.client.delete('/api/visibility')
    const replayed = await hiring.recruiter.client.post(`/api/cards/${own}/views`, {}, { headers })

    expect([first.status, replayed.status]).toEqual([201, 404])
  })
})

describe('a person who may not be seen', () => {
  it('has the same answer, byte for byte, as a card that never existed', async () => {
    const hiring = await aHiringEmployer()
    const [hidden, blocking, minor] = [
      await aVisibleStudent({ skills: ['empathy'] }),
      await aVisibleStudent({ skills: ['empathy'] }),
      await aVisibleStudent({ skills: ['empathy'] }),
    ]
    const names = [
      await ownPseudonym(hiring, hidden, 'empathy'),
      await ownPseudonym(hiring, blocking, 'empathy'),
      await ownPseudonym(hiring, minor, 'empathy'),
      crypto.randomUUID().replace(/^(.{14})4/, '$18'),
    ]
    await hidden.client.delete('/api/visibility')
    await blocking.client.post('/api/blocks', { organizationId: hiring.employer.id })
    await makeMinor(minor.id)

    const answers = await Promise.all(
      names.map((name) => hiring.recruiter.client.post(`/api/cards/${name}/views`)),
    )

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    const { page } = await search(hiring, {
      skills: { match: 'any', of: [{ skill: 'empathy', minimumLevel: 3 }] },
    })
    for (const name of names) expect(page.text).not.toContain(name)
  })

  it('can be one of the employer’s own people, for as long as they are', async () => {
    const hiring = await aHiringEmployer()
    const student = await aVisibleStudent({ skills: ['empathy'] })
    const own = await ownPseudonym(hiring, student)
    const id = crypto.randomUUID()
    const since = new Date()
    const organizationId = hiring.employer.id
    await db
      .insert(memberships)
      .values({ id, accountId: student.id, organizationId, role: 'recruiter', createdAt: since })
    const look = () => hiring.recruiter.client.post(`/api/cards/${own}/views`)
    const listed = async () => {
      const { cards } = await search(hiring, {
        skills: { match: 'any', of: [{ skill: 'empathy', minimumLevel: 3 }] },
      })
      return cards.some(({ pseudonym }) => pseudonym === own)
    }

    expect([(await look()).status, await listed()]).toEqual([404, false])
    await db.update(memberships).set({ endedAt: since }).where(eq(memberships.id, id))
    expect([(await look()).status, await listed()]).toEqual([201, true])
  })

  it("is not shown to the employer they work for, under a blocked domain's name or another", async () => {
    const hiring = await aHiringEmployer()
    const student = await aVisibleStudent({ skills: ['empathy'] })
    const own = await ownPseudonym(hiring, student, 'empathy')
    await student.client.post('/api/blocks', { domain: `${hiring.employer.slug}.example` })
    const blocked = await hiring.recruiter.client.post(`/api/cards/${own}/views`)
    const { body } = await student.client.get('/api/blocks')
    await student.client.delete(`/api/blocks/${body.blocks.at(-1).id}`)
    const unblocked = await hiring.recruiter.client.post(`/api/cards/${own}/views`)

    expect([blocked.status, unblocked.status]).toEqual([404, 201])
  })
})

async function ownPseudonym(
  hiring: Hiring,
  student: Awaited<ReturnType<typeof aVisibleStudent>>,
  skill = 'empathy',
) {
  await search(hiring, { skills: { match: 'any', of: [{ skill, minimumLevel: 3 }] } })
  const preview = await student.client.get(
    `/api/visibility/preview?organizationId=${hiring.employer.id}`,
  )
  return preview.body.card.pseudonym as string
}

async function waitingOpening(recruiter: Hiring['recruiter']) {
  return (await recruiter.client.post('/api/openings', aJob)).body.openingId as string
}

async function makeMinor(id: string) {
  await db
    .update(accounts)
    .set({ birthYear: new Date().getFullYear() - 17 })
    .where(eq(accounts.id, id))
}

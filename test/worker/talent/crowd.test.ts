import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import { anAward } from '../../support/awards.ts'
import { aStudent } from '../../support/builders.ts'
import { aCrowd } from '../../support/crowd.ts'
import { aHiringEmployer, answers, openToWork, search, switchOn } from '../../support/hiring.ts'

const path = '/api/visibility'

/** Each test has its own regions, so that no other people are in them. */
let nextRegion = 0
const ownRegion = () => `GB-${String(++nextRegion).padStart(3, '0')}`

/** A student who handed in on 15 May 2026 and shows everything of one badge, in one region. */
async function aLoneEarner(country = 'GB') {
  const region = ownRegion().replace('GB', country)
  const student = await aStudent()
  const handedInAt = new Date(Date.UTC(2026, 4, 15))
  const { id: credentialId } = await anAward(student, { answers, handedInAt })
  const fields = {
    credentials: [{ credentialId, criteria: true }],
    regions: [region],
    ...openToWork,
  }
  const granted = await switchOn(student, fields)
  expect(granted.status, granted.text).toBe(201)
  /** Others with the same badge, except for the given fields. */
  const crowd = (count: number, { region: other, ...like }: Like = {}) =>
    aCrowd({ id: student.id, credentialIds: [credentialId] }, count, () => ({
      month: '2026-05',
      regions: JSON.stringify([other ? `${country}-ZZZ` : region]),
      countries: JSON.stringify([country]),
      ...like,
    }))
  return { ...student, region, fields, crowd }
}

interface Like {
  region?: 'elsewhere'
  month?: string
  levels?: string
  skill?: string
  level?: number
}

type Earner = Awaited<ReturnType<typeof aLoneEarner>>

async function cardOf({ client }: Pick<Earner, 'client'>, form = 'full') {
  const { body } = await client.get(`${path}/preview?form=${form}`)
  return body.card
}

/** The time and region that the card shows, and how many criteria. */
async function shownOf(student: Earner) {
  const { badges, regions } = await cardOf(student)
  const { month, quarter, year, criteria } = badges[0]
  return { when: month ?? quarter ?? year, region: regions[0], criteria: criteria?.length ?? 0 }
}

/** What the student is told about the same fields before they agree. */
async function toldTo(student: Earner) {
  const { fields } = student
  const { body } = await student.client.post(`${path}/previews`, { fields, form: 'full' })
  return { crowd: body.crowds[0].crowd, criteria: body.crowds[0].criteria }
}

const countries = ['FR', 'ES', 'IT', 'PL', 'SE', 'FI', 'DK', 'NO']

describe('a card shows only facts of a badge that five people share', () => {
  it.each<[string, Like, string, string, number]>([
    ['levels, month and region', {}, 'month', '2026-05', 4],
    ['month and region, not the levels', { levels: '[3,3,3,4]' }, 'month', '2026-05', 0],
    ['the quarter, not the month', { month: '2026-04' }, 'quarter', '2026-Q2', 0],
    ['the year, not the quarter', { month: '2026-07' }, 'year', '2026', 0],
    ['the country, not the region', { region: 'elsewhere' }, 'country', '2026', 0],
    ['all but the year', { month: '2025-05' }, 'few', '2026', 0],
    ['all but the skill', { skill: 'empathy' }, 'few', '2026', 0],
    ['all but the level', { level: 4 }, 'few', '2026', 0],
  ])('where three share all, and a fourth shares %s', async (_, fourth, crowd, when, criteria) => {
    // In a country of its own, so that nobody else is in it.
    const country = countries[nextRegion] ?? ''
    const student = await aLoneEarner(country)
    await student.crowd(3)
    expect(await shownOf(student)).toEqual({ when: '2026', region: country, criteria: 0 })
    expect(await toldTo(student)).toEqual({ crowd: 'few', criteria: 'left-out' })

    await student.crowd(1, fourth)

    const region = crowd === 'few' || crowd === 'country' ? country : student.region
    expect(await shownOf(student)).toEqual({ when, region, criteria })
    expect(await toldTo(student)).toEqual({ crowd, criteria: criteria > 0 ? 'on' : 'left-out' })
  })

  it('gets less exact as soon as one of them leaves', async () => {
    const student = await aLoneEarner()
    const [one] = await student.crowd(4)
    expect(await shownOf(student)).toMatchObject({ when: '2026-05', criteria: 4 })

    await env.DB.prepare('DELETE FROM visible_credentials WHERE student_id = ?1')
      .bind(one?.student ?? '')
      .run()

    expect(await shownOf(student)).toMatchObject({ when: '2026', region: 'GB', criteria: 0 })
  })

  it('counts people, not badges', async () => {
    const student = await aLoneEarner()
    const [, , third] = await student.crowd(3)
    const [fourth] = await student.crowd(1)
    await env.DB.prepare('UPDATE visible_credentials SET student_id = ?1 WHERE student_id = ?2')
      .bind(third?.student ?? '', fourth?.student ?? '')
      .run()

    expect(await shownOf(student)).toMatchObject({ when: '2026', region: 'GB', criteria: 0 })
  })

  it('shows countries for all badges where one of them is rare, also in the list', async () => {
    const hiring = await aHiringEmployer()
    const student = await aLoneEarner()
    await student.crowd(4)
    const inList = async () => {
      const { cards } = await search(hiring, { regions: [student.region] })
      return (await cardOf(student, 'short')).regions.concat(cards.length)
    }
    expect(await inList()).toEqual([student.region, 5])

    const { id: credentialId } = await anAward(student, { skill: 'empathy', answers })
    const credentials = [...student.fields.credentials, { credentialId }]
    await switchOn(student, { ...student.fields, credentials })

    expect(await inList()).toEqual(['GB', 5])
    expect((await cardOf(student)).badges).toMatchObject([
      { skill: 'collaboration', month: '2026-05' },
      { skill: 'empathy', year: expect.stringMatching(/^\d{4}$/) },
    ])
  })
})

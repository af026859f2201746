import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { serverTime } from '../../web/lib/http/server-time.svelte.ts'
import { currencies } from '../../web/lib/format/currencies.ts'
import { allPlaces, placeCode, placesOf } from '../../web/lib/format/place-code.ts'
import { placeWords } from '../../web/lib/format/place-words.ts'
import { regionCodes } from '../../web/lib/format/regions.ts'
import { numberOf, wrongPay } from '../../web/recruiter/opening/job-draft.svelte.ts'
import { regionCode } from '../../web/recruiter/opening/region-code.ts'
import Opening from '../../web/recruiter/opening/Opening.svelte'
import NewOpening from '../../web/recruiter/opening/NewOpening.svelte'
import Openings from '../../web/recruiter/opening/Openings.svelte'
import type { Opening as Described } from '../../web/recruiter/opening/openings.ts'
import { anOpening, content, openingId, organization } from './support/hiring.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, refused, sent, server } from './support/server.ts'
import { violations } from './support/violations.ts'

const session = aSession([aMembership('recruiter')])
const around = (opening: Described) => ({ '/api/openings': { openings: [opening] } })

const sentNothing = () => server.mock.calls.every(([, init]) => init?.method !== 'PUT')

beforeEach(async () => {
  await freshServer()
  history.replaceState(null, '', '/')
  serverTime.learn('2026-11-25T18:00:00.000Z')
})

test.each([
  ['title', () => page.getByLabelText('Title', { exact: false }).fill('Deck hand')],
  ['start', () => page.getByLabelText('Start', { exact: false }).selectOptions('2027-03')],
  ['contract', () => page.getByLabelText('Contract', { exact: false }).selectOptions('internship')],
  ['hours', () => page.getByLabelText('Hours a week').fill('20')],
])('another %s of an approved opening is sent for approval, and says so', async (_, change) => {
  await openPage(Opening, { openingId }, { session, first: around(anOpening()) })
  await expect.element(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible()
  await change()
  await expect.element(page.getByRole('button', { name: 'Send for approval' })).toBeVisible()
  await expect.element(page.getByText(/change at once/)).not.toBeInTheDocument()
})

test('the list says that the employer’s approval ran out', async () => {
  const first = {
    ...around(anOpening()),
    '/api/organization': { ...organization, approvedUntil: '2026-11-20T12:00:00.000Z' },
  }
  await openPage(Openings, {}, { session, first })
  await expect.element(page.getByText(/approval ended on .*20.*2026/)).toBeVisible()
  expect(await violations()).toEqual([])
})

test.each([
  ['approved', {}, true],
  ['whose approval ran out', { approvedUntil: '2026-11-20T12:00:00.000Z' }, false],
  ['that was refused', { state: 'declined' as const, approvedUntil: null }, false],
])('an employer %s is offered the search from its openings, or not: %#', async (_, more, may) => {
  const first = { ...around(anOpening()), '/api/organization': { ...organization, ...more } }
  const list = await openPage(Openings, {}, { session, first })
  await expect.element(page.getByRole('heading', { level: 3 })).toBeVisible()
  expect(page.getByRole('link', { name: /^Find people/ }).elements()).toHaveLength(may ? 1 : 0)
  await list.unmount()
  await openPage(Opening, { openingId }, { session, first })
  const find = page.getByRole('link', { name: /^Find people/ })
  if (may) await expect.element(find).toBeVisible()
  else await expect.element(find).not.toBeInTheDocument()
})

test.each([
  ['waiting', 'Your organization is waiting for approval', true],
  ['declined', 'Your organization is not approved', false],
] as const)(
  'an employer that is %s is told so before it describes an opening',
  async (state, words, form) => {
    const first = { '/api/organization': { ...organization, state, approvedUntil: null } }
    await openPage(NewOpening, {}, { session, first })
    await expect.element(page.getByText(words)).toBeVisible()
    const title = page.getByLabelText('Title', { exact: false })
    if (form) await expect.element(title).toBeVisible()
    else await expect.element(title).not.toBeInTheDocument()
  },
)

test('half an hour is refused, not cut off', async () => {
  await openPage(Opening, { openingId }, { session, first: around(anOpening()) })
  await userEvent.fill(page.getByLabelText('Hours a week'), '')
  await userEvent.type(page.getByLabelText('Hours a week'), '20.5')
  await userEvent.click(page.getByRole('button', { name: 'Send for approval' }))
  await expect.element(page.getByText(/a whole number from 1 to 60/).first()).toBeVisible()
  expect(sentNothing()).toBe(true)
})

test('a pay range that is too wide gets the allowed maximum', async () => {
  await openPage(Opening, { openingId }, { session, first: around(anOpening()) })
  await page.getByLabelText('Lowest pay').fill('12.91')
  await page.getByLabelText('Highest pay').fill('19.37')
  await userEvent.click(page.getByRole('button', { name: 'Send for approval' }))
  await expect
    .element(page.getByText(/Here the highest can be at most £19\.36/).first())
    .toBeVisible()
  expect(sentNothing()).toBe(true)
})

test('the most pay may be half as much again as the least, to the penny', () => {
  const problemOf = (maximum: string) =>
    wrongPay({ minimum: '12.90', maximum, currency: 'GBP', period: 'hour' })['pay.maximum']
  expect(problemOf('19.35')).toBe(false)
  expect(problemOf('19.36')).toMatch(/£19\.35/)
})

test.each([
  ['12.90', 12.9],
  ['12,90', 12.9],
  [' 13 ', 13],
  ['25,000', 25_000],
  ['25 000.50', 25_000.5],
  ['1,250,000', 1_250_000],
  ['37.5', 37.5],
])('the number %s is read as typed', (typed, number) => {
  expect(numberOf(typed)).toBe(number)
})

test.each(['', '1.234', '12.905', '1e3', '0x10', '12,34,56', '1,2345', '-5', '12 or 13', '١٢'])(
  '“%s” is refused as a number',
  (typed) => {
    expect(numberOf(typed)).toBeNaN()
  },
)

test.each([
  ['hull', 'GB-KHL'],
  ['Kingston upon Hull, United Kingdom', 'GB-KHL'],
  ['quebec', 'CA-QC'],
  ['gb-lds', 'GB-LDS'],
  ['York', 'GB-YOR'],
  ['GB-QQQ', 'GB-QQQ'],
  ['Nowhere', undefined],
])('a recruiter’s “%s” finds the same place as a student’s', (typed, code) => {
  expect(regionCode(typed, allPlaces())).toBe(code)
  expect(regionCode(typed, placesOf(regionCodes))).toBe(code)
  if (code !== 'GB-QQQ') expect(placeCode(typed, allPlaces())).toBe(code)
})

test.each([
  ['Kirkstall Road', 'GB-LDS', 'Kirkstall Road, Leeds, United Kingdom'],
  ['Kirkstall Road, Leeds', 'GB-LDS', 'Kirkstall Road, Leeds, United Kingdom'],
  ['United Kingdom', undefined, 'United Kingdom'],
  ['From home in the United Kingdom', undefined, 'From home in the United Kingdom'],
])('the place %s is written once, with its region and its country', (name, region, words) => {
  expect(placeWords({ name, region, country: 'GB' })).toBe(words)
})

test('currencies that were withdrawn are not offered', () => {
  const offered = currencies().map(({ value }) => value)
  expect(offered).toEqual(expect.arrayContaining(['EUR', 'GBP', 'USD', 'XOF']))
  for (const gone of ['HRK', 'SLL', 'CUC', 'BGN', 'ANG', 'XDR']) expect(offered).not.toContain(gone)
})

test('while a change waits the list shows what is approved, title and terms', async () => {
  const waiting = {
    content: { ...content, title: 'Ward manager', hoursPerWeek: 12 },
    decidedAt: null,
    reason: null,
  }
  await openPage(Openings, {}, { session, first: around(anOpening({ waiting })) })
  await expect.element(page.getByRole('heading', { name: content.title })).toBeVisible()
  await expect.element(page.getByText('30 hours a week')).toBeVisible()
})

test('an error from the form or the server goes as soon as the field changes', async () => {
  await openPage(Opening, { openingId }, { session, first: around(anOpening()) })
  const hours = page.getByLabelText('Hours a week')
  const save = () => userEvent.click(page.getByRole('button', { name: 'Send for approval' }))
  await hours.fill('0')
  await save()
  await expect.element(page.getByText(/a whole number from 1 to 60/).first()).toBeVisible()
  await hours.fill('20')
  await expect.element(page.getByText(/a whole number from 1 to 60/)).not.toBeInTheDocument()

  server.mockImplementation(() => refused(422, 'invalid-input', { fields: ['hoursPerWeek'] }))
  await save()
  await expect.element(page.getByText(/a whole number from 1 to 60/).first()).toBeVisible()
  await page.getByLabelText('Title', { exact: false }).fill('Deck hand')
  await expect.element(page.getByText(/a whole number from 1 to 60/).first()).toBeVisible()
  await hours.fill('21')
  await expect.element(page.getByText(/a whole number from 1 to 60/)).not.toBeInTheDocument()
})

test('an opening that a colleague has just described is looked for before it is not found', async () => {
  const waiting = { content, decidedAt: null, reason: null }
  const theirs = anOpening({ approved: null, waiting })
  server.mockImplementation(() => answer({ openings: [theirs], next: null }))
  const first = { '/api/openings': { openings: [], next: null } }
  const shown = await openPage(Opening, { openingId }, { session, first })
  await expect.element(page.getByText('This version is waiting for approval')).toBeVisible()
  expect(page.getByText('Opening not found').elements()).toHaveLength(0)
  await shown.unmount()
  server.mockImplementation(() => answer({ openings: [], next: null }))
  await openPage(Opening, { openingId }, { session, first })
  await expect.element(page.getByText('Opening not found')).toBeVisible()
})

test('a change that was declined while it was edited is read before it is replaced', async () => {
  const version = { content: { ...content, hoursPerWeek: 25 }, decidedAt: null, reason: null }
  const reason = 'Say which days.'
  let now = anOpening({ version: 2, waiting: version })
  server.mockImplementation((_input, init) => {
    if (init?.method !== 'PUT') return answer({ openings: [now], next: null })
    if (now.waiting) {
      now = { ...now, waiting: null, declined: { ...version, reason } }
      return refused(409, 'opening-decided')
    }
    // Not answered: the page would go to the list.
    return new Promise<Response>(() => undefined)
  })
  await openPage(Opening, { openingId }, { session, first: around(now) })
  await page.getByLabelText('Title', { exact: false }).fill('Deck hand')
  const save = () => userEvent.click(page.getByRole('button', { name: 'Send for approval' }))
  const puts = () =>
    server.mock.calls.flatMap(([, init], call) => (init?.method === 'PUT' ? [sent(call)] : []))
  await save()
  await expect.element(page.getByText('Your last version was not approved')).toBeVisible()
  await expect.element(page.getByText(reason)).toBeVisible()
  await expect.element(page.getByLabelText('Title', { exact: false })).toHaveValue('Deck hand')
  await save()
  await expect.poll(puts).toMatchObject([
    { version: 2, state: 'waiting' },
    { version: 2, state: 'declined', title: 'Deck hand' },
  ])
})

test('after a new version is sent, the page still says why the one before was declined', async () => {
  const waiting = { content, decidedAt: null, reason: null }
  const declined = { content, decidedAt: '2026-11-20T12:00:00.000Z', reason: 'Say which days.' }
  await openPage(
    Opening,
    { openingId },
    {
      session,
      first: around(anOpening({ version: 3, waiting, declined })),
    },
  )
  await expect.element(page.getByText('Your previous version was not approved')).toBeVisible()
  await expect.element(page.getByText('Say which days.')).toBeVisible()
  await expect.element(page.getByText('This version is waiting for approval')).toBeVisible()
})

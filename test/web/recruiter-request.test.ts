import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { serverTime } from '../../web/lib/http/server-time.svelte.ts'
import { readAs } from '../../web/lib/reader/reader.ts'
import NewRequest from '../../web/recruiter/request/NewRequest.svelte'
import { askingAgain } from '../../worker/interviews/request/again.ts'
import { againFrom } from '../../web/recruiter/interview/again-from.ts'
import Request from '../../web/recruiter/interview/Request.svelte'
import { wrongIn } from '../../web/recruiter/request/checks.ts'
import { RequestDraft } from '../../web/recruiter/request/draft.svelte.ts'
import type { Request as Asked } from '../../web/recruiter/requests.ts'
import {
  choicesIn,
  overlapOf,
  ownChoices,
  SlotDraft,
  wrongSlots,
} from '../../web/meeting/slots.svelte.ts'
import { ApiError } from '../../web/lib/http/problem.ts'
import {
  addressOf,
  anOpening,
  aRequest,
  content,
  edition,
  openingId,
  organization,
  requestId,
} from './support/hiring.ts'
import { noMeeting } from './support/interviewing.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, refused, sent, server } from './support/server.ts'
import { violations } from './support/violations.ts'

const now = '2026-11-25T18:00:00.000Z'
const pseudonym = 'abe982c8-cf19-80e7-b7f4-90a057569259'
const session = aSession([aMembership('recruiter')])
const around = {
  '/api/openings': { openings: [anOpening()] },
  '/api/organization': organization,
  '/api/interview-requests': { side: 'employer', requests: [] },
}

function openRequest(request: Asked) {
  const first = {
    ...around,
    [`/api/interview-requests/${requestId}`]: { side: 'employer', request },
  }
  return openPage(Request, { requestId }, { session, first })
}

function openNew(first: Record<string, unknown> = {}) {
  const query = `?opening=${openingId}&pseudonym=${pseudonym}&skill=collaboration`
  history.replaceState(null, '', `/${query}`)
  return openPage(NewRequest, {}, { session, first: { ...around, ...first } })
}

const path = (call: number) => addressOf(server.mock.calls[call]?.[0])
const slot = (number: number) => page.getByRole('group', { name: `Time ${number}`, exact: true })
const read = () => userEvent.click(page.getByRole('button', { name: 'Preview' }))

async function fillIn() {
  await page.getByLabelText('Name of interviewer 1').fill('Anneke Visser')
  await page.getByLabelText('Their job title').fill('Recruiter')
  for (const [index, time] of ['10:00', '11:00', '12:00'].entries()) {
    await slot(index + 1)
      .getByLabelText('Day')
      .fill('2026-12-09')
    await slot(index + 1)
      .getByLabelText('From')
      .fill(time)
  }
  await page.getByLabelText(/What happens after/).fill(edition.next)
}

/** A server without messages; `otherwise` answers all other calls. */
function talks(otherwise: (init?: RequestInit) => Promise<Response>) {
  server.mockImplementation((input, init) =>
    addressOf(input).includes('/messages') ? answer({ messages: [], next: null }) : otherwise(init),
  )
}

beforeEach(async () => {
  await freshServer()
  talks(() => answer({}))
  history.replaceState(null, '', '/')
  serverTime.learn(now)
})

test('a time is refused at its field: missing, off the grid, twice, too soon, too far, over', () => {
  const at = (local: string) => new SlotDraft({ local, zone: 'Europe/London' })
  const found = wrongSlots(
    [
      new SlotDraft(),
      at('2026-12-09T10:02'),
      at('2026-12-09T10:00'),
      at('2026-12-09T10:00'),
      at('2026-11-25T19:55'),
      at('2027-03-01T10:00'),
      at('2026-11-25T17:00'),
    ],
    new Date(now),
  )
  expect(found.map((words) => words?.slice(0, 20))).toEqual([
    'Time 1: Choose a day',
    'Time 2: Use steps of',
    undefined,
    'Time 4: You have ent',
    'Time 5: This time is',
    'Time 6: This time is',
    'Time 7: This time is',
  ])
})

test('times that overlap are named, each with the other', () => {
  const at = (local: string) => new SlotDraft({ local, zone: 'Europe/London' })
  const slots = [at('2026-12-09T10:00'), at('2026-12-09T10:40'), at('2026-12-09T11:00')]
  expect(slots.map((_, index) => overlapOf(slots, index, 40))).toEqual([0, 3, 2])
  expect(slots.map((_, index) => overlapOf(slots, index, 20))).toEqual([0, 0, 0])
  expect(overlapOf([new SlotDraft(), at('2026-12-09T10:00')], 0, 40)).toBe(0)
})

test('an hour that the clocks repeat is a choice between two instants', () => {
  const refusal = new ApiError({
    type: '/problems/slot-time-ambiguous',
    title: '',
    status: 422,
    choices: ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'],
  })
  const twice = new SlotDraft({ local: '2026-10-25T01:30', zone: 'Europe/London' })
  expect(choicesIn(refusal, twice)?.map(({ offset }) => offset)).toEqual(['+01:00', '+00:00'])
})

test('an hour that the clocks skip or repeat is reported before the preview', () => {
  const at = (local: string, offset?: string) =>
    new SlotDraft({ local, zone: 'Europe/London', ...(offset && { offset }) })
  const found = wrongSlots(
    [
      at('2026-03-29T01:30'),
      at('2026-10-25T01:30'),
      at('2026-10-25T01:35', '+01:00'),
      at('2026-10-25T02:30'),
    ],
    new Date('2026-03-01T12:00:00.000Z'),
  )
  expect(found.slice(0, 3).map((words) => words?.slice(0, 20))).toEqual([
    'Time 1: The clocks c',
    'Time 2: The clocks c',
    'Time 3: This time is',
  ])
  const twice = at('2026-10-25T01:30')
  expect(ownChoices(twice)?.map(({ offset }) => offset)).toEqual(['+01:00', '+00:00'])
  expect(ownChoices(at('2026-10-25T02:30'))).toBeUndefined()
})

const asked = (more: Partial<Asked>) => ({
  '/api/interview-requests': {
    side: 'employer',
    requests: [{ ...aRequest(), ...noMeeting, pseudonym, ...more }],
  },
})
const again = { from: '2026-12-20T00:00:00.000Z', otherOpeningOnly: false }

test.each([
  [
    'is asked already',
    asked({ state: 'delivered' }),
    'Your organization has already asked this person',
  ],
  ['was asked lately', asked({ state: 'expired', again }), 'You cannot ask this person yet'],
  [
    'said no to this opening',
    asked({ state: 'declined', again: { ...again, otherOpeningOnly: true } }),
    'They said no to this opening',
  ],
  [
    'is asked by an employer whose approval ran out',
    { '/api/organization': { ...organization, approvedUntil: '2026-11-20T12:00:00.000Z' } },
    /approval ended on/,
  ],
])('for a person who %s there is no form', async (_, first, words) => {
  await openNew(first)
  await expect.element(page.getByText(words)).toBeVisible()
  await expect.element(page.getByLabelText('Name of interviewer 1')).not.toBeInTheDocument()
  expect(await violations()).toEqual([])
})

test('before a request is withdrawn, the day from which one can ask again is named', async () => {
  const at = new Date('2026-11-25T18:00:00.000Z')
  expect(againFrom(at)).toEqual(askingAgain('withdrawn', at).from)
  expect(againFrom(new Date('2026-11-25T00:00:00.000Z'))).toEqual(new Date('2026-12-02T00:00:00Z'))
  await openRequest(aRequest({ state: 'delivered' }))
  await userEvent.click(page.getByRole('button', { name: 'Withdraw the request' }))
  await expect
    .element(page.getByRole('dialog'))
    .toMatchTextContent(/You can ask again from .*3.*2026/)
})

test('less pay than was approved is refused before the preview', async () => {
  await openNew()
  await fillIn()
  await page.getByLabelText('Lowest pay').fill('12')
  await read()
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent(/less than in the approved opening/)
  expect(server).not.toHaveBeenCalled()
})

test('pay is compared by the hour, as the Worker compares it', () => {
  const pay = { minimum: 2_000, maximum: 2_400, currency: 'GBP', period: 'month' } as const
  const draft = new RequestDraft({ ...edition, pay, hoursPerWeek: 40 })
  draft.hoursPerWeek = '20'
  draft.pay.minimum = '1000'
  draft.pay.maximum = '1200'
  expect(wrongIn(draft)['pay.minimum']).toBeFalsy()
  draft.pay.minimum = '999'
  expect(wrongIn(draft)['pay.minimum']).toMatch(/less than in the approved opening/)
})

test('nothing is sent before every field is right', async () => {
  await openNew()
  await read()
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Time 3: /)
  await expect.element(page.getByRole('alert')).toHaveFocus()
  expect(server).not.toHaveBeenCalled()
  expect(await violations()).toEqual([])
})

test('a request is read as the student will read it, and then sent', async () => {
  server.mockImplementation((input) =>
    addressOf(input).endsWith('/delivery')
      ? answer({ requestId }, 201)
      : answer({ requestId, state: 'draft', version: 1 }, 201),
  )
  await openNew()
  await fillIn()
  await read()
  await expect
    .element(page.getByRole('heading', { name: 'What the student will read' }))
    .toHaveFocus()
  await expect.element(page.getByText('£12.90', { exact: false }).first()).toBeVisible()
  expect(server).not.toHaveBeenCalled()
  await userEvent.click(page.getByRole('button', { name: 'Send the request' }))
  await vi.waitFor(() => expect(path(1)).toBe(`/api/interview-requests/${requestId}/delivery`))
  expect(sent(0)).toEqual({ pseudonym, openingId })
  expect(sent(1)).toMatchObject({
    content: { pay: { minimum: 12.9 }, minutes: 40, promptedBy: ['collaboration'] },
  })
})

test('a time that the API refuses has its error at that time, and typed text is kept', async () => {
  server.mockImplementation((input) =>
    addressOf(input).endsWith('/delivery')
      ? refused(422, 'slot-time-missing', { fields: ['slots.1'] })
      : answer({ requestId, state: 'draft', version: 1 }, 201),
  )
  await openNew()
  await fillIn()
  await read()
  await userEvent.click(page.getByRole('button', { name: 'Send the request' }))
  await expect.element(slot(2)).toMatchTextContent(/so this time does not exist/)
  await expect.element(page.getByLabelText(/What happens after/)).toHaveValue(edition.next)

  // The request exists already: the next try continues with it.
  await read()
  await userEvent.click(page.getByRole('button', { name: 'Send the request' }))
  await vi.waitFor(() => expect(server).toHaveBeenCalledTimes(3))
  expect(path(2)).toContain('/delivery')
})

test('an error at a field goes once it is changed, whether from this page or the API', async () => {
  await openNew()
  await fillIn()
  await page.getByLabelText('Lowest pay').fill('12')
  await read()
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent(/less than in the approved opening/)
  await page.getByLabelText('Lowest pay').fill('12.90')
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()

  server.mockImplementation((input) =>
    addressOf(input).endsWith('/delivery')
      ? refused(422, 'slot-out-of-range', { fields: ['slots.1'] })
      : answer({ requestId, state: 'draft', version: 1 }, 201),
  )
  await read()
  await userEvent.click(page.getByRole('button', { name: 'Send the request' }))
  await expect.element(slot(2).getByRole('paragraph').first()).toBeVisible()
  await expect.element(slot(2).getByLabelText('Day')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabelText(/What happens after/).fill(`${edition.next} Or we call.`)
  await expect.element(slot(2).getByLabelText('Day')).toHaveAttribute('aria-invalid', 'true')
  await slot(2).getByLabelText('From').fill('15:00')
  await expect.element(slot(2).getByLabelText('Day')).not.toHaveAttribute('aria-invalid')
})

test('a person who is gone meanwhile cannot be asked, and what was written stays', async () => {
  server.mockImplementation(() => refused(404, 'not-found'))
  await openNew()
  await fillIn()
  await read()
  await userEvent.click(page.getByRole('button', { name: 'Send the request' }))
  await expect.element(page.getByText('You cannot ask this person any more')).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: /Change/ }))
  await expect.element(page.getByLabelText(/What happens after/)).toHaveValue(edition.next)
})

test('an expired request says from which day one can ask again', async () => {
  const event = { event: 'expire', by: null, at: '2026-11-01T12:00:00.000Z', cause: null } as never
  const again = { from: '2026-11-16T00:00:00.000Z', otherOpeningOnly: false }
  await openRequest(aRequest({ state: 'expired', deliverAt: null, events: [event], again }))
  await expect.element(page.getByText(/ask again from .*16.*2026/)).toBeVisible()
})

describe('the zone of the times', () => {
  const told = () => page.getByText(/Offer 3 to 10 start times/)

  test('is said to come from the settings, and is changed without leaving what was typed', async () => {
    readAs(session)
    await openNew()
    await expect.element(told()).toMatchTextContent(/time zone from your settings: Europe\/London/)
    const next = page.getByLabelText(/What happens after/)
    await next.fill('We ring you.')
    await page.getByLabelText('From').first().fill('10:00')

    const account = { name: 'Ruth', language: 'en', reading: {}, zone: 'Europe/London', version: 3 }
    server.mockImplementation((_, init) =>
      answer(init?.method === 'PUT' ? { version: 4 } : account),
    )
    await userEvent.click(page.getByRole('button', { name: 'Change your time zone' }))
    await page.getByLabelText('Time zone').selectOptions('Asia/Tokyo')
    await userEvent.click(page.getByRole('button', { name: 'Save the time zone' }))
    await expect.element(told()).toMatchTextContent(/from your settings: Asia\/Tokyo/)
    await expect.element(page.getByText(/now in this time zone: Asia\/Tokyo/)).toBeVisible()
    const put = server.mock.calls.findIndex(([, init]) => init?.method === 'PUT')
    expect(sent(put)).toMatchObject({ name: 'Ruth', zone: 'Asia/Tokyo', version: 3 })
    // Typed times keep their hour, and are not said to be in another zone.
    await expect.element(next).toHaveValue('We ring you.')
    await expect.element(page.getByLabelText('From').first()).toHaveValue('10:00')
    expect(page.getByText(/Europe\/London/).elements()).toEqual([])
    expect(await violations()).toEqual([])
    readAs(session)
  })

  test('is UTC because no other is known', async () => {
    const options = Intl.DateTimeFormat().resolvedOptions()
    const unknown = { ...options, timeZone: 'Etc/Unknown' }
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue(unknown)
    readAs({ reader: { language: 'en', region: 'GB', zone: 'UTC', zoneKnown: false } })
    vi.restoreAllMocks()
    await openNew()
    await expect.element(told()).toMatchTextContent(/settings have no time zone.* UTC/)
    readAs(session)
  })
})

test('times can be added up to ten and removed down to three, by keyboard', async () => {
  await openNew()
  await expect.element(slot(3)).toBeInTheDocument()
  expect(page.getByRole('button', { name: /^Remove/ }).elements()).toHaveLength(0)
  await userEvent.click(page.getByRole('button', { name: 'Add a time' }))
  await expect.element(slot(4).getByLabelText('Day')).toHaveFocus()
  await userEvent.click(slot(4).getByRole('button', { name: /Remove/ }))
  await expect.element(slot(4)).not.toBeInTheDocument()
  await expect.element(slot(3).getByLabelText('Day')).toHaveFocus()
})

test('a draft to somebody who is gone can only be deleted', async () => {
  const gone = aRequest({ state: 'draft', draft: edition, available: false })
  await openRequest(gone)
  await expect.element(page.getByText('You cannot ask this person any more')).toBeVisible()
  await expect.element(page.getByText(/no longer available. Delete the draft/)).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Delete the draft' })).toBeVisible()
  await expect.element(page.getByRole('textbox').first()).not.toBeInTheDocument()
  await expect.element(page.getByRole('button', { name: 'Preview' })).not.toBeInTheDocument()
})

test('undo is offered by the server’s clock, and leads back to the draft', async () => {
  server.mockImplementation((_, init) =>
    init?.method === 'DELETE'
      ? Promise.resolve(new Response(null, { status: 204 }))
      : answer({ side: 'employer', request: aRequest({ state: 'draft', draft: edition }) }),
  )
  await openRequest(aRequest())
  await expect.element(page.getByRole('timer')).toMatchTextContent(/^[45]:\d\d left/)
  await userEvent.click(page.getByRole('button', { name: 'Undo sending' }))
  await expect.element(page.getByText('Not sent yet')).toBeVisible()
  await expect.element(slot(1).getByLabelText('From')).toHaveValue('10:00')
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus()
})

test.each([
  [
    'delivered',
    /^The student already has the request\. You can still withdraw it/,
    'The student has your request',
  ],
  ['queued', /^The five minutes are over, so/, 'We are sending the request'],
] as const)('undoing too late, when it is %s by now, says so once', async (state, words, title) => {
  const over = '2026-11-25T17:59:00.000Z'
  const moved = aRequest({ state, ...(state === 'queued' && { deliverAt: over }) })
  talks((init) =>
    init?.method === 'DELETE'
      ? refused(409, 'interview-request-moved')
      : answer({ side: 'employer', request: moved }),
  )
  await openRequest(aRequest())
  await userEvent.click(page.getByRole('button', { name: 'Undo sending' }))
  const said = page.getByRole('main').getByText(words)
  await expect.element(said).toBeVisible()
  await expect.element(page.getByText('It was too late to undo')).toBeVisible()
  await expect.element(page.getByText(title)).toBeVisible()
  await expect.element(page.getByText('interview-request-moved')).not.toBeInTheDocument()
  // It stays on the page: a message that goes away again would be missed.
  expect(page.getByText(words).elements()).toHaveLength(1)
  const withdraw = page.getByRole('button', { name: 'Withdraw', exact: false })
  expect(withdraw.elements().length > 0).toBe(state === 'delivered')
})

test('once every time on offer has passed, the page says what the two sides can still do', async () => {
  const slot = { startsAt: '2026-11-25T19:00:00.000Z', endsAt: '2026-11-25T19:40:00.000Z' }
  const slots = [{ ...slot, id: 's', zone: 'Europe/London', free: true }]
  const answerBy = '2026-12-09T23:59:00.000Z'
  await openRequest(aRequest({ state: 'delivered', answerBy, slots }))
  await expect
    .element(page.getByText('The student can only say no or ask for other times.'))
    .toBeVisible()
  await expect
    .element(page.getByText(/withdraw this request and ask again from 3 December 2026/))
    .toBeVisible()
  await expect.element(page.getByText(/They can answer until/)).not.toBeInTheDocument()
})

test('a request that ended after its times is not said to have had fourteen days', async () => {
  const slot = { startsAt: '2026-11-25T19:00:00.000Z', endsAt: '2026-11-25T19:40:00.000Z' }
  const slots = [{ ...slot, id: 's', zone: 'Europe/London', free: true }]
  const answerBy = '2026-12-09T23:59:00.000Z'
  await openRequest(aRequest({ state: 'expired', deliverAt: null, answerBy, slots }))
  await expect.element(page.getByText(/All the times that you offered have passed/)).toBeVisible()
  await expect.element(page.getByText(/fourteen days/)).not.toBeInTheDocument()
})

test('a request withdrawn by a colleague meanwhile is shown as such, with one message', async () => {
  const moved = aRequest({ state: 'withdrawn' })
  talks((init) =>
    init?.method === 'POST'
      ? refused(409, 'interview-request-moved')
      : answer({ side: 'employer', request: moved }),
  )
  await openRequest(aRequest({ state: 'delivered', answerBy: '2026-12-09T23:59:00.000Z' }))
  await expect.element(page.getByText(/They can answer until/)).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Withdraw the request' }))
  const dialog = page.getByRole('dialog')
  await userEvent.click(dialog.getByRole('button', { name: 'Withdraw the request' }))
  await expect
    .element(page.getByText(/The request has changed, so we could not do what you asked/))
    .toBeVisible()
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(page.getByText('interview-request-moved')).not.toBeInTheDocument()
})

test('after its five minutes a request can no longer be undone', async () => {
  await openRequest(aRequest({ deliverAt: '2026-11-25T17:59:00.000Z' }))
  await expect.element(page.getByText('We are sending the request')).toBeVisible()
  expect(page.getByRole('button', { name: 'Undo sending' }).elements()).toHaveLength(0)
})

test('a requested change opens the fields it is about, and only those', async () => {
  const event = {
    event: 'ask-revision',
    by: 'student',
    at: null,
    cause: null,
    startsAt: null,
  } as const
  await openRequest(
    aRequest({
      state: 'revision-requested',
      events: [{ ...event, parts: ['hours'], words: 'I could do 24.' }],
    }),
  )
  await expect.element(page.getByText('I could do 24.')).toBeVisible()
  await expect.element(page.getByLabelText('Hours a week')).toHaveValue('30')
  expect(page.getByLabelText('Place of work').elements()).toHaveLength(0)
  expect(await violations()).toEqual([])
})

test('a withdrawn identity is said to be gone', async () => {
  server.mockImplementation(() => refused(404, 'not-found'))
  await openRequest(
    aRequest({ state: 'scheduled', deliverAt: null, disclosureId: crypto.randomUUID() }),
  )
  await expect.element(page.getByText('No longer shared')).toBeVisible()
})

test('nobody can be asked for an opening that waits for approval, and the page says that it waits', async () => {
  const waiting = { content, decidedAt: null, reason: null }
  await openNew({ '/api/openings': { openings: [anOpening({ approved: null, waiting })] } })
  await expect.element(page.getByText('This opening is waiting for approval')).toBeVisible()
  expect(page.getByText('Opening not found').elements()).toHaveLength(0)
})

test('an address without a person does not say that the opening is not found', async () => {
  history.replaceState(null, '', `/?opening=${openingId}`)
  await openPage(NewRequest, {}, { session, first: around })
  await expect.element(page.getByText('You have not chosen a person')).toBeVisible()
})

import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { exactly, time, weekday } from '../../web/lib/format/dates.ts'
import { serverTime } from '../../web/lib/http/server-time.svelte.ts'
import Interviews from '../../web/student/interview/Interviews.svelte'
import Request from '../../web/student/interview/Request.svelte'
import type { Request as Ask, Summary } from '../../web/student/interview/requests.ts'
import { anAsk, identityHash } from './support/asked.ts'
import { addressOf, requestId } from './support/hiring.ts'
import { agreed, anEvent, noMeeting } from './support/interviewing.ts'
import { openPage } from './support/open-page.ts'
import { aSession } from './support/people.ts'
import { answer, freshServer, refused, sent, server } from './support/server.ts'
import { violations } from './support/violations.ts'

const path = `/api/interview-requests/${requestId}`
const accepted = { event: 'accept', by: 'student', at: '2026-11-25T18:00:00.000Z' } as const
const identity = {
  id: '5f1c2d3e-0000-4000-8000-0000000000c2',
  purpose: 'interview-identity',
  fields: ['name', 'email'],
  recipient: 'Harbourline',
  textVersion: '2026-11-1',
  textHash: identityHash,
  grantedAt: accepted.at,
  expiresAt: '2027-05-25T18:00:00.000Z',
  withdrawnAt: null as string | null,
  live: true,
}
const booked = anAsk({ ...agreed, events: [anEvent('accept', 'student')] })

let now: Ask
let consents: (typeof identity)[]

/** `onAnswer` handles a posted answer; it may change the request. */
function open(ask: Ask, onAnswer: () => Promise<Response> = () => answer({}, 201)) {
  now = ask
  server.mockImplementation((input, init) => {
    const address = addressOf(input)
    if (init?.method === 'POST') return onAnswer()
    if (init?.method === 'DELETE') {
      consents = [{ ...identity, live: false, withdrawnAt: accepted.at }]
      return Promise.resolve(new Response(null, { status: 204 }))
    }
    if (address.endsWith('/messages')) return answer({ messages: [], next: null })
    return answer(address.endsWith('/consents') ? { consents } : { side: 'student', request: now })
  })
  const first = { [path]: { side: 'student', request: ask } }
  return openPage(Request, { requestId }, { session: aSession(), first })
}

const posted = () =>
  server.mock.calls.flatMap(([, init], call) => (init?.method === 'POST' ? [sent(call)] : []))
const times = page.getByRole('group', { name: 'When' }).getByRole('radio')
const toAccept = page.getByRole('radio', { name: /^Accept one of the times/ })
const email = page.getByRole('checkbox', { name: /My email address/ })

beforeEach(async () => {
  await freshServer()
  consents = [identity]
  serverTime.learn('2026-11-25T18:00:00.000Z')
})

test('a glance shows who asks, until when, what they know, and first of all the pay', async () => {
  await open(anAsk())
  const title = page.getByRole('heading', { level: 1 })
  await expect.element(title).toHaveTextContent('Harbourline has asked you for an interview')
  await expect.element(page.getByText(/what you have shown in Collaboration/)).toBeVisible()
  await expect.element(page.getByText(/have approved Harbourline/)).toBeVisible()
  await expect.element(page.getByRole('term').first()).toHaveTextContent('Pay')
  expect(await violations()).toEqual([])
})

test('only times that are free can be chosen, in the reader’s zone with the other beside it', async () => {
  await open(anAsk())
  await toAccept.click()
  await expect.element(times.nth(1)).toBeVisible()
  expect(times.elements()).toHaveLength(2)
  await expect.element(page.getByText(/in Asia\/Tokyo/).first()).toBeVisible()
})

test('nothing is chosen before the student chooses it: no answer, no time, nothing shared', async () => {
  await open(anAsk())
  await expect.element(toAccept).not.toBeChecked()
  await expect.element(page.getByRole('button', { name: /^Accept/ })).not.toBeInTheDocument()
  await toAccept.click()
  await expect.element(times.first()).not.toBeChecked()
  await expect.element(email).not.toBeChecked()
  await expect
    .element(page.getByRole('button', { name: 'Accept and share my name', exact: true }))
    .toBeVisible()
})

test('with no free time accepting is not offered, and the page says what to do', async () => {
  await open(anAsk({ slots: anAsk().slots.map((slot) => ({ ...slot, free: false })) }))
  await expect
    .element(page.getByText(/^These times have passed or are no longer free/))
    .toBeVisible()
  await expect.element(toAccept).not.toBeInTheDocument()
  await expect.element(page.getByRole('radio', { name: /Ask for a change/ })).toBeVisible()
  expect(await violations()).toEqual([])
})

test('after two changes, a third is not offered, also if no time is free', async () => {
  const change = page.getByRole('radio', { name: /Ask for a change/ })
  const shown = await open(anAsk({ revisionsLeft: 0 }))
  await expect.element(page.getByText(/You have asked for a change twice/)).toBeVisible()
  await expect.element(toAccept).toBeVisible()
  await expect.element(change).not.toBeInTheDocument()
  await shown.unmount()
  const slots = anAsk().slots.map((slot) => ({ ...slot, free: false }))
  await open(anAsk({ revisionsLeft: 0, slots }))
  await expect.element(page.getByText(/so you cannot accept/)).toBeVisible()
  await expect.element(page.getByRole('radio', { name: /^Decline/ })).toBeVisible()
  await expect.element(change).not.toBeInTheDocument()
  expect(document.body.textContent).not.toMatch(/Ask for other times/)
})

test('the button says what accepting does, and that is what is sent', async () => {
  await open(anAsk(), () => {
    now = booked
    return answer({ requestId, state: 'scheduled', version: 4 }, 201)
  })
  await toAccept.click()
  await email.click()
  await expect
    .element(page.getByRole('button', { name: 'Accept and share my name and my email address' }))
    .toBeVisible()
  await userEvent.click(times.first())
  await email.click()
  await page.getByRole('checkbox', { name: 'A telephone number' }).click()
  await page.getByLabelText('Telephone number').fill('0113 496 0000')
  // oxlint-disable-next-line typescript/no-useless-default-assignment -- the type checker of components wants it
  const { startsAt = '', id: slotId } = anAsk().slots[0] ?? {}
  const when = `${weekday(startsAt)}, ${time(startsAt)}`
  await page
    .getByRole('button', { name: `Accept ${when} and share my name and my telephone number` })
    .click()
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent('Your interview with Harbourline')
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus()
  const fields = { name: true, telephone: '0113 496 0000' }
  expect(posted()).toEqual([
    { answer: 'accept', edition: 1, slotId, textHash: identityHash, fields },
  ])
})

test('a telephone number whose tick was taken away again is not sent', async () => {
  await open(anAsk())
  await toAccept.click()
  await userEvent.click(times.first())
  await email.click()
  const telephone = page.getByRole('checkbox', { name: 'A telephone number' })
  await telephone.click()
  await page.getByLabelText('Telephone number').fill('0113 496 0000')
  await telephone.click()
  await page.getByRole('button', { name: /^Accept .* and share / }).click()
  await expect.poll(posted).toHaveLength(1)
  expect(posted()).toMatchObject([{ fields: { name: true, email: true } }])
  expect(JSON.stringify(posted())).not.toContain('telephone')
})

test('without a time or a way to be reached nothing is sent, and the page says what is missing', async () => {
  await open(anAsk())
  await toAccept.click()
  await page.getByRole('button', { name: /^Accept/ }).click()
  await expect.element(page.getByRole('link', { name: 'Choose one of the times' })).toBeVisible()
  await expect.element(page.getByRole('link', { name: /one way to reach you/ })).toBeVisible()
  expect(posted()).toEqual([])
})

test('declining takes one choice and one press, and no reason', async () => {
  await open(anAsk(), () => {
    now = anAsk({ state: 'declined' })
    return answer({ requestId, state: 'declined', version: 4 }, 201)
  })
  await page.getByRole('radio', { name: /^Decline/ }).click()
  await page.getByRole('button', { name: 'Decline the request' }).click()
  await expect.element(page.getByText(/You declined\. They do not know/)).toBeVisible()
  expect(posted()).toEqual([{ answer: 'decline', edition: 1 }])
})

test('a change is requested by its parts, and the page then shows what was requested', async () => {
  await open(anAsk(), () => {
    const event = { event: 'ask-revision', by: 'student', at: accepted.at } as const
    now = anAsk({
      state: 'revision-requested',
      answerBy: '2026-12-03T23:59:59.999Z',
      events: [{ ...event, startsAt: null, parts: ['pay', 'hours'], words: '20 hours would do.' }],
    })
    return answer({ requestId, state: 'revision-requested', version: 4 }, 201)
  })
  await page.getByRole('radio', { name: /Ask for a change/ }).click()
  await expect
    .element(
      page.getByText(
        /you can no longer choose one of their times.* not send one within seven.days, the request ends/,
      ),
    )
    .toBeVisible()
  await page.getByRole('checkbox', { name: 'Pay' }).click()
  await page.getByRole('checkbox', { name: 'Hours' }).click()
  await page.getByLabelText(/Note \(optional\)/).fill('20 hours would do.')
  await page.getByRole('button', { name: 'Ask for a change: Pay and Hours' }).click()
  await expect.element(page.getByText('You asked for a change: Pay and Hours')).toBeVisible()
  await expect.element(page.getByText('20 hours would do.')).toBeVisible()
  const wish =
    /You can no longer choose the times they offered.* until December.* again, the request ends/
  await expect.element(page.getByText(wish)).toBeVisible()
  expect(posted()).toMatchObject([{ answer: 'ask-revision', parts: ['pay', 'hours'] }])
})

test('a request withdrawn meanwhile is shown as such, with what was being written', async () => {
  await open(anAsk(), () => {
    now = anAsk({ state: 'withdrawn' })
    return refused(409, 'interview-request-moved')
  })
  await page.getByRole('radio', { name: /^Decline/ }).click()
  await page.getByLabelText('Reason (optional)').fill('Too far from home.')
  await page.getByRole('button', { name: 'Decline the request' }).click()
  await expect.element(page.getByText(/The employer cancelled the request/)).toBeVisible()
  await expect.element(page.getByText('Too far from home.')).toBeVisible()
  // The request may have been accepted in another tab, so the page must not say what was shared.
  await expect.element(page.getByText(/so we did not send your answer/)).toBeVisible()
  expect(document.body.textContent).not.toMatch(/We did not share your name/)
  expect(await violations()).toEqual([])
})

test.each([
  ['no-longer-available', /You switched visibility off/],
  ['blocked', /you blocked this employer/],
] as const)(
  'a request that the student ended (%s) is not attributed to the employer',
  async (because, why) => {
    await open(anAsk({ state: 'withdrawn', because }))
    await expect.element(page.getByText(why)).toBeVisible()
    expect(document.body.textContent).not.toMatch(/cancelled the request/)
  },
)

test('a new wording has to be read before it can be answered, and keeps what was typed', async () => {
  await open(anAsk(), () => {
    now = anAsk({ edition: 2 })
    return refused(409, 'interview-request-moved')
  })
  await page.getByRole('radio', { name: /^Decline/ }).click()
  await page.getByLabelText('Reason (optional)').fill('Too far from home.')
  await page.getByRole('button', { name: 'Decline the request' }).click()
  await page.getByRole('button', { name: 'I have read the request again' }).click()
  await expect.element(page.getByLabelText('Reason (optional)')).toHaveValue('Too far from home.')
})

test('a time that somebody else took is reported and removed, and the rest stays', async () => {
  await open(anAsk(), () => {
    now = anAsk({ slots: anAsk().slots.map((slot, index) => ({ ...slot, free: index === 2 })) })
    return refused(409, 'slot-taken')
  })
  await toAccept.click()
  await email.click()
  await userEvent.click(times.first())
  await page.getByRole('button', { name: /^Accept/ }).click()
  await expect.element(page.getByText('This time is no longer free')).toBeVisible()
  await expect
    .element(page.getByRole('button', { name: 'Accept and share my name and my email address' }))
    .toBeVisible()
  expect(times.elements()).toHaveLength(1)
})

test('after acceptance: when, a calendar file, what was shared, and a question before consent is withdrawn', async () => {
  await open(booked)
  await expect
    .element(page.getByRole('link', { name: 'Calendar file' }))
    .toHaveAttribute('download', 'interview.ics')
  await expect
    .element(page.getByText(/They can read your name and your email address until/))
    .toBeVisible()
  expect(await violations()).toEqual([])
  await page.getByRole('button', { name: 'Stop sharing your name' }).click()
  const asks = page
    .getByRole('dialog')
    .getByText(
      /cannot ask you for an interview for this job again. They can ask about another job after thirty days/,
    )
  await expect.element(asks).toBeVisible()
  await page.getByRole('button', { name: 'Stop sharing my name' }).click()
  await expect.element(page.getByText(/^Harbourline can no longer read your name/)).toBeVisible()
})

test('after a cancellation it is said that the employer can no longer read the name', async () => {
  consents = [{ ...identity, live: false, withdrawnAt: '2026-11-26T18:00:00.000Z' }]
  const events = [anEvent('accept', 'student'), anEvent('cancel', 'recruiter')]
  const state = 'cancelled' as const
  await open(anAsk({ ...agreed, state, booking: null, endedBy: 'recruiter', events }))
  await expect
    .element(
      page.getByText(/interview is cancelled\. Harbourline can no longer read your name and/),
    )
    .toBeVisible()
  await expect.element(page.getByText(/They can read/)).not.toBeInTheDocument()
})

const aSummary = (state: Summary['state'], title: string): Summary => ({
  id: title,
  employer: 'Harbourline',
  title,
  state,
  because: null,
  answerBy: '2026-12-08T18:00:00.000Z',
  acceptBy: null,
  ...noMeeting,
})
const around = (list: Summary[]) => ({
  session: aSession(),
  first: { '/api/interview-requests': { side: 'student', requests: list } },
})

/**
 * In this browser's zone. Only the last two words, because the rest depends on the reader's region.
 */
const until = exactly('2026-12-08T18:00:00.000Z').split(' ').slice(-2).join(' ')

test('the deadline has its hour and zone, on the page and in the list', async () => {
  const shown = await openPage(
    Request,
    { requestId },
    {
      session: aSession(),
      first: { [path]: { side: 'student', request: anAsk() } },
    },
  )
  expect(page.getByText(/Answer by /).element().textContent).toContain(until)
  expect(page.getByText(/You lose nothing if you do not answer/).element().textContent).toContain(
    until,
  )
  await shown.unmount()
  await openPage(Interviews, {}, around([aSummary('delivered', 'Assistant')]))
  expect(page.getByText(/Answer by /).element().textContent).toContain(until)
})

test('if the offered times end before the time to answer, every place says until when to accept', async () => {
  const acceptBy = '2026-12-02T12:30:00.000Z'
  const glance = page.getByText(/To accept, answer by .*December.2 at.12:30/)
  const shown = await open(anAsk({ acceptBy }))
  await expect.element(glance).toBeVisible()
  const fine = /^To accept a time, answer by .*December.2 at.* any other answer, .* December.8 at/
  await expect.element(page.getByText(fine)).toBeVisible()
  await shown.unmount()
  await openPage(Interviews, {}, around([{ ...aSummary('delivered', 'Assistant'), acceptBy }]))
  await expect.element(page.getByText(/^Answer by .*December.2 at.12:30/)).toBeVisible()
})

test('the list shows first what waits, and where to go while there is no request', async () => {
  const requests = [aSummary('declined', 'Cook'), aSummary('delivered', 'Assistant')]
  const shown = await openPage(Interviews, {}, around(requests))
  const titles = page.getByRole('heading', { level: 3 }).elements()
  expect(titles.map(({ textContent }) => textContent)).toEqual(['Assistant', 'Cook'])
  await shown.unmount()
  await openPage(Interviews, {}, around([]))
  await expect.element(page.getByRole('link', { name: 'See who can find you' })).toBeVisible()
  await expect.element(page.getByText('No requests in the last 24 months')).toBeVisible()
})

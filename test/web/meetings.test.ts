import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { exactly, time, weekday } from '../../web/lib/format/dates.ts'
import { serverTime } from '../../web/lib/http/server-time.svelte.ts'
import { agreed, anEvent, booked } from './support/interviewing.ts'
import { asksBeforeLeaving } from './support/leaving.ts'
import {
  anInterview,
  openAsEmployer,
  openAsStudent,
  steps,
  theirInterview,
} from './support/meeting-pages.ts'
import { freshServer, refused } from './support/server.ts'
import { violations } from './support/violations.ts'

const heading = page.getByRole('heading', { level: 1 })
const press = (name: string | RegExp) => userEvent.click(page.getByRole('button', { name }))
const unfold = (name: string) => userEvent.click(page.getByText(name, { exact: true }))
const at = (moment: string) => serverTime.learn(moment)

const aSlot = (number: number, startsAt: string, free = true) => ({
  id: `0d5f3a10-0000-4000-8000-00000000001${number}`,
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + 40 * 60_000).toISOString(),
  zone: 'Europe/London',
  free,
})
const [morning, gone] = [
  aSlot(1, '2026-12-10T09:00:00.000Z'),
  aSlot(2, '2026-12-11T09:00:00.000Z', false),
]
const until = '2026-12-09T14:30:00.000Z'
const offered = { by: 'recruiter' as const, version: 4, until, slots: [morning, gone] }
const located = {
  ...booked,
  location: 'https://meet.example/early-team',
  contact: { name: 'Ruth Adeyemi', email: 'ruth@harbourline.example' },
}

beforeEach(async () => {
  await freshServer()
  at('2026-11-25T18:00:00.000Z')
})

test('a student sees the place and the contact, or that they are not known yet', async () => {
  const shown = await openAsStudent({ request: anInterview() })
  await expect
    .element(page.getByText(/Harbourline has not said yet where the interview is/))
    .toBeVisible()
  await shown.unmount()
  await openAsStudent({ request: anInterview({ booking: located }) })
  await expect
    .element(page.getByRole('link', { name: 'https://meet.example/early-team' }))
    .toHaveAttribute('href', 'https://meet.example/early-team')
  await expect
    .element(page.getByRole('link', { name: 'ruth@harbourline.example' }))
    .toHaveAttribute('href', 'mailto:ruth@harbourline.example')
  await expect.element(page.getByText('If you cannot come')).toBeVisible()
  expect(await violations()).toEqual([])
})

test('a student offers up to three other times, and the booked one stays', async () => {
  const slots = [aSlot(3, '2026-12-14T10:00:00.000Z')]
  const afterwards = anInterview({
    offer: { by: 'student', version: 4, until, slots },
    movesLeft: 1,
  })
  await openAsStudent({ request: anInterview(), afterwards })
  await unfold('Offer other times')
  await expect
    .element(page.getByText(/You can ask to move the interview 2 more times/))
    .toBeVisible()
  await press('Offer this time')
  await expect.element(page.getByRole('alert')).toMatchTextContent(/Choose a day and a time/)
  await press('Add a time')
  await press('Add a time')
  expect(page.getByRole('button', { name: 'Add a time' }).elements()).toHaveLength(0)
  await press(/^Remove.*Time 3$/)
  for (const [index, day] of ['2026-12-14', '2026-12-15'].entries()) {
    const slot = page.getByRole('group', { name: `Time ${index + 1}`, exact: true })
    await slot.getByLabelText('Day').fill(day)
    await slot.getByLabelText('From').fill('10:00')
  }
  await press('Offer these times')
  await expect.element(page.getByRole('heading', { name: 'You offered other times' })).toBeVisible()
  await expect.element(heading).toHaveFocus()
  const [[method, door, json] = []] = steps()
  expect([method, door]).toEqual(['POST', 'offers'])
  expect(json).toMatchObject({
    version: 3,
    slots: [{ local: '2026-12-14T10:00' }, { local: '2026-12-15T10:00' }],
  })
  expect(await violations()).toEqual([])
})

test('the booked time cannot be offered as another time', async () => {
  await openAsEmployer({ request: theirInterview() })
  await unfold('Offer other times')
  const local = new Date(Date.parse(booked.startsAt) - new Date().getTimezoneOffset() * 60_000)
  const [day = '', hour = ''] = local.toISOString().split('T')
  await page.getByLabelText('Day').fill(day)
  await page.getByLabelText('From').fill(hour.slice(0, 5))
  await press('Offer this time')
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent(/Your interview is already at this time/)
  expect(steps()).toEqual([])
})

test('one of the other side’s times is taken, and the button says which', async () => {
  const afterwards = anInterview({ booking: { ...booked, ...morning } })
  await openAsStudent({ request: anInterview({ offer: offered }), afterwards })
  await press('Choose a time')
  await expect.element(page.getByRole('link', { name: 'Choose one of the times' })).toBeVisible()
  const times = page.getByRole('group', { name: 'When' }).getByRole('radio')
  await expect.poll(() => times.elements().length).toBe(1)
  await userEvent.click(times.first())
  await press(`Move to ${weekday(morning.startsAt)}, ${time(morning.startsAt)}`)
  await expect.element(page.getByText(/^The interview is now on/)).toBeVisible()
  expect(steps()).toEqual([['POST', 'bookings', { slotId: morning.id }]])
})

test('the booking can be kept, and one’s own offer withdrawn', async () => {
  const offer = { by: 'student' as const, version: 5, until, slots: [morning] }
  const kept = theirInterview()
  const shown = await openAsEmployer({ request: theirInterview({ offer }), afterwards: kept })
  await expect.element(page.getByText(/The student wants to move/)).toBeVisible()
  await press('Keep the time we have')
  await expect
    .element(page.getByRole('heading', { name: 'Other times offered' }))
    .not.toBeInTheDocument()
  await shown.unmount()
  await openAsStudent({ request: anInterview({ offer }), afterwards: anInterview() })
  await press('Remove these times')
  await expect.element(page.getByText('You offered other times')).not.toBeInTheDocument()
  expect(steps().map(([method, door]) => [method, door])).toEqual([
    ['DELETE', 'offers?version=5'],
    ['DELETE', 'offers?version=5'],
  ])
})

test('a time that somebody else took is reported, and the others can still be chosen', async () => {
  const evening = { ...gone, free: true }
  const two = { by: 'recruiter' as const, version: 4, until, slots: [morning, evening] }
  const afterwards = anInterview({
    offer: { ...two, slots: [{ ...morning, free: false }, evening] },
  })
  const onStep = () => refused(409, 'slot-taken')
  await openAsStudent({ request: anInterview({ offer: two }), afterwards, onStep })
  const times = page.getByRole('group', { name: 'When' }).getByRole('radio')
  await userEvent.click(times.first())
  await press(/^Move to/)
  await expect.element(page.getByText(/Someone has just taken this time/)).toBeVisible()
  await expect.poll(() => times.elements()).toHaveLength(1)
})

test('less than two hours before, or after two moves, other times cannot be offered', async () => {
  at('2026-12-09T15:00:00.000Z')
  const shown = await openAsStudent({ request: anInterview() })
  await unfold('Offer other times')
  await expect.element(page.getByText(/starts in less than two hours/)).toBeVisible()
  await shown.unmount()
  at('2026-12-08T15:00:00.000Z')
  await openAsStudent({ request: anInterview({ movesLeft: 0 }) })
  await unfold('Offer other times')
  await expect.element(page.getByText(/You have offered other times twice/)).toBeVisible()
  expect(page.getByLabelText('Day').elements()).toHaveLength(0)
})

test('an employer cancels with a reason, and is told that it can ask again', async () => {
  const event = { ...anEvent('cancel', 'recruiter', 'The post is filled.'), cause: null }
  const afterwards = theirInterview({
    state: 'cancelled',
    booking: null,
    endedBy: 'recruiter',
    events: [{ ...event, startsAt: null }],
  })
  await openAsEmployer({ request: theirInterview(), afterwards })
  await unfold('Cancel the interview')
  await expect.element(page.getByText(/we tell the student at once/)).toBeVisible()
  await press('Cancel this interview')
  await expect.element(page.getByRole('link', { name: /Say in one sentence why/ })).toBeVisible()
  expect(steps()).toEqual([])
  await page.getByLabelText('Reason', { exact: true }).fill('The post is filled.')
  expect(asksBeforeLeaving()).toBe(true)
  await press('Cancel this interview')
  await expect.element(page.getByText('Your organization cancelled the interview')).toBeVisible()
  await expect
    .element(page.getByText(/You can ask this person again\. Your organization wrote/))
    .toBeVisible()
  expect(steps()).toEqual([['POST', 'cancellation', { reason: 'The post is filled.' }]])
  expect(await violations()).toEqual([])
})

test('a student cancels without a reason, after reading what it means for being asked again', async () => {
  const afterwards = anInterview({
    state: 'cancelled',
    booking: null,
    endedBy: 'student',
    events: [{ ...anEvent('accept', 'student'), startsAt: booked.startsAt }],
  })
  await openAsStudent({ request: anInterview(), afterwards })
  await unfold('Cancel the interview')
  await expect.element(page.getByText(/cannot ask you again about this job/)).toBeVisible()
  await press('Cancel this interview')
  await expect.element(page.getByText('You cancelled the interview')).toBeVisible()
  await expect.element(page.getByText(/It was planned for December 9, 2026/)).toBeVisible()
  expect(steps()).toEqual([['POST', 'cancellation', {}]])
})

test('typed text stays if the other side changed the interview first', async () => {
  const afterwards = theirInterview({ state: 'cancelled', booking: null, endedBy: 'student' })
  const onStep = () => refused(409, 'interview-request-moved')
  await openAsEmployer({ request: theirInterview(), afterwards, onStep })
  await unfold('Cancel the interview')
  await page.getByLabelText('Reason', { exact: true }).fill('Our interviewer is ill.')
  await press('Cancel this interview')
  await expect.element(page.getByText('The interview has changed')).toBeVisible()
  expect(page.getByRole('alert').elements()).toHaveLength(1)
  await expect.element(page.getByText('Our interviewer is ill.')).toBeVisible()
  await expect.element(page.getByText('The student cancelled the interview')).toBeVisible()
})

test('it says that typed times are still in the form only if they are', async () => {
  const onStep = () => refused(409, 'interview-request-moved')
  for (const [afterwards, isKept] of [
    [theirInterview({ version: 9 }), true],
    [
      theirInterview({ times: { ...agreed.times, movableUntil: '2026-11-25T09:00:00.000Z' } }),
      false,
    ],
    [theirInterview({ state: 'cancelled', booking: null, endedBy: 'student' }), false],
  ] as const) {
    const shown = await openAsEmployer({ request: theirInterview(), afterwards, onStep })
    await unfold('Offer other times')
    await page.getByLabelText('Day').fill('2026-12-10')
    await page.getByLabelText('From').fill('09:00')
    await press('Offer this time')
    await expect.element(page.getByRole('alert')).toMatchTextContent(/The interview has changed/)
    // The page is loaded again after the refusal.
    const kept = page.getByText(/times you typed are still/)
    await expect.poll(() => kept.elements().length).toBe(isKept ? 1 : 0)
    await shown.unmount()
  }
})

const anneke = { by: 'recruiter', name: 'Anneke Visser', at: '2026-11-25T13:05:00.000Z' }
const quicker = () => refused(409, 'interview-request-moved', { changed: anneke })

test('an offer that was never read is not withdrawn: the page says whose offer is open now', async () => {
  const mine = { by: 'student' as const, version: 5, until, slots: [morning] }
  const afterwards = anInterview({ version: 6, offer: { ...offered, version: 6 } })
  const request = anInterview({ version: 5, offer: mine })
  await openAsStudent({ request, afterwards, onStep: quicker })
  await press('Remove these times')
  await expect.element(page.getByRole('heading', { name: 'Other times offered' })).toBeVisible()
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent(/Harbourline changed it on November 25, 2026/)
})

test('if a colleague saved another place meanwhile, it is shown and typed text stays', async () => {
  const afterwards = theirInterview({ booking: { ...located, sequence: 1 } })
  await openAsEmployer({ request: theirInterview(), afterwards, onStep: quicker })
  await page.getByLabelText('Link to the video call').fill('https://meet.example/mine')
  await page.getByLabelText('Contact name').fill('Tom Hale')
  await page.getByLabelText('Contact email address').fill('tom@harbourline.example')
  await press('Save and tell the student')
  const said = page.getByRole('alert')
  await expect.element(said).toMatchTextContent(/Anneke Visser changed it on November 25, 2026/)
  await expect.element(page.getByRole('link', { name: located.location })).toBeVisible()
  await expect
    .element(page.getByLabelText('Link to the video call'))
    .toHaveValue('https://meet.example/mine')
  expect(steps().map(([, , json]) => json)).toMatchObject([{ sequence: 0 }])
  await press('Save and tell the student')
  await vi.waitFor(() => expect(steps()).toHaveLength(2))
  expect(steps().at(-1)?.[2]).toMatchObject({ sequence: 1, location: 'https://meet.example/mine' })
})

test('an interview that began meanwhile loses its forms, and the page says so once', async () => {
  const onStep = () => {
    at('2026-12-09T16:31:00.000Z')
    return refused(409, 'interview-started')
  }
  await openAsEmployer({ request: theirInterview(), onStep })
  await unfold('Cancel the interview')
  await page.getByLabelText('Reason', { exact: true }).fill('Our interviewer is ill.')
  await press('Cancel this interview')
  await expect.element(page.getByRole('alert')).toMatchTextContent(/The interview has started/)
  expect(page.getByRole('button', { name: 'Cancel this interview' }).elements()).toHaveLength(0)
})

test('both sides are told that a withdrawn consent ended it', async () => {
  const ended = { state: 'cancelled' as const, booking: null, endedBy: 'student' as const }
  const because = 'consent-withdrawn' as const
  const shown = await openAsStudent({ request: anInterview({ ...ended, because }) })
  await expect
    .element(page.getByText(/You stopped sharing your name, so we cancelled the interview/))
    .toBeVisible()
  await shown.unmount()
  const event = { ...anEvent('cancel', 'student'), cause: because }
  const again = { from: '2026-12-26T00:00:00.000Z', otherOpeningOnly: true }
  await openAsEmployer({ request: theirInterview({ ...ended, again, events: [event] }) })
  await expect.element(page.getByText(/The student stopped sharing their name/)).toBeVisible()
  await expect
    .element(
      page.getByText(
        new RegExp(`You can ask about another job from ${exactly('2026-12-26T00:00:00.000Z')}`),
      ),
    )
    .toBeVisible()
})

test('after the end either side says that it took place, or that the other did not come', async () => {
  at('2026-12-09T16:50:00.000Z')
  const shown = await openAsStudent({ request: anInterview() })
  await expect.element(page.getByText('The interview has started')).toBeVisible()
  expect(page.getByRole('button', { name: 'Yes, it took place' }).elements()).toHaveLength(0)
  await unfold('Harbourline did not come')
  await press('Say that Harbourline did not come')
  expect(steps()).toEqual([['POST', 'attendance', { attendance: 'other-side-absent' }]])
  await shown.unmount()
  await freshServer()
  at('2026-12-09T17:20:00.000Z')
  const afterwards = theirInterview({ state: 'held', outcomeDue: '2026-12-16T23:59:59.999Z' })
  await openAsEmployer({ request: theirInterview(), afterwards })
  await press('Yes, it took place')
  await expect.element(page.getByText(/^Due by December 16, 2026/)).toBeVisible()
  expect(steps()).toEqual([['POST', 'attendance', { attendance: 'took-place' }]])
  expect(await violations()).toEqual([])
})

test('a person reported absent can dispute it for three days', async () => {
  const missed = {
    state: 'no-show' as const,
    endedBy: 'student' as const,
    times: { ...agreed.times, disputeUntil: '2026-12-12T17:20:00.000Z' },
  }
  at('2026-12-10T09:00:00.000Z')
  const afterwards = anInterview({ ...missed, endedBy: null })
  const shown = await openAsStudent({ request: anInterview(missed), afterwards })
  await expect.element(page.getByText('Harbourline says that you did not come')).toBeVisible()
  await expect.element(page.getByRole('heading', { name: 'Time of the interview' })).toBeVisible()
  expect(page.getByText('You met').elements()).toHaveLength(0)
  await press('I was there')
  await expect
    .element(page.getByText(/^One side said that the other side did not come/))
    .toBeVisible()
  expect(steps().map(([method, door]) => [method, door])).toEqual([['POST', 'dispute']])
  await shown.unmount()
  at('2026-12-13T09:00:00.000Z')
  await openAsStudent({ request: anInterview(missed) })
  await expect.element(page.getByText(/You can no longer disagree/)).toBeVisible()
  expect(page.getByRole('button', { name: 'I was there' }).elements()).toHaveLength(0)
})

test('if the student says that nobody came, a colleague reads who was to hold the interview', async () => {
  at('2026-12-10T09:00:00.000Z')
  const missed = {
    state: 'no-show' as const,
    endedBy: 'recruiter' as const,
    times: { ...agreed.times, disputeUntil: '2026-12-12T17:20:00.000Z' },
  }
  const afterwards = theirInterview({ ...missed, endedBy: null })
  await openAsEmployer({ request: theirInterview(missed), afterwards })
  await expect.element(page.getByText('The student says that none of your team came')).toBeVisible()
  await expect.element(page.getByText(/The student expected to meet Anneke Visser\./)).toBeVisible()
  expect(page.getByText(/you did not come/).elements()).toHaveLength(0)
  await press('One of us was there')
  await expect
    .element(page.getByText(/^One side said that the other side did not come/))
    .toBeVisible()
  expect(steps().map(([method, door]) => [method, door])).toEqual([['POST', 'dispute']])
})

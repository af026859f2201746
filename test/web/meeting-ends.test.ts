import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { serverTime } from '../../web/lib/http/server-time.svelte.ts'
import { anAsk } from './support/asked.ts'
import { addressOf, aRequest, edition } from './support/hiring.ts'
import { agreed, booked } from './support/interviewing.ts'
import {
  anInterview,
  openAsEmployer,
  openAsStudent,
  steps,
  theirInterview,
} from './support/meeting-pages.ts'
import { answer, freshServer, refused, server } from './support/server.ts'
import { violations } from './support/violations.ts'

const press = (name: string | RegExp) => userEvent.click(page.getByRole('button', { name }))
const due = '2026-12-16T23:59:59.999Z'
const held = { state: 'held' as const, outcomeDue: due }
const feedback = 'You asked the skipper first, which nobody else did.'
const closed = {
  state: 'closed' as const,
  outcomes: [
    {
      by: 'recruiter' as const,
      outcome: 'advance' as const,
      feedback,
      at: '2026-12-11T09:00:00.000Z',
    },
  ],
  times: { ...agreed.times, amendUntil: '2027-06-09T09:00:00.000Z' },
}

beforeEach(async () => {
  await freshServer()
  serverTime.learn('2026-11-25T18:00:00.000Z')
})

test('an employer gives the place for the format, with the recruiter as the contact', async () => {
  await openAsEmployer({ request: theirInterview() })
  await expect.element(page.getByText(/does not know the place yet/)).toBeVisible()
  await expect.element(page.getByLabelText('Contact name')).toHaveValue('Leila Haddad')
  await page.getByLabelText('Link to the video call').fill('http://meet.example/a')
  await page.getByLabelText('Contact email address').fill('')
  await press('Save and tell the student')
  await expect
    .element(page.getByRole('link', { name: /A link with http:\/\/ does not work/ }))
    .toBeVisible()
  await expect.element(page.getByRole('link', { name: /email address or telephone/ })).toBeVisible()
  expect(steps()).toEqual([])
  expect(await violations()).toEqual([])
  await page.getByLabelText('Link to the video call').fill('meet.example/a')
  await page.getByLabelText('Contact telephone number').fill('0113 496 0000')
  await press('Save and tell the student')
  const contact = { name: 'Leila Haddad', telephone: '0113 496 0000' }
  const json = { location: 'meet.example/a', contact, sequence: 0 }
  await expect.poll(steps).toEqual([['PUT', 'meeting', json]])
})

test('for a telephone interview the employer calls the shared number, and needs none of its own', async () => {
  const content = { ...edition, format: 'telephone' as const }
  await openAsEmployer({ request: theirInterview({ content, telephoneShared: true }) })
  await expect.element(page.getByRole('radio', { name: /We call them/ })).toBeChecked()
  await press('Save and tell the student')
  const contact = { name: 'Leila Haddad', email: 'leila@post.example' }
  await expect.poll(steps).toEqual([['PUT', 'meeting', { location: null, contact, sequence: 0 }]])
})

test('the place can be changed until the start, and not after it', async () => {
  const contact = { name: 'Ruth Adeyemi', telephone: '0113 496 0000' }
  const booking = { ...booked, location: 'https://meet.example/a', contact }
  const shown = await openAsEmployer({ request: theirInterview({ booking }) })
  await userEvent.click(page.getByText('Change the place or contact'))
  await expect
    .element(page.getByLabelText('Link to the video call'))
    .toHaveValue('https://meet.example/a')
  await shown.unmount()
  serverTime.learn('2026-12-09T16:40:00.000Z')
  await openAsEmployer({ request: theirInterview({ booking }) })
  await expect.element(page.getByText('Ruth Adeyemi')).toBeVisible()
  expect(page.getByText('Change the place or contact').elements()).toHaveLength(0)
})

test('an employer decides with feedback or says that it gives none', async () => {
  serverTime.learn('2026-12-18T09:00:00.000Z')
  const afterwards = theirInterview({ ...closed })
  await openAsEmployer({ request: theirInterview(held), afterwards })
  await expect.element(page.getByText('Your decision is late')).toBeVisible()
  await press('Tell the student')
  await expect.element(page.getByRole('link', { name: 'Choose your decision' })).toBeVisible()
  await userEvent.click(page.getByRole('radio', { name: /Continue with them/ }))
  await page.getByLabelText('Feedback for the student').fill('Good.')
  await press('Tell the student')
  await expect.element(page.getByRole('link', { name: /at least 20 characters/ })).toBeVisible()
  expect(steps()).toEqual([])
  await userEvent.click(page.getByRole('checkbox', { name: 'No feedback' }))
  expect(await violations()).toEqual([])
  await press('Tell the student')
  await expect.element(page.getByText('You would like to continue with them')).toBeVisible()
  await expect.element(page.getByText('Decided', { exact: true })).toBeVisible()
  expect(steps()).toEqual([['POST', 'outcomes', { outcome: 'advance', feedback: null }]])
})

test('feedback that came too late because of a colleague is shown to be copied', async () => {
  const onStep = () => refused(409, 'interview-request-moved')
  const afterwards = theirInterview({ ...closed, outcomes: [] })
  await openAsEmployer({ request: theirInterview(held), afterwards, onStep })
  await userEvent.click(page.getByRole('radio', { name: /Offer them the job/ }))
  await page.getByLabelText('Feedback for the student').fill(feedback)
  await press('Tell the student')
  await expect.element(page.getByText('The interview has changed')).toBeVisible()
  await expect.element(page.getByText(feedback)).toBeVisible()
})

test('a student waits for the outcome, and keeps a note that nobody else reads', async () => {
  const afterwards = anInterview({ ...held, note: 'The desk is loud.' })
  await openAsStudent({ request: anInterview(held), afterwards })
  await expect.element(page.getByText('Waiting for a decision from Harbourline')).toBeVisible()
  await expect.element(page.getByText(/Only you can read it/)).toBeVisible()
  await page.getByLabelText('How did it go?').fill('The desk is loud.')
  await press('Save the note')
  await expect.element(page.getByText('Saved.', { exact: true })).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Save the note' })).toHaveFocus()
  expect(steps()).toEqual([['PUT', 'note', { words: 'The desk is loud.' }]])
  expect(await violations()).toEqual([])
})

test('both see the outcome, and either adds what happened since', async () => {
  const shown = await openAsStudent({ request: anInterview(closed) })
  await expect.element(page.getByText('Harbourline would like to continue with you')).toBeVisible()
  await expect.element(page.getByText('They decided', { exact: true })).toBeVisible()
  await expect.element(page.getByText(feedback)).toBeVisible()
  await userEvent.click(page.getByText('Add what happened later'))
  await press('Add this')
  await expect.element(page.getByRole('link', { name: 'Choose what happened' })).toBeVisible()
  await userEvent.click(page.getByRole('radio', { name: 'You were hired' }))
  await press('Add this')
  await expect.poll(steps).toEqual([['POST', 'outcomes', { outcome: 'hired' }]])
  expect(await violations()).toEqual([])
  await shown.unmount()
  serverTime.learn('2027-06-10T09:00:00.000Z')
  await openAsEmployer({ request: theirInterview(closed) })
  await expect.element(page.getByText('You would like to continue with them')).toBeVisible()
  expect(page.getByText('Add what happened later').elements()).toHaveLength(0)
})

const said = (number: number, by: 'student' | 'recruiter', words: string) => ({
  id: `0d5f3a10-0000-4000-8000-00000000002${number}`,
  by,
  name: null as string | null,
  topic: null,
  words,
  at: `2026-11-2${number}T18:00:00.000Z`,
})

test('messages are listed with the newest last; earlier ones load on request', async () => {
  const messages = {
    '': { messages: [said(4, 'student', 'Fourth'), said(3, 'recruiter', 'Third')], next: 'm3' },
    m3: { messages: [said(2, 'student', 'Second'), said(1, 'recruiter', 'First')], next: null },
  }
  await openAsStudent({ request: anInterview(), messages })
  const words = () =>
    page
      .getByRole('article')
      .elements()
      .map(({ textContent }) => /First|Second|Third|Fourth/.exec(textContent ?? '')?.[0])
  await expect.poll(words).toEqual(['Third', 'Fourth'])
  await expect.element(page.getByText(/write to each other here until December 23/)).toBeVisible()
  await press('Show earlier messages')
  await expect.poll(words).toEqual(['First', 'Second', 'Third', 'Fourth'])
  expect(page.getByRole('button', { name: 'Show earlier messages' }).elements()).toHaveLength(0)
  expect(await violations()).toEqual([])
})

test('a colleague’s message has their name, and one’s own says so', async () => {
  const theirs = { ...said(4, 'recruiter', 'Fourth'), name: 'Anneke Visser' }
  const messages = { '': { messages: [theirs, said(3, 'recruiter', 'Third')], next: null } }
  await openAsEmployer({ request: theirInterview(), messages })
  const articles = page.getByRole('article')
  await expect.element(articles.first()).toMatchTextContent(/^You/)
  await expect.element(articles.last()).toMatchTextContent(/^Anneke Visser/)
})

test('a year later the page neither shows deleted messages nor says that there were none', async () => {
  serverTime.learn('2027-12-20T09:00:00.000Z')
  const waiting = await openAsStudent({ request: anInterview(held) })
  await expect.element(page.getByText(/so you cannot ask them here/)).toBeVisible()
  await waiting.unmount()
  const disputed = { state: 'no-show' as const, endedBy: null }
  const shown = await openAsStudent({ request: anInterview(disputed) })
  await expect.element(page.getByText(/We do not record that anyone missed/)).toBeVisible()
  expect(document.body.textContent).not.toMatch(/You can send messages/)
  await shown.unmount()
  await openAsStudent({ request: anInterview(closed) })
  await expect
    .element(page.getByText(/We delete each message 12 months after it was sent/))
    .toBeVisible()
  await expect.element(page.getByText(/Nobody wrote one, or we deleted them/)).toBeVisible()
  await expect.element(page.getByRole('heading', { name: 'You met' })).toBeVisible()
  expect(document.body.textContent).not.toMatch(/What was written stays here|If you cannot come/)
  expect(page.getByText('Add what happened later').elements()).toHaveLength(0)
})

test('an opened message is marked as read once, and one that was read before is not', async () => {
  const messages = {
    '': { messages: [said(4, 'recruiter', 'Fourth'), said(3, 'student', 'Third')], next: null },
  }
  const first = await openAsEmployer({ request: theirInterview(), messages })
  await expect.element(page.getByText('Third')).toBeVisible()
  expect(steps()).toEqual([])
  await first.unmount()
  const { id } = said(3, 'student', 'Third')
  const onStep = () => answer({ version: 0 })
  await openAsEmployer({ request: theirInterview({ unreadMessageId: id }), messages, onStep })
  await expect.poll(steps).toEqual([['PUT', 'read-mark', undefined]])
  expect(server.mock.calls.map(([input]) => addressOf(input)).join()).toContain(
    `/messages/${id}/read-mark`,
  )
})

test('a message is sent once, and a refused one stays to be sent again', async () => {
  let tries = 0
  const onStep = () =>
    tries++ === 0
      ? refused(409, 'cannot-write')
      : Promise.resolve(Response.json({}, { status: 201 }))
  await openAsEmployer({ request: theirInterview(), onStep })
  await expect.element(page.getByText('There are no messages yet.')).toBeVisible()
  await press('Send')
  await expect.element(page.getByText('Write a message first')).toBeVisible()
  expect(steps()).toEqual([])
  await page.getByLabelText('Write to the student').fill('Bring a coat.')
  await press('Send')
  await expect.element(page.getByText(/Your message was not sent/)).toBeVisible()
  await expect.element(page.getByLabelText('Write to the student')).toHaveValue('Bring a coat.')
  await press('Send')
  await expect.element(page.getByLabelText('Write to the student')).toHaveValue('')
  const sentOnce = ['POST', 'messages', { words: 'Bring a coat.' }]
  expect(steps()).toEqual([sentOnce, sentOnce])
})

test('before acceptance a student asks for an adjustment, and the employer answers only then', async () => {
  const shown = await openAsStudent({ request: anAsk() })
  await expect.element(page.getByText(/Harbourline does not learn who you are/)).toBeVisible()
  await page.getByLabelText('What do you need?').fill('Captions, please.')
  await press('Send')
  const json = { words: 'Captions, please.', topic: 'adjustment' }
  await expect.poll(steps).toEqual([['POST', 'messages', json]])
  expect(await violations()).toEqual([])
  await shown.unmount()
  const waiting = aRequest({ state: 'delivered', answerBy: '2026-12-08T18:00:00.000Z' })
  const quiet = await openAsEmployer({ request: waiting })
  await expect.element(page.getByText('They have not asked for anything.')).toBeVisible()
  expect(page.getByRole('button', { name: 'Send' }).elements()).toHaveLength(0)
  await quiet.unmount()
  const asked = { ...said(4, 'student', 'Captions, please.'), topic: 'adjustment', at: null }
  await openAsEmployer({ request: waiting, messages: { '': { messages: [asked], next: null } } })
  await expect.element(page.getByText('Captions, please.')).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Send' })).toBeVisible()
})

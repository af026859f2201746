import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import Invite from '../../web/admin/people/Invite.svelte'
import { readAddresses, wrongOnes } from '../../web/admin/people/pasted-addresses.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, refused, sent, server } from './support/server.ts'

beforeEach(freshServer)

const open = (cohorts: object[] = []) =>
  openPage(
    Invite,
    { kind: 'programme' as const },
    {
      session: aSession([aMembership('admin')]),
      first: { '/api/organization': { state: 'approved' }, '/api/cohorts': { cohorts } },
    },
  )

async function invite(emails: string) {
  await page.getByLabelText('Email addresses').fill(emails)
  await userEvent.click(page.getByRole('button', { name: 'Send invitations' }))
}

test('pasted addresses lose names, brackets and duplicates', () => {
  const pasted = `Jane Doe <jane@x.example>, "Doe, John" <john@x.example>; kim@x.example
    KIM@x.example <kim@x.example> <lee@x.example>`
  expect(readAddresses(pasted)).toEqual([
    'jane@x.example',
    'john@x.example',
    'kim@x.example',
    'lee@x.example',
  ])
  expect(readAddresses('John Doe\nkim@x.example lee.x.example')).toEqual([
    'John Doe',
    'kim@x.example',
    'lee.x.example',
  ])
  expect(wrongOnes(['kim@x.example', 'kim@', 'lee'])).toEqual(['kim@', 'lee'])
})

test('a word and a space before an address may be half of it, so neither is invited', () => {
  const pasted = 'ben b@mail.example\nGus Green <gus@mail.example>\nemil.mail.example'
  expect(readAddresses(pasted)).toEqual([
    'ben b@mail.example',
    'gus@mail.example',
    'emil.mail.example',
  ])
  expect(wrongOnes(readAddresses(pasted))).toEqual(['ben b@mail.example', 'emil.mail.example'])
  expect(wrongOnes(readAddresses('b@mail.example ben'))).toEqual(['b@mail.example ben'])
})

test('in the rows of a spreadsheet names are left out, and addresses in quotes are read', () => {
  const rows = [
    'Gus Green\tgus@x.example\tGroup 2',
    'Doe,Jo,jo@x.example',
    '"Kim, Lee";"kim@x.example"',
    'ann@x.example,lea.x.example',
    'al@x.example, bob, cy@x.example',
  ]
  expect(readAddresses(rows.join('\n'))).toEqual([
    'gus@x.example',
    'jo@x.example',
    'kim@x.example',
    'ann@x.example',
    'lea.x.example',
    'al@x.example',
    'bob',
    'cy@x.example',
  ])
})

test('invalid lines of a list are named and stay, and the valid ones are sent', async () => {
  server.mockImplementation(() =>
    answer({ invitations: ['i1'], outcomes: ['invited'], mailed: 1 }, 201),
  )
  await open()
  await invite('Jane Doe <jane@x.example>\nben b@x.example\nkim@')
  await expect
    .element(page.getByRole('alert'))
    .toMatchTextContent(
      /not invite these: ben b@x\.example and kim@\. They .* Correct them, then send again/,
    )
  expect(sent(0)).toMatchObject({ emails: ['jane@x.example'] })
  await expect.element(page.getByLabelText('Email addresses')).toHaveValue('ben b@x.example\nkim@')
  await page.getByLabelText('Email addresses').fill('kim@x.example')
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
})

test('a list of members and invalid lines is not said to be invited', async () => {
  server.mockImplementation(() =>
    answer({ invitations: [], outcomes: ['already-member'], mailed: 0 }, 201),
  )
  await open()
  await invite('jane@x.example\nkim@')
  await expect.element(page.getByRole('alert')).toMatchTextContent(/not invite these: kim@/)
  await expect.element(page.getByText(/did not email jane@x\.example/)).toBeVisible()
  expect(document.body.textContent).not.toMatch(/We invited|sent/)
})

test('one address in two spellings is one invitation, counted once', async () => {
  server.mockImplementation(() =>
    answer({ invitations: ['i1'], outcomes: ['invited'], mailed: 1 }, 201),
  )
  await open()
  await invite('Kim@X.example\nkim@x.example')
  await expect.element(page.getByText(/One invitation is on its way/)).toBeVisible()
  expect(sent(0)).toMatchObject({ emails: ['Kim@X.example'] })
})

test('members and people not mailed are told apart, without showing who wants no mails', async () => {
  server.mockImplementation(() =>
    answer({ invitations: [], outcomes: ['already-member', 'already-invited'], mailed: 0 }, 201),
  )
  await open()
  await invite('kim@x.example, lee@x.example')
  await expect.element(page.getByText(/kim@x.example.* already have this role/)).toBeVisible()
  await expect
    .element(
      page.getByText(
        /lee@x.example.* got an invitation recently, or they have one for another role, or do not want emails/,
      ),
    )
    .toBeVisible()
})

test('more than 40 addresses are counted, and none is sent', async () => {
  await open()
  await invite(Array.from({ length: 43 }, (_, n) => `kim${n}@x.example`).join('\n'))
  await expect.element(page.getByText(/You entered 43/).first()).toBeVisible()
  expect(server).not.toHaveBeenCalled()
})

test('the form opens with the role and the cohort in the address', async () => {
  history.replaceState(null, '', '/people?as=mentor&into=c1#invite')
  await open([{ id: 'c1', name: 'Autumn' }])
  await expect.element(page.getByLabelText('They join as')).toHaveValue('mentor')
  await expect.element(page.getByLabelText('Add to cohort')).toHaveValue('c1')
  await page.getByLabelText('They join as').selectOptions('admin')
  await expect.element(page.getByLabelText('Add to cohort')).not.toBeInTheDocument()
  history.replaceState(null, '', '/')
})

test('the daily limit is named, with the time when it ends', async () => {
  server.mockImplementation(() =>
    Promise.resolve(
      Response.json(
        { type: '/problems/too-many-requests', title: 'Too often', status: 429 },
        { status: 429, headers: { 'retry-after': '7200' } },
      ),
    ),
  )
  await open()
  await invite('kim@x.example')
  await expect
    .element(page.getByText(/500 email addresses a day.*again from .*20\d\d/))
    .toBeVisible()
  await expect.element(page.getByText('Nobody was invited')).toBeVisible()
})

test('errors of the addresses are shown until they change', async () => {
  await open()
  await invite('kim@')
  await expect.element(page.getByText(/kim@/).first()).toBeVisible()
  await page.getByLabelText('Email addresses').fill('kim@x.example')
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()

  server.mockImplementation(() => refused(422, 'invalid-input', { fields: ['emails'] }))
  await userEvent.click(page.getByRole('button', { name: 'Send invitations' }))
  await expect.element(page.getByRole('alert')).toBeVisible()
  await page.getByLabelText('Email addresses').fill('kim@y.example')
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
})

test('people not mailed last time are no longer named once others are invited', async () => {
  server.mockImplementation(() =>
    answer({ invitations: [], outcomes: ['already-member'], mailed: 0 }, 201),
  )
  await open()
  await invite('kim@x.example')
  await expect.element(page.getByText(/kim@x.example.* already have this role/)).toBeVisible()
  server.mockImplementation(() => refused(503, 'unavailable'))
  await invite('lee@x.example')
  await expect.element(page.getByText('unavailable')).toBeVisible()
  await expect
    .element(page.getByText(/kim@x.example.* already have this role/))
    .not.toBeInTheDocument()
})

test('a recruiter invited at a foreign address is named, because they cannot search', async () => {
  const organization = { state: 'approved', domains: ['quay.example'] }
  await openPage(
    Invite,
    { kind: 'employer' as const },
    {
      session: aSession([aMembership('admin', { kind: 'employer' })]),
      first: { '/api/organization': organization },
    },
  )
  server.mockImplementation(() =>
    answer({ invitations: ['i1', 'i2'], outcomes: ['invited', 'invited'], mailed: 2 }, 201),
  )
  await invite('sam@quay.example, kim@elsewhere.example')
  const told = page.getByText(
    /You entered kim@elsewhere\.example\. Invite these people at their work email\.$/,
  )
  await expect.element(told).toBeVisible()
})

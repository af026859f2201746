import { beforeEach, expect, test, vi } from 'vitest'

import Devices from '../../web/account/settings/Devices.svelte'
import Apply from '../../web/account/joining/Apply.svelte'
import Invitation from '../../web/account/joining/Invitation.svelte'
import Closed from '../../web/account/shell/Closed.svelte'
import Join from '../../web/account/joining/Join.svelte'
import Settings from '../../web/account/settings/Settings.svelte'
import SignOut from '../../web/account/session/SignOut.svelte'
import TooYoung from '../../web/account/sign-in/TooYoung.svelte'
import Welcome from '../../web/account/sign-in/Welcome.svelte'
import WelcomeForm from '../../web/account/sign-in/WelcomeForm.svelte'
import { device } from '../../web/lib/draft/device.ts'
import { addressOf } from './support/hiring.ts'
import NoMembership from '../../web/student/home/NoMembership.svelte'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, keyOf, offline, refused, sent, server } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(freshServer)

const account = {
  id: 'a1',
  name: null,
  email: 'leila@post.example',
  language: 'en' as const,
  region: null,
  zone: null,
  birthYear: null,
  birthMonth: null,
  reading: aSession().account.reading,
  version: 1,
}
const left = { role: 'mentor' as const, organizationName: 'Riverside College' }
const thisYear = new Date().getFullYear()

function welcome() {
  const onsaved = vi.fn<() => void>()
  const ontooyoung = vi.fn<() => void>()
  const props = { account, asksBirth: true, onsaved, ontooyoung }
  return { onsaved, ontooyoung, page: openPage(WelcomeForm, props, { session: aSession([]) }) }
}

test('a student says name and year of birth, once', async () => {
  server.mockImplementation(() => answer({ version: 2 }))
  const { onsaved, page: opening } = welcome()
  const page = await opening
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect.element(page.getByRole('alert')).toHaveFocus()
  expect(await violations()).toEqual([])

  await page.getByLabelText('Your name').fill('Leila Haddad')
  await page.getByLabelText('Year you were born').selectOptions(String(thisYear - 25))
  await page.getByRole('button', { name: 'Continue' }).click()
  await vi.waitFor(() => expect(onsaved).toHaveBeenCalledTimes(1))
  expect(sent()).toEqual({
    name: 'Leila Haddad',
    language: 'en',
    birthYear: thisYear - 25,
    version: 1,
  })
})

test('the month is asked only when the year does not settle the age', async () => {
  const { page: opening } = welcome()
  const page = await opening
  await expect.element(page.getByLabelText('Month you were born')).not.toBeInTheDocument()
  await page.getByLabelText('Your name').fill('Tom')
  await page.getByLabelText('Year you were born').selectOptions(String(thisYear - 16))
  await expect.element(page.getByLabelText('Month you were born')).toBeVisible()
  // The first press only shows the month field; the second finds it empty.
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect.element(page.getByLabelText('Month you were born')).toHaveFocus()
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect.element(page.getByRole('alert')).toHaveFocus()
  expect(server).not.toHaveBeenCalled()
})

test('somebody too young is told so at once', async () => {
  server.mockImplementation(() => refused(403, 'minimum-age'))
  const { ontooyoung, page: opening } = welcome()
  const page = await opening
  await page.getByLabelText('Your name').fill('Tom')
  await page.getByLabelText('Year you were born').selectOptions(String(thisYear - 12))
  await page.getByRole('button', { name: 'Continue' }).click()
  // A wrong pick in the list must not delete an account.
  const sure = page.getByRole('dialog', { name: 'Is this right?' })
  await expect.element(sure.getByText(new RegExp(`born in ${thisYear - 12}`))).toBeVisible()
  await sure.getByRole('button', { name: 'Choose again' }).click()
  expect(server).not.toHaveBeenCalled()
  await page.getByRole('button', { name: 'Continue' }).click()
  await sure.getByRole('button', { name: 'Yes, it is right' }).click()
  await vi.waitFor(() => expect(ontooyoung).toHaveBeenCalledTimes(1))
})

test('if the month settles that somebody is too young, the question names month and year', async () => {
  const { page: opening } = welcome()
  const page = await opening
  await page.getByLabelText('Your name').fill('Tom')
  await page.getByLabelText('Year you were born').selectOptions(String(thisYear - 16))
  await page.getByLabelText('Month you were born').selectOptions('December')
  await page.getByRole('button', { name: 'Continue' }).click()
  const sure = page.getByRole('dialog', { name: 'Is this right?' })
  await expect
    .element(sure.getByText(new RegExp(`born in December.${thisYear - 16}\\.`)))
    .toBeVisible()
  expect(server).not.toHaveBeenCalled()
})

test.each([
  [null, /You can change your name and language later/],
  ['Leila Haddad', /before you become a student/],
])('the profile page names what it asks for', async (name, lead) => {
  history.replaceState(null, '', '?as=student')
  const first = { '/api/account': { ...account, name } }
  const page = await openPage(Welcome, {}, { session: aSession(), first })
  await expect.element(page.getByText(lead)).toBeVisible()
  history.replaceState(null, '', location.pathname)
})

test.each([
  // After “Sign in and begin”, nobody has chosen a role yet.
  ['?to=/start/hand-to-hand', /Reviewers never see your name/],
  ['?to=/join&as=student', /Reviewers never see your name/],
  ['?to=/invitations/t1&as=mentor', /the name that people at work know/],
  ['?to=/apply', /the name that people at work know/],
])('the page for the name says who sees it: %s', async (search, hint) => {
  const before = location.href
  history.replaceState(null, '', search)
  const first = { '/api/account': { ...account, birthYear: 1990 } }
  const page = await openPage(Welcome, {}, { session: aSession([]), first })
  await expect.element(page.getByLabelText('Your name')).toHaveAccessibleDescription(hint)
  history.replaceState(null, '', before)
})

test.each([
  ['has a role', aSession([aMembership('mentor')])],
  ['had a role', { ...aSession(), lastLeft: left }],
])('somebody who %s does not read that the account is deleted', async (_, session) => {
  server.mockImplementation(() => refused(403, 'student-minimum-age'))
  const ontooyoung = vi.fn<() => void>()
  const props = { account, asksBirth: true, onsaved: ontooyoung, ontooyoung }
  const page = await openPage(WelcomeForm, props, { session })
  await page.getByLabelText('Your name').fill('Tom')
  await page.getByLabelText('Year you were born').selectOptions(String(thisYear - 12))
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect.element(page.getByText(/We kept your account/)).toBeVisible()
  expect(page.getByText(/delete/).elements()).toEqual([])
  expect(ontooyoung).not.toHaveBeenCalled()
})

test('the page for somebody too young tells nobody who is signed in that the account is deleted', async () => {
  const page = await openPage(TooYoung, {}, { session: aSession([aMembership('mentor')]) })
  await expect.element(page.getByText(/your account is still here/)).toBeVisible()
  expect(page.getByText(/deleted|start again/).elements()).toEqual([])
})

test('the page for somebody too young does not mention an account', async () => {
  const page = await openPage(TooYoung, {})
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent('Mettle is for people aged 16 and over')
})

test.each([
  ['student', [], /Join a programme first/, 'Join a programme'],
  ['mentor', [aMembership('student')], /This page is for mentors/, 'Go to the home page'],
  ['mentor,admin', [], /This page is for mentors and admins/, 'Go to the home page'],
  [
    'mentor',
    [aMembership('student'), aMembership('mentor'), aMembership('recruiter')],
    /for another of your roles/,
    'Go to the home page',
  ],
] as const)('a page for “%s” says why it is closed', async (roles, memberships, title, way) => {
  const page = await openPage(Closed, { roles }, { session: aSession([...memberships]) })
  await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(title)
  await expect.element(page.getByRole('link', { name: way })).toBeVisible()
  // Offered only for a role that can open the page.
  const switches = page.getByRole('button', { name: /Use this role/ }).elements()
  expect(switches).toHaveLength(memberships.length > 1 ? 1 : 0)
})

test.each([
  ['student,mentor', /students and mentors/],
  ['mentor,admin', /mentors and admins/],
])('a page for “%s” says which role ended', async (roles, who) => {
  const session = { ...aSession([]), lastLeft: left }
  const page = await openPage(Closed, { roles }, { session })
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent('Your role as mentor at Riverside College ended')
  await expect.element(page.getByText(who)).toBeVisible()
})

test('the page for joining mentions an open programme only if there is one', async () => {
  const first = (name?: string) => ({
    '/api/programme-memberships/open-programme': { programme: name ? { name } : null },
  })
  const without = await openPage(Join, {}, { session: aSession([]), first: first() })
  await expect
    .element(without.getByText(/You need a code or an invitation from your programme/))
    .toBeVisible()
  expect(document.body.textContent).not.toMatch(/You can also join the open programme/)
  await without.unmount()
  const page = await openPage(Join, {}, { session: aSession([]), first: first('For all') })
  await expect.element(page.getByText(/You can also join the open programme/)).toBeVisible()
})

test('how to join is asked for only until it is chosen', async () => {
  const first = { '/api/programme-memberships/open-programme': { programme: { name: 'For all' } } }
  const page = await openPage(Join, {}, { session: aSession([]), first })
  await page.getByRole('button', { name: 'Join the open programme' }).click()
  await expect.element(page.getByText('Choose how you want to join')).toBeVisible()
  await page.getByLabelText(/As a student/).click()
  await expect.element(page.getByText('Choose how you want to join')).not.toBeInTheDocument()
})

test('an unknown code is reported at the field', async () => {
  server.mockImplementation(() => refused(404, 'join-code-unknown'))
  const first = { '/api/programme-memberships/open-programme': { programme: null } }
  const page = await openPage(Join, {}, { session: aSession([]), first })
  await page.getByLabelText('Code from your programme').fill('RIVER7K2')
  await page.getByRole('button', { name: 'Join with this code' }).click()
  await expect
    .element(page.getByLabelText('Code from your programme'))
    .toHaveAccessibleDescription(/No programme has this code/)
  expect(await violations()).toEqual([])
})

const invitation = {
  organizationName: 'Riverside College',
  kind: 'programme',
  role: 'mentor',
  expiresAt: '2026-12-09T18:00:00.000Z',
}

test('an invitation to another address says so before it asks for a profile', async () => {
  const session = aSession([])
  session.account = { ...session.account, name: null, complete: false }
  server.mockImplementation(() => refused(403, 'invitation-for-somebody-else'))
  // When the page was loaded, the server still said that the invitation was theirs.
  const first = {
    '/api/invitations/t4': invitation,
    '/api/invitations/t4/recipient': { yours: true },
  }
  const page = await openPage(Invitation, { token: 't4' }, { session, first })
  await page.getByRole('button', { name: /Add your details/ }).click()
  await expect.element(page.getByText('invitation-for-somebody-else')).toBeVisible()
  expect(server).toHaveBeenCalledTimes(1)
})

test('an unknown code is reported before the page asks for a profile', async () => {
  server.mockImplementation(() => refused(404, 'join-code-unknown'))
  const session = aSession([])
  session.account = { ...session.account, name: null, complete: false, birthYearKnown: false }
  const first = { '/api/programme-memberships/open-programme': { programme: null } }
  const page = await openPage(Join, {}, { session, first })
  await page.getByLabelText('Code from your programme').fill('RIVER7K2')
  await page.getByRole('button', { name: 'Join with this code' }).click()
  await expect
    .element(page.getByLabelText('Code from your programme'))
    .toHaveAccessibleDescription(/No programme has this code/)
})

test('an error of one way to join goes once the other is tried', async () => {
  server.mockImplementation(() => refused(404, 'join-code-unknown'))
  const first = { '/api/programme-memberships/open-programme': { programme: { name: 'For all' } } }
  const page = await openPage(Join, {}, { session: aSession([]), first })
  const code = page.getByLabelText('Code from your programme')
  await code.fill('RIVER7K2')
  await page.getByRole('button', { name: 'Join with this code' }).click()
  await expect.element(code).toHaveAccessibleDescription(/No programme has this code/)

  server.mockImplementation(() => refused(403, 'adults-only'))
  await page.getByLabelText(/As a student/).click()
  await page.getByRole('button', { name: 'Join the open programme' }).click()
  await expect.element(page.getByText('adults-only')).toBeVisible()
  await expect.element(code).not.toHaveAccessibleDescription(/No programme/)

  server.mockImplementation(() => refused(404, 'join-code-unknown'))
  await page.getByRole('button', { name: 'Join with this code' }).click()
  await expect.element(page.getByText('adults-only')).not.toBeInTheDocument()
})

test('a wrong code is reported until another one is typed', async () => {
  server.mockImplementation(() => refused(404, 'join-code-unknown'))
  const first = { '/api/programme-memberships/open-programme': { programme: null } }
  const page = await openPage(Join, {}, { session: aSession([]), first })
  const code = page.getByLabelText('Code from your programme')
  await code.fill('RIVER7K2')
  await page.getByRole('button', { name: 'Join with this code' }).click()
  await expect.element(code).toHaveAccessibleDescription(/No programme has this code/)
  await code.fill('RIVER7K3')
  await expect.element(code).not.toHaveAccessibleDescription(/No programme/)
})

test('an address at a public mail provider is refused before the form, with what to do', async () => {
  const session = aSession([])
  session.account = { ...session.account, email: 'leila@gmail.com', hasPublicMail: true }
  const page = await openPage(Apply, {}, { session })
  await expect.element(page.getByText('Use your work email')).toBeVisible()
  await expect
    .element(page.getByRole('button', { name: 'Use another email address' }))
    .toBeVisible()
  await expect.element(page.getByLabelText('Legal name')).not.toBeInTheDocument()
  expect(await violations()).toEqual([])
})

test('a person whose application waits does not get the form again', async () => {
  const waiting = aMembership('admin', {
    kind: 'employer',
    organizationName: 'Bright Bakery',
    waiting: true,
  })
  const page = await openPage(Apply, {}, { session: aSession([waiting]) })
  await expect.element(page.getByText('There is no decision yet about Bright Bakery')).toBeVisible()
  await expect.element(page.getByLabelText('Legal name')).not.toBeInTheDocument()
})

test('a declined applicant is told so, and not that they recruit there', async () => {
  const employer = { kind: 'employer', organizationName: 'Bright Bakery', declined: true } as const
  const page = await openPage(Apply, {}, { session: aSession([aMembership('admin', employer)]) })
  await expect
    .element(page.getByText('Your application for Bright Bakery was declined'))
    .toBeVisible()
  await expect.element(page.getByText(/You already recruit/)).not.toBeInTheDocument()
})

test('the application page tells a recruiter that they already have an employer', async () => {
  const employer = aMembership('recruiter', { organizationName: 'Bright Bakery' })
  const page = await openPage(Apply, {}, { session: aSession([employer]) })
  await expect.element(page.getByText('You already recruit for Bright Bakery')).toBeVisible()
  await expect.element(page.getByRole('link', { name: 'Choose your role' })).toBeVisible()
  expect(await violations()).toEqual([])
})

test.each([
  [null, /invited email address/],
  [aSession([]), /Accept and join as mentor/],
])('an invitation offers the next step', async (session, step) => {
  const first = {
    '/api/invitations/t1': invitation,
    '/api/invitations/t1/recipient': { yours: true },
  }
  const page = await openPage(Invitation, { token: 't1' }, { session, first })
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent('Riverside College invites you')
  await expect.element(page.getByText(step)).toBeVisible()
  expect(document.body.textContent).not.toMatch(/another email address/)
  expect(await violations()).toEqual([])
})

test('an invitation for another address offers to use that one, and nothing to accept', async () => {
  const first = {
    '/api/invitations/t1': invitation,
    '/api/invitations/t1/recipient': { yours: false },
  }
  const page = await openPage(Invitation, { token: 't1' }, { session: aSession([]), first })
  await expect.element(page.getByText('This invitation is for another email address')).toBeVisible()
  await expect.element(page.getByText(/signed in as leila@post.example/)).toBeVisible()
  await expect
    .element(page.getByRole('button', { name: 'Use another email address' }))
    .toBeVisible()
  await expect.element(page.getByRole('button', { name: /Accept/ })).not.toBeInTheDocument()
  expect(await violations()).toEqual([])
})

test('an accepted invitation says so, and where to go', async () => {
  server.mockImplementation((path) =>
    addressOf(path).endsWith('/acceptance')
      ? answer({ organizationName: 'Riverside College', role: 'mentor' })
      : refused(404, 'not-found'),
  )
  const page = await openPage(Invitation, { token: 't3' }, { session: aSession() })
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent('You have already joined Riverside College')
  await expect.element(page.getByRole('link', { name: 'Go to your page' })).toBeVisible()
})

test.each([
  ['signed out', null],
  ['signed in', aSession()],
])(
  '%s, an invitation link that does not work says all it can be, and what to do',
  async (_, session) => {
    server.mockImplementation(() => refused(404, 'not-found'))
    const page = await openPage(Invitation, { token: 't2' }, { session })
    await expect
      .element(page.getByRole('heading', { level: 1 }))
      .toHaveTextContent('This invitation link does not work')
    await expect
      .element(page.getByText(/whole link.*already used, was cancelled or is too old/))
      .toBeVisible()
  },
)

test('signed out, a used invitation offers the person who has joined to sign in', async () => {
  server.mockImplementation(() => refused(404, 'not-found'))
  const page = await openPage(Invitation, { token: 't4' })
  await expect.element(page.getByText('If you have joined already, sign in.')).toBeVisible()
  const signIn = page.getByRole('link', { name: 'Sign in' })
  await expect.element(signIn).toHaveAttribute('href', expect.stringMatching(/^\/sign-in\?to=/))
  // The server tells only somebody who is signed in whether they used it.
  expect(server.mock.calls.map(([path]) => addressOf(path))).toEqual(['/api/invitations/t4'])
  expect(await violations()).toEqual([])
})

test('an invitation accepted in another tab meanwhile says so in place of a refusal', async () => {
  let isAccepted = false
  server.mockImplementation((path, init) => {
    if (init?.method === 'POST') isAccepted = true
    const isRead = addressOf(path).endsWith('/acceptance') && init?.method !== 'POST'
    return isAccepted && isRead
      ? answer({ organizationName: 'Riverside College', role: 'mentor' })
      : refused(404, 'not-found')
  })
  const first = {
    '/api/invitations/t5': invitation,
    '/api/invitations/t5/recipient': { yours: true },
  }
  const page = await openPage(Invitation, { token: 't5' }, { session: aSession([]), first })
  await page.getByRole('button', { name: /Join|Accept/ }).click()
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent('You have already joined Riverside College')
})

test('a member of the code’s programme is led to their page', async () => {
  server.mockImplementation(() => refused(409, 'already-member'))
  const first = { '/api/programme-memberships/open-programme': { programme: null } }
  const page = await openPage(Join, {}, { session: aSession(), first })
  await expect.element(page.getByRole('heading', { name: 'Without a code' })).toBeVisible()
  await page.getByLabelText('Code from your programme').fill('RIVER7K2')
  await page.getByRole('button', { name: 'Join with this code' }).click()
  await expect.element(page.getByText(/You don’t need to join again/)).toBeVisible()
  await expect.element(page.getByRole('link', { name: 'Go to the home page' })).toBeVisible()
})

test('settings change reading at once, and keep it', async () => {
  const first = {
    '/api/account': { ...account, name: 'Leila Haddad' },
    '/api/sessions': { sessions: [] },
  }
  server.mockImplementation(() => answer({ version: 2 }))
  const session = aSession([aMembership('student'), aMembership('mentor')])
  const page = await openPage(Settings, {}, { session, first })
  await page.getByRole('radio', { name: 'Larger' }).click()
  await vi.waitFor(() => expect(document.documentElement.dataset['size']).toBe('larger'))
  expect(sent()).toMatchObject({ name: 'Leila Haddad', reading: { size: 'larger' }, version: 1 })
  expect(await violations()).toEqual([])
  document.documentElement.dataset['size'] = 'normal'
})

test('a reading setting chosen offline says so in words that fit, and is saved later', async () => {
  const first = { '/api/account': account, '/api/sessions': { sessions: [] } }
  server.mockImplementation(offline)
  const page = await openPage(Settings, {}, { session: aSession(), first })
  await page.getByRole('radio', { name: 'Larger' }).click()
  await expect.element(page.getByText(/We will save it when you are online/)).toBeVisible()
  expect(page.getByText(/press the button|Copy your text/).elements()).toHaveLength(0)
  expect(await violations()).toEqual([])
  server.mockImplementation(() => answer({ version: 2 }))
  dispatchEvent(new Event('online'))
  await expect
    .element(page.getByText(/We will save it when you are online/))
    .not.toBeInTheDocument()
  expect(sent()).toMatchObject({ reading: { size: 'larger' } })
  document.documentElement.dataset['size'] = 'normal'
})

test('a device can be signed out, but not the one in use', async () => {
  const seen = '2026-11-24T10:00:00.000Z'
  const one = { createdAt: seen, seenAt: seen, sharedComputer: false }
  const sessions = [
    { ...one, id: 's1', device: 'Chrome, Linux', current: true },
    { ...one, id: 's2', device: 'Safari, iPhone', current: false },
  ]
  const page = await openPage(Devices, {}, { first: { '/api/sessions': { sessions } } })
  server.mockImplementation((_, init) =>
    init?.method === 'DELETE'
      ? Promise.resolve(new Response(null, { status: 204 }))
      : answer({ sessions: sessions.slice(0, 1) }),
  )
  await expect
    .element(page.getByRole('button', { name: /End the session on Chrome/ }))
    .not.toBeInTheDocument()
  await page.getByRole('button', { name: /End the session on Safari/ }).click()
  await expect.element(page.getByText('Safari, iPhone')).not.toBeInTheDocument()
  const ended = server.mock.calls.filter(([, init]) => init?.method === 'DELETE')
  expect(ended.map(([path]) => path)).toEqual(['/api/sessions/s2'])
})

test('a session that ended meanwhile is reported, and the list is reloaded', async () => {
  const seen = '2026-11-24T10:00:00.000Z'
  const one = { id: 's2', device: 'Safari, iPhone', createdAt: seen, seenAt: seen }
  const sessions = [{ ...one, sharedComputer: false, current: false }]
  server.mockImplementation((_, init) =>
    init?.method === 'DELETE' ? refused(404, 'not-found') : answer({ sessions: [] }),
  )
  const page = await openPage(Devices, {}, { first: { '/api/sessions': { sessions } } })
  await page.getByRole('button', { name: /End the session on Safari/ }).click()
  await expect.element(page.getByText('Safari, iPhone')).not.toBeInTheDocument()
  await expect.element(page.getByText(/This has changed\. The page/)).toBeVisible()
})

test('if the server asks for a proof, a mailed code continues the same request', async () => {
  const seen = '2026-11-24T10:00:00.000Z'
  const phone = { id: 's2', device: 'Safari, iPhone', createdAt: seen, seenAt: seen }
  const sessions = [{ ...phone, sharedComputer: false, current: false }]
  let proven = false
  server.mockImplementation((address, init) => {
    const asked = address instanceof Request ? address.url : String(address)
    if (asked.endsWith('/codes')) return answer({}, 202)
    if (asked.endsWith('/confirmation')) {
      const isCode = typeof init?.body === 'string' && init.body.includes('7K2MRIVE')
      if (!isCode) return refused(422, 'invalid-input', { fields: ['code'] })
      proven = true
      return answer({}, 201)
    }
    if (init?.method !== 'DELETE') return answer({ sessions: [] })
    if (!proven) return refused(403, 'fresh-proof-needed')
    return Promise.resolve(new Response(null, { status: 204 }))
  })
  const around = { session: aSession(), first: { '/api/sessions': { sessions } } }
  const page = await openPage(Devices, {}, around)
  await page.getByRole('button', { name: /End the session/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await expect.element(dialog.getByText(/We sent a code to leila@post.example/)).toBeVisible()
  expect(await violations()).toEqual([])
  await dialog.getByLabelText('Code from the email').fill('WRONGWRO')
  await dialog.getByRole('button', { name: 'Confirm and continue' }).click()
  await expect
    .element(dialog.getByLabelText('Code from the email'))
    .toHaveAccessibleDescription(/It never has 0, O/)
  await dialog.getByRole('button', { name: 'Send a new code' }).click()
  await expect
    .element(dialog.getByText(/We sent a new code to leila@post.example.*at most 10 codes an hour/))
    .toBeVisible()
  await dialog.getByLabelText('Code from the email').fill('7K2MRIVE')
  await dialog.getByRole('button', { name: 'Confirm and continue' }).click()
  await expect.element(page.getByText('That device is signed out.')).toBeVisible()
  const ends = server.mock.calls.flatMap(([, init], call) =>
    init?.method === 'DELETE' ? [keyOf(call)] : [],
  )
  expect(ends).toHaveLength(2)
  expect(ends[1]).toBe(ends[0])
})

test('signing out asks first while text has not been sent', async () => {
  await device.keep('draft/a1/p1', { value: 'unsent', version: 1 })
  // A session that did end would lead away from this page.
  server.mockImplementation(() => refused(503, 'try-again'))
  const page = await openPage(SignOut, { onstay: () => undefined })
  await expect.element(page.getByText(/is not sent yet/)).toBeVisible()
  expect(server).not.toHaveBeenCalled()
})

test.each([
  [
    'has left one',
    left,
    'You are not in a programme now',
    /Your role as mentor at Riverside College has ended/,
  ],
  ['has never been in one', null, 'You are not in a programme yet', /how you want to use Mettle/],
])('a person who %s is told so on the home page', async (_, lastLeft, title, lead) => {
  const first = {
    '/api/admissions': { admissions: [] },
    '/api/programme-memberships/open-programme': { programme: null },
    '/api/attempts': { attempts: [], mentorIsFree: null },
    '/api/credentials': { credentials: [] },
    '/api/interview-requests': { side: 'student', requests: [] },
  }
  const page = await openPage(NoMembership, {}, { session: { ...aSession([]), lastLeft }, first })
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(title)
  await expect.element(page.getByText(lead)).toBeVisible()
})

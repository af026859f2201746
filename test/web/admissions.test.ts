import type { Component } from 'svelte'
import { beforeEach, describe, expect, test } from 'vitest'

import Join from '../../web/account/joining/Join.svelte'
import Approvals from '../../web/admin/approval/Approvals.svelte'
import { serverTime } from '../../web/lib/http/server-time.svelte.ts'
import { type Admission, openAdmission } from '../../web/lib/page/admissions.ts'
import NoMembership from '../../web/student/home/NoMembership.svelte'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, refused, sent, server } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(async () => {
  await freshServer()
  serverTime.learn('2026-11-25T18:00:00.000Z')
})

const id = '0d5f3a10-0000-4000-8000-000000000001'
const about =
  'I have led a crew of nine for twelve years and taught apprentices to judge their work.'

function anAdmission(more: Partial<Admission> = {}): Admission {
  return {
    id,
    organizationName: 'Open to all',
    askedAt: '2026-11-20T10:00:00.000Z',
    decision: null,
    reason: null,
    decidedAt: null,
    askAgainFrom: null,
    ...more,
  }
}

const declined = anAdmission({
  decision: 'declined',
  reason: 'We look for people who have judged before.',
  decidedAt: '2026-11-23T10:00:00.000Z',
  askAgainFrom: '2026-12-23T10:00:00.000Z',
})

const open = (page: Component, admissions: Admission[], session = aSession([])) =>
  openPage(
    page,
    {},
    {
      session,
      first: {
        '/api/admissions': { admissions },
        '/api/programme-memberships/open-programme': { programme: { name: 'Open to all' } },
        '/api/attempts': { attempts: [], mentorIsFree: null },
        '/api/credentials': { credentials: [] },
        '/api/interview-requests': { side: 'student', requests: [] },
      },
    },
  )

test('only the newest request is shown, while it waits or was declined', () => {
  expect(openAdmission([anAdmission(), declined])).toMatchObject({ decision: null })
  expect(openAdmission([declined])).toEqual(declined)
  for (const decision of ['admitted', 'withdrawn'] as const) {
    expect(openAdmission([anAdmission({ decision }), declined])).toBeUndefined()
  }
  expect(openAdmission([])).toBeUndefined()
})

describe('a volunteer who was admitted while signed in', () => {
  const mentor = aMembership('mentor', { organizationName: 'Open to all' })
  const session = { ...aSession([mentor]), acting: null }
  const admitted = anAdmission({ decision: 'admitted', decidedAt: '2026-11-24T10:00:00.000Z' })

  test('reads at home which role is new, and uses it with one button', async () => {
    const page = await open(NoMembership, [admitted], session)
    await expect.element(page.getByText('You are now a mentor of Open to all')).toBeVisible()
    expect(await violations()).toEqual([])
    // A switch that worked would load another page.
    server.mockImplementation(() => refused(503, 'try-again'))
    await page.getByRole('button', { name: 'Start as a mentor' }).click()
    await expect.poll(() => sent(0)).toEqual({ membershipId: mentor.membershipId })
  })

  test('whose role has ended reads nothing of it', async () => {
    const page = await open(NoMembership, [admitted], aSession([]))
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(page.getByText(/You are now a mentor/).elements()).toEqual([])
  })
})

describe('somebody who asked to be a mentor and is not admitted yet', () => {
  test.each([
    ['where one joins', Join],
    ['on their home page', NoMembership],
  ])('sees %s that it waits and what they cannot do yet, and can withdraw it', async (_, place) => {
    const page = await open(place, [anAdmission()])
    await expect.element(page.getByText('You asked to be a mentor of Open to all')).toBeVisible()
    await expect
      .element(page.getByText(/You asked on .*20.*2026\. There is no decision yet/))
      .toBeVisible()
    await expect.element(page.getByText(/you cannot judge or see any answers/)).toBeVisible()
    await expect
      .element(page.getByText(/If you join Open to all as a student, we cancel this request/))
      .toBeVisible()
    expect(await violations()).toEqual([])

    server.mockImplementation((_path, init) =>
      init?.method === 'DELETE'
        ? Promise.resolve(new Response(null, { status: 204 }))
        : answer({ admissions: [] }),
    )
    await page.getByRole('button', { name: 'Cancel my request' }).click()
    await expect
      .element(page.getByText('You asked to be a mentor of Open to all'))
      .not.toBeInTheDocument()
    const taken = server.mock.calls.find(([, init]) => init?.method === 'DELETE')
    expect(taken?.[0]).toBe(`/api/admissions/${id}`)
  })

  test('is not asked again while a request waits', async () => {
    const page = await open(Join, [anAdmission()])
    await expect.element(page.getByRole('radio', { name: /student/i })).toBeVisible()
    await expect.element(page.getByRole('radio', { name: /mentor/i })).not.toBeInTheDocument()
    await expect
      .element(page.getByRole('button', { name: 'Ask to be a mentor' }))
      .not.toBeInTheDocument()
  })
})

test('a declined person is told when, why, and from when they can ask again', async () => {
  const page = await open(Join, [declined])
  await expect
    .element(page.getByText('You were not accepted as a mentor of Open to all'))
    .toBeVisible()
  await expect
    .element(page.getByText(/This was decided on .*23.*2026\. You can ask again from .*23.*2026/))
    .toBeVisible()
  await expect.element(page.getByText(/Their reason: We look for people/)).toBeVisible()
  await expect
    .element(page.getByRole('button', { name: 'Cancel my request' }))
    .not.toBeInTheDocument()
  expect(await violations()).toEqual([])
})

test('a declined person gets the form again only after thirty days', async () => {
  const mentor = (page: Awaited<ReturnType<typeof open>>) =>
    page.getByRole('radio', { name: /mentor/i })
  serverTime.learn('2026-12-23T09:00:00.000Z')
  const early = await open(Join, [declined])
  await expect.element(early.getByRole('radio', { name: /student/i })).toBeVisible()
  await expect.element(mentor(early)).not.toBeInTheDocument()
  await early.unmount()
  serverTime.learn('2026-12-23T11:00:00.000Z')
  await expect.element(mentor(await open(Join, [declined]))).toBeVisible()
})

test('a person who asks writes about themselves, and is then told that it waits', async () => {
  const page = await open(Join, [])
  await page.getByRole('radio', { name: /mentor/i }).click()
  await expect
    .element(page.getByText(/The people who run Open to all read what you write and decide/))
    .toBeVisible()
  await page.getByRole('textbox', { name: 'What should they know about you?' }).fill('Hello')
  await page.getByRole('button', { name: 'Ask to be a mentor' }).click()
  await expect
    .element(page.getByText(/Write at least \d+ characters about yourself/).first())
    .toBeVisible()
  expect(server.mock.calls.filter(([, init]) => init?.method === 'POST')).toHaveLength(0)

  server.mockImplementation((_path, init) =>
    init?.method === 'POST' ? answer({ id }, 201) : answer({ admissions: [anAdmission()] }),
  )
  await page.getByRole('textbox', { name: 'What should they know about you?' }).fill(about)
  await page.getByRole('button', { name: 'Ask to be a mentor' }).click()
  await expect.element(page.getByText('You asked to be a mentor of Open to all')).toBeVisible()
  const asked = server.mock.calls.findIndex(([, init]) => init?.method === 'POST')
  expect(sent(asked)).toEqual({ about })
})

test('a person without a profile fills it in before the form, and comes back', async () => {
  const session = aSession([])
  session.account = { ...session.account, name: null, complete: false }
  const page = await open(Join, [], session)
  await page.getByRole('radio', { name: /mentor/i }).click()
  const link = page.getByRole('link', { name: 'Add your details first' })
  const to = encodeURIComponent('/join?as=mentor&back=')
  await expect.element(link).toHaveAttribute('href', `/welcome?to=${to}&as=mentor`)
  expect(page.getByRole('textbox', { name: /What should they know/ }).elements()).toHaveLength(0)
})

describe('a member of the open programme', () => {
  const member = (role: 'student' | 'mentor') =>
    aMembership(role, { organizationName: 'Open to all', open: true })

  test.each(['student', 'mentor'] as const)(
    'as a %s is offered no role there, and acts in the one they have',
    async (role) => {
      const membership = member(role)
      const page = await open(Join, [], aSession([aMembership('student'), membership]))
      await expect
        .element(page.getByText(`You are already a ${role} of Open to all.`))
        .toBeVisible()
      expect(page.getByRole('radio').elements()).toHaveLength(0)
      expect(await violations()).toEqual([])
      server.mockImplementation(() => refused(503, 'unavailable'))
      await page.getByRole('button', { name: `Switch to your ${role} role` }).click()
      await expect.element(page.getByText('unavailable')).toBeVisible()
      expect(sent(0)).toEqual({ membershipId: membership.membershipId })
    },
  )

  test('who acts there now is led to the home page', async () => {
    const page = await open(Join, [], aSession([member('mentor')]))
    await expect.element(page.getByText(/You are already a mentor of Open to all/)).toBeVisible()
    await expect.element(page.getByRole('button', { name: /^Use your/ })).not.toBeInTheDocument()
  })
})

describe('the operator’s list', () => {
  const mentor = {
    id,
    name: 'Ines Duarte',
    email: 'ines@post.example',
    about,
    askedAt: '2026-11-20T10:00:00.000Z',
    organizationName: 'Open to all',
  }
  const lists = (mentors: (typeof mentor)[]) => ({
    employers: [],
    changes: [],
    mentors,
    openings: [],
  })
  const openList = (mentors: (typeof mentor)[]) =>
    openPage(
      Approvals,
      {},
      {
        session: aSession([aMembership('admin', { operator: true })]),
        first: { '/api/approvals': lists(mentors) },
      },
    )

  test('shows who volunteers, in their own words, and admits them', async () => {
    const page = await openList([mentor])
    const entry = page.getByRole('article', { name: 'Ines Duarte' })
    await expect.element(entry.getByText(about)).toBeVisible()
    await expect.element(entry.getByText('ines@post.example')).toBeVisible()
    await expect.element(entry.getByText('Open to all')).toBeVisible()
    expect(await violations()).toEqual([])

    server.mockImplementation((_path, init) => answer(init?.method === 'POST' ? { id } : lists([])))
    await page.getByRole('button', { name: /^Approve as a mentor.*Ines Duarte$/ }).click()
    await expect.element(entry).not.toBeInTheDocument()
    expect(sent(0)).toEqual({ subjectKind: 'admission', subjectId: id, decision: 'approved' })
  })

  test('declines only with a reason, which they are told', async () => {
    const page = await openList([mentor])
    const decline = page.getByRole('button', { name: /^Decline with this reason.*Ines Duarte$/ })
    await decline.click()
    expect(server).not.toHaveBeenCalled()
    await page.getByRole('textbox').fill('We look for people who have judged before.')
    const first = { decision: 'admitted', at: '2026-11-21T10:00:00.000Z', by: 'Ada Byron' }
    server.mockImplementation(() => refused(409, 'already-decided', first))
    await decline.click()
    await expect.element(page.getByText(/Ada Byron approved this on .*2026/)).toBeVisible()
    await expect.element(decline).not.toBeInTheDocument()
    expect(sent(0)).toEqual({
      subjectKind: 'admission',
      subjectId: id,
      decision: 'declined',
      reason: 'We look for people who have judged before.',
    })
  })

  test('says when nobody waits', async () => {
    const page = await openList([])
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect.element(page.getByRole('article')).not.toBeInTheDocument()
  })
})

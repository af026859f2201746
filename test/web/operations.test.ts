import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'

import AdminHome from '../../web/admin/home/Home.svelte'
import Operations from '../../web/admin/operation/Operations.svelte'
import type { Operation } from '../../web/admin/operation/reading.ts'
import { redsOf, sectionsOf } from '../../web/admin/operation/sections.ts'
import { serverTime } from '../../web/lib/http/server-time.svelte.ts'
import { openPage } from './support/open-page.ts'
import { allWell, minutesAgo, noDead, now } from './support/operating.ts'
import { aMembership, aSession } from './support/people.ts'
import { freshServer } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(async () => {
  await freshServer()
  serverTime.learn(now)
})

const counted = (n: number, minutes: number) => ({ n, more: false, since: minutesAgo(minutes) })
const due = (lane: number, minutes: number) =>
  allWell.due.map((one) => (one.lane === lane ? { lane, ...counted(3, minutes) } : one))
const { versions, plan, bytes, mail } = allWell
const mailOf = (day: Partial<Operation['mail']['last24Hours']>) => ({
  ...mail,
  last24Hours: { ...mail.last24Hours, ...day },
})

test.each<[what: string, change: Partial<Operation>, reds: string[]]>([
  ['nothing is wrong', {}, []],
  ['the cron ran three minutes ago', { tickedAt: minutesAgo(3) }, []],
  ['the cron ran four minutes ago', { tickedAt: minutesAgo(4) }, ['tick']],
  ['the cron never ran', { tickedAt: null }, ['tick']],
  ['a backup is 36 hours old', { backedUpAt: minutesAgo(36 * 60) }, []],
  ['a backup is older', { backedUpAt: minutesAgo(36 * 60 + 1) }, ['backup']],
  ['there is no backup', { backedUpAt: null }, ['backup']],
  ['a code waits for two minutes', { due: due(0, 2) }, []],
  ['a code waits for three', { due: due(0, 3) }, ['due-0']],
  ['news waits for ten minutes', { due: due(1, 10) }, []],
  ['news waits for eleven', { due: due(1, 11) }, ['due-1']],
  ['the rest waits for an hour', { due: due(2, 60) }, []],
  ['the rest waits for longer', { due: due(2, 61) }, ['due-2']],
  ['a task failed just now', { failing: [{ problem: 'mail-away', ...counted(2, 5) }] }, []],
  [
    'tasks fail for two reasons',
    {
      failing: [
        { problem: 'mail-away', ...counted(90, 5) },
        { problem: 'signer-away', ...counted(2, 61) },
      ],
    },
    ['failing-1'],
  ],
  ['one email in twenty fails', { mail: mailOf({ sent: 38, refused: 1, unknown: 1 }) }, []],
  ['more fail', { mail: mailOf({ sent: 36, refused: 2, unknown: 1 }) }, ['mail-lost']],
  ['a single email failed', { mail: mailOf({ sent: 0, unknown: 1 }) }, []],
  [
    'the limit of emails is reached',
    { mail: { ...mail, fullAt: minutesAgo(5), waiting: 80 } },
    ['mail-quota'],
  ],
  ['an answer is past its date', { brokenPromises: counted(1, 9_000) }, ['broken-promises']],
  ['mentors have enough time', { mentorMinutes: { wanted: 120, givenInAWeek: 120 } }, []],
  ['mentors lack time', { mentorMinutes: { wanted: 124, givenInAWeek: 120 } }, ['mentor-minutes']],
  ['a programme is new', { mentorMinutes: { wanted: 60, givenInAWeek: 0 } }, []],
  ['the signer is away', { signer: { ok: false, problem: 'signer-away' } }, ['signer']],
  ['a badge waits for an hour', { unsigned: counted(1, 60) }, []],
  ['a badge waits for longer', { unsigned: counted(1, 61) }, ['unsigned']],
  ['there is no list yet', { oldestListSignedAt: null }, []],
  ['a list is 37 hours old', { oldestListSignedAt: minutesAgo(37 * 60) }, ['status-lists']],
  ['a database has room', { bytes: { ...bytes, own: 400_000_000 } }, []],
  ['a database is nearly full', { bytes: { ...bytes, own: 401_000_000 } }, ['size']],
  ['the vault is nearly full', { bytes: { ...bytes, vault: 401_000_000 } }, ['vault-size']],
  ['the vault does not say', { bytes: { ...bytes, vault: null } }, []],
  ['a day has room', { changesInADay: { n: 4_000, more: false } }, []],
  ['a day is nearly full', { changesInADay: { n: 4_001, more: false } }, ['changes']],
  [
    'a plan has no limit a day',
    {
      plan: {
        name: 'paid',
        isLocal: false,
        bytes: plan.bytes,
        rowsReadADay: null,
        rowsWrittenADay: null,
      },
      changesInADay: { n: 5_000, more: true },
    },
    [],
  ],
  ['a database is behind', { versions: { ...versions, applied: '0048_plan.sql' } }, ['migration']],
  ['a database is newer', { versions: { ...versions, applied: '0050_templates.sql' } }, []],
  [
    'the vault is behind',
    { versions: { ...versions, vault: { applied: null, expected: '0003_a.sql' } } },
    ['vault-migration'],
  ],
])('where %s, that and nothing else is red', (_, change, reds) => {
  const sections = sectionsOf({ ...allWell, ...change }, new Date(now))
  expect(redsOf(sections, 0).map(({ id }) => id)).toEqual(reds)
  const readings = sections.flatMap((section) => section.readings)
  for (const { isRed, advice } of readings) if (isRed) expect(advice).toMatch(/\w+\./)
  expect(new Set(readings.map(({ id }) => id)).size).toBe(readings.length)
})

const session = aSession([aMembership('admin', { operator: true })])
const open = (operation: Operation, dead: object = noDead) =>
  openPage(
    Operations,
    {},
    { session, first: { '/api/insights/operation': operation, '/api/dead-notes': dead } },
  )

test('says that all is well, and still shows every number', async () => {
  await open(allWell)
  await expect.element(page.getByText('Everything is working')).toBeVisible()
  await expect.element(page.getByText('12.4 MB of 500 MB')).toBeVisible()
  await expect.element(page.getByText('10 hours ago')).toBeVisible()
  await expect.element(page.getByText(/can.t see what you pay for/)).toBeVisible()
  await expect.element(page.getByText('Needs you')).not.toBeInTheDocument()
  expect(await violations()).toEqual([])
})

test('leads to each thing that is red, and says what to do about it', async () => {
  const dead = {
    id: 'a',
    kind: 'decision.made',
    consumer: 'tell',
    subjectId: 'b',
    since: minutesAgo(5_000),
    deadAt: minutesAgo(100),
    problem: 'mail-away',
  }
  await open(
    { ...allWell, tickedAt: minutesAgo(14), backedUpAt: null },
    { notes: [dead], total: 1, dropped: [] },
  )
  await expect.element(page.getByText('3 things need your attention')).toBeVisible()
  const links = page.getByRole('link').elements()
  const targets = links
    .map((link) => link.getAttribute('href'))
    .filter((href) => href?.startsWith('#'))
  expect(targets).toEqual(['#dead', '#tick', '#backup'])
  for (const target of targets) expect(document.querySelector(target ?? '')).not.toBeNull()
  await expect.element(page.getByText(/see the cron and the log of the Worker/)).toBeVisible()
  await expect
    .element(page.getByText(/Make a backup now: “npm run backup -- --to FOLDER --remote”/))
    .toBeVisible()
  await expect
    .element(page.getByText(/docs\/when-something-is-red\.md, under “The cron stopped”/))
    .toBeVisible()
  await expect.element(page.getByRole('button', { name: /Try again/ })).toBeVisible()
  expect(await violations()).toEqual([])
})

const emptyHome = {
  '/api/members': { members: [], next: null, roles: [] },
  '/api/cohorts': { cohorts: [], next: null },
  '/api/invitations': { invitations: [], next: null },
  '/api/insights/late': { late: [], more: false, mentors: 0, mentorNames: [] },
  '/api/insights/funnel': { day: '2026-11-25', shown: false, steps: [], skills: [] },
  '/api/approvals': { employers: [], mentors: [], openings: [] },
}

const openHome = (acting: Parameters<typeof aMembership>[1], last: object) =>
  openPage(
    AdminHome,
    {},
    {
      session: aSession([aMembership('admin', acting)]),
      first: { ...emptyHome, '/api/insights/last-tick': { foundedAt: minutesAgo(9_000), ...last } },
    },
  )

test.each([
  ['11 minutes ago', { tickedAt: minutesAgo(11) }, /It last ran 11 minutes ago/],
  ['never', { tickedAt: null }, /it has never run/],
])('an operator’s admin sees at home that scheduled work last ran %s', async (_, last, words) => {
  await openHome({ operator: true }, last)
  await expect.element(page.getByRole('alert').getByText(words)).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'See what to do' }))
    .toHaveAttribute('href', '/operations#tick')
})

test.each([
  ['it ran ten minutes ago', { operator: true }, { tickedAt: minutesAgo(10) }],
  ['the instance is new', { operator: true }, { tickedAt: null, foundedAt: minutesAgo(1) }],
  ['somebody is the admin of another programme', {}, { tickedAt: null }],
])('and nothing of it where %s', async (_, acting, last) => {
  await openHome(acting, last)
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.element(page.getByText('Scheduled work has stopped')).not.toBeInTheDocument()
})

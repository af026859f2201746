import { beforeEach, expect, test } from 'vitest'

import Pathway from '../../web/student/pathway/Pathway.svelte'
import type { Pathway as Shown, Step } from '../../web/student/pathway/pathways.ts'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, sent, server } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(freshServer)

const id = '3b0e2628-0000-4000-8000-000000000000'
const task = {
  kind: 'credential',
  skill: 'empathy',
  level: 3,
  challenge: { id: 'two-boxes', title: 'Two boxes' },
  title: null,
  credit: null,
  minutes: 45,
} as const
const step = (title: string, more: Partial<Step> = {}): Step => ({
  id: title,
  title,
  credit: 3,
  after: [],
  state: 'next',
  reopened: false,
  tasks: [task],
  minutes: 45,
  ...more,
})
const pathway: Shown = {
  id,
  kind: 'skill',
  title: 'Ready for the ward',
  organizationName: 'Harbour College',
  version: 1,
  enrolment: { id, enrolledAt: '2026-11-20T10:00:00.000Z' },
  isOffered: true,
  newer: null,
  credit: 3,
  creditInAll: 9,
  minutes: 45,
  done: 1,
  steps: [
    step('Work with others', { state: 'done', tasks: [], minutes: null }),
    step('Listen'),
    step('Lead a shift', { state: 'later', after: ['Listen'] }),
  ],
}
const open = (more: Partial<Shown> = {}) =>
  openPage(
    Pathway,
    { pathwayId: id },
    {
      session: aSession([aMembership('student')]),
      first: { [`/api/pathways/${id}`]: { design: null, pathway: { ...pathway, ...more } } },
    },
  )

test('a student reads what is done, what is next and how long it takes', async () => {
  const page = await open()
  await expect.element(page.getByText('1 of 3 steps done')).toBeVisible()
  await expect.element(page.getByText(/About 45 minutes in Mettle/)).toBeVisible()
  await expect.element(page.getByText('First comes: Listen')).toBeVisible()
  await expect.element(page.getByText('Earn the badge Empathy.').first()).toBeVisible()
  expect(await violations()).toEqual([])
  await page.getByText('The same as a list').click()
  const listed = page.getByRole('listitem').filter({ hasText: /^Listen\s*Next\s*About 45 minutes/ })
  await expect.element(listed.last()).toBeVisible()
  expect(await violations()).toEqual([])
})

test('a step that is open again says why', async () => {
  const page = await open({ steps: [step('Listen', { reopened: true })] })
  await expect.element(page.getByText('Open again').first()).toBeVisible()
  await expect.element(page.getByText(/was withdrawn, so the step is open again/)).toBeVisible()
})

test('a student chooses the version that they have read', async () => {
  const page = await open({ enrolment: null })
  server.mockImplementation(() => answer({ id }))
  await page.getByRole('button', { name: 'Choose this pathway' }).click()
  const [path, init] = server.mock.calls[0] ?? []
  expect([path, init?.method]).toEqual(['/api/enrolments', 'POST'])
  expect(sent(0)).toEqual({ pathwayId: id, version: 1 })
})

test('a student moves to a newer version only by their own act', async () => {
  const page = await open({ newer: 2 })
  server.mockImplementation(() => answer({ id }))
  await page.getByRole('button', { name: 'Move to the newer version' }).click()
  expect(sent(0)).toEqual({ pathwayId: id, version: 2 })
})

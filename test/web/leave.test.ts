import { beforeEach, expect, test } from 'vitest'

import Leave from '../../web/account/session/Leave.svelte'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { freshServer } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(freshServer)

const at = { organizationId: crypto.randomUUID() }
const mentor = aMembership('mentor', at)
const admin = aMembership('admin', at)
const elsewhere = aMembership('admin')

test.each([
  [
    'a student',
    [aMembership('student')],
    'Leave Riverside College?',
    /you need a new invitation or code/,
    /without a code|Only this role/,
  ],
  [
    'a student of the open programme',
    [aMembership('student', { open: true })],
    'Leave Riverside College?',
    /you can join again without a code/,
    /you need a new/,
  ],
  [
    'a mentor',
    [mentor, elsewhere],
    'Leave Riverside College?',
    /you need a new invitation\./,
    /Only this role|code/,
  ],
  [
    'a mentor of the open programme',
    [aMembership('mentor', { open: true })],
    'Leave Riverside College?',
    /ask on the page “Join a programme”/,
    /you need a new/,
  ],
  [
    'a mentor who is an admin there too',
    [mentor, admin],
    'End your role as mentor at Riverside College?',
    /You keep your other role in this organization/,
    /can no longer open these pages/,
  ],
  [
    'an admin who is a mentor there too',
    [admin, mentor],
    'End your role as admin at Riverside College?',
    /You keep your other role in this organization/,
    /answers you have started|can no longer open these pages/,
  ],
  [
    'an admin of an employer',
    [aMembership('admin', { kind: 'employer' })],
    'Leave Riverside College?',
    /you need a new invitation\./,
    /answers you have started|code/,
  ],
])('%s reads what leaving ends, and how to come back', async (_, memberships, name, is, isNot) => {
  const [membership = mentor] = memberships
  const props = { membership, onstay: () => {} }
  const page = await openPage(Leave, props, { session: aSession(memberships) })
  const dialog = page.getByRole('dialog', { name })
  await expect.element(dialog.getByText(is)).toBeVisible()
  expect(dialog.getByText(isNot).elements()).toEqual([])
  expect(await violations()).toEqual([])
})

import { beforeEach, expect, test } from 'vitest'

import Worried from '../../web/admin/cohort/Worried.svelte'
import { openPage } from './support/open-page.ts'
import { aMembership, aSession } from './support/people.ts'
import { answer, freshServer, server } from './support/server.ts'
import { violations } from './support/violations.ts'

beforeEach(freshServer)

const submissionId = '3b0e2628-0000-4000-8000-000000000000'
const worried = {
  submissionId,
  challengeTitle: 'Two boxes',
  skill: 'collaboration',
  handedInAt: '2026-11-20T10:00:00.000Z',
  givenBackAt: '2026-11-21T10:00:00.000Z',
  mentor: null,
}
const open = (list: (typeof worried)[]) =>
  openPage(
    Worried,
    {},
    {
      session: aSession([aMembership('admin')]),
      first: { '/api/insights/worried': { worried: list, days: 60 } },
    },
  )

test('an admin is told what asking for a name does, and then sees who wrote the answer', async () => {
  const page = await open([worried])
  await expect.element(page.getByText(/The audit trail records this with your name/)).toBeVisible()
  await expect.element(page.getByText(/Written by/)).not.toBeInTheDocument()
  expect(server).not.toHaveBeenCalled()
  expect(await violations()).toEqual([])

  server.mockImplementation(() => answer({ name: 'Leila Haddad' }))
  await page.getByRole('button', { name: /^Show who wrote it.*Two boxes/ }).click()
  await expect.element(page.getByText('Written by Leila Haddad')).toBeVisible()
  const [path, init] = server.mock.calls[0] ?? []
  expect(path).toBe(`/api/insights/worried/${submissionId}/author`)
  expect(init?.method).toBe('POST')
})

test('without a worry there is nobody to show', async () => {
  const page = await open([])
  await expect.element(page.getByText(/no reviewer gave back an answer/)).toBeVisible()
  await expect.element(page.getByRole('button')).not.toBeInTheDocument()
})

import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import { filesIn, rowsIn } from '../../support/archive.ts'
import { countingDb } from '../../support/counting-db.ts'
import { countingVault } from '../../support/counting-vault.ts'
import { most, theLargestPerson } from '../../support/largest-person.ts'

it('the largest person gets everything in far less than a minute', async () => {
  const person = await theLargestPerson()
  const { DB, trips, queries } = countingDb(env.DB)
  const { VAULT, calls } = countingVault(env.VAULT)
  const begun = Date.now()
  const { status, bytes } = await person.client.get('/api/export', { env: { DB, VAULT } })
  const seconds = (Date.now() - begun) / 1_000
  expect(status).toBe(200)
  const files = filesIn(bytes)
  const letters = Object.values(files).reduce((sum, text) => sum + text.length, 0)
  // The runner hides the output of a passing test, unless run with --silent=false.
  console.log(
    `${seconds} s, ${bytes.length} bytes of ${letters}, ${Object.keys(files).length} files, ${trips()} trips, ${queries()} statements, ${calls()} calls`,
  )
  expect(seconds).toBeLessThan(20)
  expect(bytes.length).toBeLessThan(10_000_000)

  expect(rowsIn(files, 'answers', 'submissions')).toHaveLength(most.attempts)
  expect(rowsIn(files, 'answers', 'drafts')).toHaveLength(most.attempts)
  expect(rowsIn(files, 'reviews', 'reviews')).toHaveLength(most.reviews)
  expect(rowsIn(files, 'reviews', 'ratings')).toHaveLength(most.reviews * 4)
  expect(rowsIn(files, 'results', 'reviews')).toHaveLength(most.attempts * most.reviewers)
  expect(rowsIn(files, 'notices', 'notifications')).toHaveLength(most.notifications)
  expect(rowsIn(files, 'interviews', 'bookings')).toHaveLength(most.interviews)
  expect(rowsIn(files, 'interviews', 'request_messages')).toHaveLength(
    most.interviews * most.messages,
  )
  expect(rowsIn(files, 'audit', 'audit_entries')).toHaveLength(most.auditEntries)
  // A page ends between two rows, so none is there twice.
  const ids = rowsIn(files, 'audit', 'audit_entries').map(({ subject_id: subject }) => subject)
  expect(new Set(ids).size).toBe(most.auditEntries)
  expect(files['interviews.ics']?.match(/BEGIN:VEVENT/g)).toHaveLength(most.interviews)
})

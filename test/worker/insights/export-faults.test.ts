import { env } from 'cloudflare:workers'
import { eq, like } from 'drizzle-orm'
import { beforeAll, describe, expect, it, vi } from 'vitest'

import { sessions } from '../../../worker/accounts/tables.ts'
import type { Bindings } from '../../../worker/env.ts'
import { counters } from '../../../worker/foundation/tables.ts'
import { exportOf, filesIn } from '../../support/archive.ts'
import { anAward } from '../../support/awards.ts'
import { beforeCommit } from '../../support/before-commit.ts'
import { aStudent, db, type Person } from '../../support/builders.ts'
import { countingDb } from '../../support/counting-db.ts'
import { type Fault, failingDb } from '../../support/failing-db.ts'
import { aChallenge, aSubmission } from '../../support/reviews.ts'

vi.spyOn(console, 'warn').mockImplementation(() => {})
vi.spyOn(console, 'error').mockImplementation(() => {})

let student: Person
let paths: string[]
let trips: number

const ask = (bindings: Partial<Bindings>) => student.client.get('/api/export', { env: bindings })

async function used(): Promise<number> {
  const rows = await db
    .select({ n: counters.n })
    .from(counters)
    .where(like(counters.key, `${student.id} %`))
  return rows.reduce((sum, { n }) => sum + n, 0)
}

beforeAll(async () => {
  student = await aStudent()
  await aSubmission(student, await aChallenge())
  await anAward(student)
  paths = Object.keys(await exportOf(student.client))
  const counting = countingDb(env.DB)
  expect((await ask({ DB: counting.DB })).status).toBe(200)
  trips = counting.trips()
  expect(paths.length).toBeGreaterThan(10)
})

describe.each<Fault>(['before', 'after', 'overloaded'])('a round trip that fails: %s', (fault) => {
  it('leaves a whole file that is counted once, or a refusal that costs nothing', async () => {
    expect(trips).toBeGreaterThan(5)
    const outcomes: string[] = []
    for (let n = 1; n <= trips; n++) {
      await db.delete(counters)
      const { status, bytes, headers } = await ask({ DB: failingDb(env.DB, n, fault) })
      outcomes.push(`${n}: ${status}`)
      if (status === 200) {
        expect([Object.keys(filesIn(bytes)), await used()]).toEqual([paths, 1])
      } else {
        expect([status, await used()]).toEqual([503, 0])
        expect(headers.get('retry-after')).toMatch(/^\d+$/)
      }
      expect(Object.keys(await exportOf(student.client))).toEqual(paths)
    }
    // The commit tries again when its outcome is unknown.
    const last = fault === 'overloaded' ? 503 : 200
    expect(outcomes.at(-1)).toBe(`${trips}: ${last}`)
  })
})

describe('a vault', () => {
  const real = env.VAULT
  const vault = (open: Bindings['VAULT']['open']): Bindings['VAULT'] => ({
    create: (owners) => real.create(owners),
    destroy: (owner) => real.destroy(owner),
    unsettled: () => real.unsettled(),
    settle: (owners) => real.settle(owners),
    tidy: () => real.tidy(),
    state: () => real.state(),
    database: () => real.database(),
    open,
  })

  it.each<[string, Bindings['VAULT']['open'], number]>([
    ['is down', () => Promise.reject(new Error('down')), 503],
    ['refuses', () => Promise.resolve({ refused: 'too-many' }), 503],
    // A value that does not open must not look like an empty one.
    ['answers half', () => Promise.resolve({ keys: [], gone: [], unknown: [] }), 500],
  ])('that %s: no file, and the try costs nothing', async (_, open, expected) => {
    await db.delete(counters)
    const { status, headers } = await ask({ VAULT: vault(open) })
    expect([status, headers.get('content-type'), await used()]).toEqual([
      expected,
      'application/problem+json',
      0,
    ])
  })
})

it('a session that ends while the file is made gets no file', async () => {
  const { id, client } = await aStudent()
  const end = () => db.delete(sessions).where(eq(sessions.accountId, id))
  const { status, text } = await client.get('/api/export', {
    env: { DB: beforeCommit(env.DB, end) },
  })
  expect([status, text.startsWith('PK')]).toEqual([401, false])
})

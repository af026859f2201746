import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'

import { accounts } from '../../../worker/accounts/tables.ts'
import { cohortMembers, cohorts, coachings } from '../../../worker/organizations/tables.ts'
import {
  claims,
  conflictsOfInterest,
  reviewPools,
  submissionQueue,
} from '../../../worker/reviews/tables.ts'
import { aProgramme, aStudent, db, type Person } from '../../support/builders.ts'
import {
  aChallenge,
  aPeer,
  aReadyMentor,
  aSubmission,
  hasPractised,
  later,
  type TestChallenge,
} from '../../support/reviews.ts'

let challenge: TestChallenge
let other: TestChallenge
beforeAll(async () => {
  challenge = await aChallenge()
  other = await aChallenge()
})

type Pool = Awaited<ReturnType<typeof aPool>>

/** Each rule of who may review, and one change that breaks it and nothing else. */
const rules: Record<string, (pool: Pool) => Promise<Person | void>> = {
  'never their own answer': async ({ author }) => {
    await hasPractised(author, challenge)
    return author
  },
  'a peer has handed in this challenge': async ({ home }) => {
    const stranger = await aStudent({ in: home })
    await hasPractised(stranger, challenge)
    return stranger
  },
  'only people of the programme': async () => aPeer(await aProgramme(), challenge),
  'a mentor takes no place of a peer': async ({ home }) => aReadyMentor(home, challenge),
  'never a coach of the author': async ({ home, author, peer }) => {
    const mentorId = peer.id
    const ids = { id: crypto.randomUUID(), mentorId, studentId: author.id }
    await db.insert(coachings).values({ ...ids, organizationId: home.id, createdAt: new Date() })
  },
  'once for each answer': ({ author, peer, submission }) =>
    judged(peer, author, { submissionId: submission.id, daysAgo: 400 }),
  'not again after giving it back': ({ author, peer, submission }) =>
    judged(peer, author, { submissionId: submission.id, daysAgo: 400, gaveBack: true }),
  'not if the author ever judged them in this challenge': ({ author, peer }) =>
    judged(author, peer, { daysAgo: 400 }),
  'in a large group, not if the author judged them within 90 days': async (pool) => {
    await judged(pool.author, pool.peer, { in: other, daysAgo: 89 })
    await isLarge(pool)
  },
  'in a large group, not the same author within 90 days': async (pool) => {
    await judged(pool.peer, pool.author, { in: other, daysAgo: 89 })
    await isLarge(pool)
  },
  'in a small group, not the same author in the same challenge within 90 days': (pool) =>
    judged(pool.peer, pool.author, { daysAgo: 89 }),
  'not whom they know': ({ author, peer }) => knows(peer, author),
  'nor who knows them': ({ author, peer }) => knows(author, peer),
  'only in their language': async ({ peer }) => {
    await db.update(accounts).set({ language: 'es' }).where(eq(accounts.id, peer.id))
  },
  'no more than are wanted': async ({ submission }) => {
    const isIt = eq(submissionQueue.submissionId, submission.id)
    await db.update(submissionQueue).set({ assigned: 2, wanted: 2 }).where(isIt)
  },
}

describe('who may review', () => {
  it.each(Object.entries(rules))('%s', async (_, breaks) => {
    const pool = await aPool()
    expect(await offered(pool.peer)).toBe(pool.submission.id)
    const again = await aPool()
    const asker = (await breaks(again)) ?? again.peer
    expect(await offered(asker)).toBeUndefined()
  })

  it.each([
    ['a small group may meet the author of another challenge again', 'peer', 89, false],
    ['a small group may be judged by whom it judged elsewhere', 'author', 89, false],
    ['a large group may meet the same author after 90 days', 'peer', 91, true],
    ['a large group may be judged by whom it judged elsewhere after 90 days', 'author', 91, true],
  ] as const)('%s', async (_, by, daysAgo, large) => {
    const pool = await aPool()
    const [one, whom] = by === 'peer' ? [pool.peer, pool.author] : [pool.author, pool.peer]
    await judged(one, whom, { in: other, daysAgo })
    if (large) await isLarge(pool)
    expect(await offered(pool.peer)).toBe(pool.submission.id)
  })
})

type Queued = Partial<typeof submissionQueue.$inferInsert>

/** The keys of the order, the strongest first: the value that comes first, and one behind it. */
const order: [key: string, first: Queued, behind: Queued][] = [
  ['late', { late: true }, { late: false }],
  ['fewest assigned', { assigned: 0 }, { assigned: 1 }],
  ['another cohort', { cohortId: null }, { cohortId: 'own' }],
  ['larger credit', { credit: 5 }, { credit: -5 }],
  ['older hour', { handInHour: 100 }, { handInHour: 200 }],
  ['dice', { randomOrder: 1 }, { randomOrder: 2 }],
]

describe('what is offered first', () => {
  it.each(order.map(([key], at) => [key, at] as const))(
    '%s decides, whatever the keys behind it say',
    async (_, decisive) => {
      const { home, author, peer } = await aPool()
      const own = await aCohortWith(peer, home.id)
      const submissions = [
        await aSubmission(author, challenge),
        await aSubmission(await aStudent({ in: home }), challenge),
      ]
      for (const [at, { id }] of submissions.entries()) {
        const isFirst = at === 1
        const values = order.map(([, first, behind], key) => {
          if (key < decisive) return first
          return (key === decisive) === isFirst ? first : behind
        })
        const set: Queued = { ...Object.assign({}, ...values), wanted: 2 }
        if (set.cohortId) set.cohortId = own
        await db.update(submissionQueue).set(set).where(eq(submissionQueue.submissionId, id))
      }
      expect(await offered(peer)).toBe(submissions[1]?.id)
    },
  )
})

async function aPool() {
  const home = await aProgramme()
  const author = await aStudent({ in: home })
  const submission = await aSubmission(author, challenge)
  return { home, author, submission, peer: await aPeer(home, challenge) }
}

/** The submission that the next claim is on, if there is one. */
async function offered({ client }: Person): Promise<string | undefined> {
  const { status, body } = await client.post('/api/claims', { challengeId: challenge.id })
  if (status >= 400) throw new Error(`Refused: ${status} ${body.type}`)
  if (!body.claim) return undefined
  const claim = await db.select().from(claims).where(eq(claims.id, body.claim.id)).get()
  return claim?.submissionId ?? undefined
}

interface Judged {
  in?: TestChallenge
  daysAgo: number
  submissionId?: string
  gaveBack?: boolean
}

/** A claim of the past, that was handed in or given back. */
async function judged(reviewer: Person, author: Person, past: Judged): Promise<void> {
  const where = past.in ?? challenge
  const claimedAt = later(new Date(), { days: -past.daysAgo })
  const submissionId = past.submissionId ?? (await aSubmission(author, where)).id
  if (!past.submissionId) {
    await db
      .update(submissionQueue)
      .set({ wanted: 0 })
      .where(eq(submissionQueue.submissionId, submissionId))
  }
  await db.insert(claims).values({
    id: crypto.randomUUID(),
    submissionId,
    reviewerId: reviewer.id,
    authorId: author.id,
    organizationId: author.organizationId,
    challengeId: where.id,
    role: 'peer',
    claimedAt,
    leaseUntil: claimedAt,
    endedAt: claimedAt,
    endReason: past.gaveBack ? 'released' : 'submitted',
    releaseReason: past.gaveBack ? 'conflict' : null,
  })
}

async function isLarge({ home }: Pool): Promise<void> {
  await db.update(reviewPools).set({ small: false }).where(eq(reviewPools.organizationId, home.id))
}

async function knows(one: Person, whom: Person): Promise<void> {
  await db
    .insert(conflictsOfInterest)
    .values({ accountId: one.id, otherId: whom.id, at: new Date() })
}

async function aCohortWith({ membershipId }: Person, organizationId: string): Promise<string> {
  const id = crypto.randomUUID()
  await db.insert(cohorts).values({ id, organizationId, name: id, createdAt: new Date() })
  await db.insert(cohortMembers).values({ cohortId: id, membershipId })
  return id
}

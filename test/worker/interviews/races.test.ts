import { eq } from 'drizzle-orm'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'

import { emailIndex } from '../../../worker/accounts/account/email.ts'
import { hashToken, newToken } from '../../../worker/accounts/session/session.ts'
import { accounts, memberships, sessions } from '../../../worker/accounts/tables.ts'
import { canonicalJson } from '../../../worker/foundation/crypto/canonical.ts'
import { newId } from '../../../worker/foundation/call/id.ts'
import { sealEmail, sealName } from '../../../worker/accounts/account/open-account.ts'
import { sealWording } from '../../../worker/interviews/sealed/wording.ts'
import { sealingCall } from '../../support/sealing.ts'
import { identityConsentText } from '../../../worker/interviews/identity/consent-text.ts'
import {
  bookings,
  interviewEvents,
  interviewRequests,
  requestEditions,
  slots,
} from '../../../worker/interviews/tables.ts'
import { consents, disclosures } from '../../../worker/organizations/tables.ts'
import { openingVersions } from '../../../worker/talent/tables.ts'
import { aProgramme, db } from '../../support/builders.ts'
import { type Answer, Client } from '../../support/client.ts'
import {
  aHiringEmployer,
  aRecruiterOf,
  aVisibleStudent,
  type Hiring,
} from '../../support/hiring.ts'
import { anAsking, aSentRequest, aWording } from '../../support/interviewing.ts'
import { contenders, rounds } from '../../support/size.ts'
import { offerTimes } from '../../support/booking.ts'
import { settle } from '../../support/settle.ts'

const day = 86_400_000
const noon = Math.ceil(Date.now() / day) * day + day / 2

let hiring: Hiring
let textHash: string
let versionId: string

beforeAll(async () => {
  hiring = await aHiringEmployer()
  textHash = (await identityConsentText(hiring.employer.name)).hash
  const version = await db
    .select()
    .from(openingVersions)
    .where(eq(openingVersions.openingId, hiring.openingId))
    .get()
  versionId = version?.id ?? ''
})

describe.each(Array.from({ length: rounds }, (_, n) => n))('round %d', (round) => {
  it(`gives one time to one of ${contenders} students`, async () => {
    const startsAt = new Date(noon + (10 + round) * day)
    const asked = await manyRequests(contenders, startsAt)

    const answers = await Promise.all(asked.map((each) => accept(each)))

    expect(tally(answers)).toEqual({ 201: 1, 'slot-taken': contenders - 1 })
    const winners = asked.filter((_, n) => answers[n]?.status === 201)
    expect(await db.$count(bookings, eq(bookings.startsAt, startsAt))).toBe(1)
    expect(await identitiesOf(asked)).toEqual(winners.map(({ requestId }) => requestId))
  })

  it(`takes one of ${contenders} acceptances of one student`, async () => {
    const [asked] = await manyRequests(1, new Date(noon + (100 + round) * day))
    if (!asked) throw new Error('Nobody was asked.')

    const answers = await Promise.all(Array.from({ length: contenders }, () => accept(asked)))

    expect(tally(answers)).toEqual({ 201: 1, 'interview-request-moved': contenders - 1 })
    await isOneStory(asked.requestId, ['accept'])
    expect(await db.$count(consents, eq(consents.studentId, asked.studentId))).toBe(1)
  })

  it(`lets exactly one of an acceptance and ${contenders - 1} withdrawals win`, async () => {
    const [asked] = await manyRequests(1, new Date(noon + (200 + round) * day))
    if (!asked) throw new Error('Nobody was asked.')
    // A new colleague each round: one person may not ask this often in a minute.
    const { client } = await aRecruiterOf(hiring.employer)
    const withdraw = () => client.post(`/api/interview-requests/${asked.requestId}/withdrawal`)
    const place = Math.floor((contenders * round) / rounds)

    const answers = await Promise.all(
      Array.from({ length: contenders }, (_, n) => (n === place ? accept(asked) : withdraw())),
    )

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const accepted = answers[place]?.status === 201
    await isOneStory(asked.requestId, [accepted ? 'accept' : 'withdraw'])
    expect(await db.$count(disclosures, eq(disclosures.subjectId, asked.requestId))).toBe(
      accepted ? 1 : 0,
    )
    expect(await db.$count(bookings, eq(bookings.requestId, asked.requestId))).toBe(
      accepted ? 1 : 0,
    )
  })

  it(`lets a move and ${contenders - 1} cancellations end in one of them`, async () => {
    const [asked] = await manyRequests(1, new Date(noon + (20 + round) * day))
    if (!asked) throw new Error('Nobody was asked.')
    const path = `/api/interview-requests/${asked.requestId}`
    expect((await accept(asked)).status).toBe(201)
    const other = new Date(noon + (30 + round) * day).toISOString().slice(0, 16)
    const slots = [{ local: other, zone: 'UTC' }]
    expect((await offerTimes(asked.client, { path }, slots)).status).toBe(201)
    const { client } = await aRecruiterOf(hiring.employer)
    const { offer } = (await client.get(path)).body.request
    const move = () => client.post(`${path}/bookings`, { slotId: offer.slots[0].id })
    const cancel = () => client.post(`${path}/cancellation`, { reason: 'The shift is gone.' })
    const place = Math.floor((contenders * round) / rounds)

    const answers = await Promise.all(
      Array.from({ length: contenders }, (_, n) => (n === place ? move() : cancel())),
    )

    // The interview can still be cancelled after a move, by a call that read it as moved.
    const [row, booking] = await db.batch([
      db.select().from(interviewRequests).where(eq(interviewRequests.id, asked.requestId)),
      db.select().from(bookings).where(eq(bookings.requestId, asked.requestId)),
    ])
    const moved = answers[place]?.status === 201
    const cancelled = answers.filter(({ status }, n) => n !== place && status === 201).length
    expect(cancelled).toBe(row[0]?.state === 'cancelled' ? 1 : 0)
    expect(cancelled + (moved ? 1 : 0)).toBeGreaterThanOrEqual(1)
    expect(booking).toHaveLength(1)
    expect(booking[0]?.sequence).toBe((moved ? 1 : 0) + cancelled)
    expect(booking[0]?.endedAt === null).toBe(cancelled === 0)
    expect(booking[0]?.startsAt.toISOString().slice(0, 16) === other).toBe(moved)
    const story = [
      'accept',
      'ask-move',
      ...(moved ? ['move'] : []),
      ...(cancelled ? ['cancel'] : []),
    ]
    await isOneStory(asked.requestId, story)
  })

  it(`lets exactly one of a delivery and ${contenders - 1} undos win`, async () => {
    const sent = await aSentRequest(await anAsking(hiring, await aVisibleStudent()))
    const { client } = await aRecruiterOf(hiring.employer)
    const at = new Date(sent.deliverAt.getTime() - 1_000)
    const undo = () => client.delete(`${sent.path}/delivery`, { at })

    const [, ...answers] = await Promise.all([
      settle(sent.deliverAt),
      ...Array.from({ length: contenders - 1 }, () => undo()),
    ])
    await settle(sent.deliverAt)

    const row = await db
      .select()
      .from(interviewRequests)
      .where(eq(interviewRequests.id, sent.requestId))
      .get()
    const told = await db.$count(disclosures, eq(disclosures.subjectId, sent.requestId))
    const undone = answers.filter(({ status }) => status === 204).length
    expect([row?.state, undone, told]).toEqual(undone === 1 ? ['draft', 1, 0] : ['delivered', 0, 1])
    const events = await db
      .select()
      .from(interviewEvents)
      .where(eq(interviewEvents.requestId, sent.requestId))
    expect(events.map(({ version }) => version)).toEqual([1, 2, 3])
  })
})

interface Asked {
  requestId: string
  studentId: string
  slotId: string
  client: Client
}

/** Students with a delivered request each, all offered the same hour of the same host. */
async function manyRequests(count: number, startsAt: Date): Promise<Asked[]> {
  const home = await aProgramme()
  const now = new Date()
  const call = sealingCall()
  const people = await Promise.all(
    Array.from({ length: count }, async () => {
      const token = newToken()
      const [studentId, requestId, slotId] = [newId(), newId(), newId()]
      const address = `${studentId}@people.example`
      return {
        studentId,
        requestId,
        slotId,
        token,
        email: await sealEmail(call, studentId, address),
        name: await sealName(call, studentId, 'Leila Haddad'),
        content: await sealWording(
          call,
          { id: requestId, organizationId: hiring.employer.id },
          1,
          canonicalJson(aWording()),
        ),
        index: await emailIndex(sealingCall(), address),
        tokenHash: await hashToken(token),
        membershipId: newId(),
      }
    }),
  )
  for (let at = 0; at < people.length; at += 25) {
    const [first, ...rest] = people.slice(at, at + 25).flatMap((person) => rowsOf(person))
    if (first) await db.batch([first, ...rest])
  }
  return people.map(({ studentId, requestId, slotId, token }) => ({
    studentId,
    requestId,
    slotId,
    client: new Client(token),
  }))

  function rowsOf(person: (typeof people)[number]) {
    const { studentId, requestId, slotId, email, name, content, index, tokenHash, membershipId } =
      person
    const request = { requestId, state: 'delivered' as const, edition: 1, at: now }
    return [
      db.insert(accounts).values({
        id: studentId,
        email,
        emailIndex: index,
        emailIndexKey: '1',
        name,
        language: 'en',
        birthYear: 1998,
        reading: '{}',
        createdAt: now,
        version: 1,
      }),
      db.insert(memberships).values({
        id: membershipId,
        accountId: studentId,
        organizationId: home.id,
        role: 'student',
        createdAt: now,
      }),
      db.insert(sessions).values({
        tokenHash,
        id: newId(),
        accountId: studentId,
        membershipId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + day),
        idleSeconds: 86_400,
        seenAt: now,
        provenAt: now,
        sharedComputer: false,
        device: 'Test',
      }),
      db.insert(interviewRequests).values({
        id: requestId,
        organizationId: hiring.employer.id,
        studentId,
        openingId: hiring.openingId,
        recruiterId: hiring.recruiter.id,
        pseudonym: newId(),
        state: 'delivered',
        version: 3,
        edition: 1,
        revisions: 0,
        answerBy: new Date(now.getTime() + 14 * day),
        createdAt: now,
      }),
      db.insert(requestEditions).values({
        requestId,
        number: 1,
        openingVersionId: versionId,
        content,
        sentBy: hiring.recruiter.id,
        createdAt: now,
      }),
      db.insert(slots).values({
        id: slotId,
        requestId,
        edition: 1,
        hostId: hiring.recruiter.id,
        offeredBy: 'recruiter',
        startsAt,
        endsAt: new Date(startsAt.getTime() + 40 * 60_000),
        zone: 'Europe/London',
      }),
      db
        .insert(interviewEvents)
        .values({ ...request, version: 3, event: 'deliver', actor: 'timer' }),
    ]
  }
}

function accept({ client, requestId, slotId }: Asked) {
  return client.post(`/api/interview-requests/${requestId}/answers`, {
    answer: 'accept',
    edition: 1,
    slotId,
    textHash,
    fields: { name: true, email: true },
  })
}

/**
 * The requests for which the student's identity was released: there is a consent or a disclosure.
 */
async function identitiesOf(asked: Asked[]) {
  const { results } = await env.DB.prepare(
    `SELECT DISTINCT r.id FROM json_each(?1) asked JOIN interview_requests r ON r.id = asked.value
     LEFT JOIN disclosures d ON d.subject_id = r.id LEFT JOIN consents c ON c.student_id = r.student_id
     WHERE d.id IS NOT NULL OR c.id IS NOT NULL`,
  )
    .bind(JSON.stringify(asked.map(({ requestId }) => requestId)))
    .all<{ id: string }>()
  return results.map(({ id }) => id)
}

/** How many answers there are of each kind. */
function tally(answers: Answer[]) {
  const kinds = answers.map(({ status, body }) =>
    status === 201 ? '201' : String(body?.type).split('/').at(-1),
  )
  return Object.fromEntries(
    [...new Set(kinds)].map((kind) => [kind, kinds.filter((each) => each === kind).length]),
  )
}

/** One event for each version, and exactly these after the delivery. */
async function isOneStory(requestId: string, after: string[]) {
  const events = await db
    .select()
    .from(interviewEvents)
    .where(eq(interviewEvents.requestId, requestId))
  expect(events.map(({ event }) => event)).toEqual(['deliver', ...after])
  expect(events.map(({ version }) => version)).toEqual([3, ...after.map((_, n) => 4 + n)])
}

import { auditEntries } from '../../worker/audit/tables.ts'
import { sealDraft } from '../../worker/attempts/draft-text.ts'
import { drafts } from '../../worker/attempts/tables.ts'
import { accountOwner, organizationOwner } from '../../worker/foundation/crypto/owner.ts'
import { rowOf, seal } from '../../worker/foundation/crypto/seal.ts'
import type { Statement } from '../../worker/foundation/call/db.ts'
import {
  bookings,
  interviewEvents,
  interviewRequests,
  requestEditions,
  requestMessages,
  slots,
} from '../../worker/interviews/tables.ts'
import { notifications } from '../../worker/notifications/tables.ts'
import { openingVersions } from '../../worker/talent/tables.ts'
import { claims, ratings, reviews } from '../../worker/reviews/tables.ts'
import { decisions } from '../../worker/scoring/tables.ts'
import { aProgramme, aStudent, db, type Organization, type Person } from './builders.ts'
import { aHiringEmployer } from './hiring.ts'
import { aWording } from './interviewing.ts'
import { aChallenge, criteria, handedIn, type TestChallenge } from './reviews.ts'
import { sealingCall } from './sealing.ts'
import { eq } from 'drizzle-orm'

/** How much of everything one person may have after years. */
export const most = {
  attempts: 40,
  letters: 20_000,
  reviews: 200,
  reviewers: 5,
  notifications: 400,
  interviews: 60,
  messages: 8,
  auditEntries: 4_000,
}

const at = new Date(Date.now() - 86_400_000)
const days = (n: number) => new Date(at.getTime() - n * 86_400_000)
const id = () => crypto.randomUUID()
const range = (length: number) => Array.from({ length }, (_, n) => n)
/** Words that do not repeat, so that they are no easier to pack than what people write. */
function prose(letters: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(letters))
  return Array.from(bytes, (byte) => 'etaoin shrdlu cmfwyp vbgkjq '[byte % 28]).join('')
}

/** A student with `most` of everything. */
export async function theLargestPerson(): Promise<Person> {
  const home = await aProgramme()
  const challenge = await aChallenge()
  const person = await aStudent({ in: home })
  const fellows = await Promise.all(range(most.reviews).map(() => aStudent({ in: home })))
  await writeAnswers(person, challenge, fellows.slice(0, most.reviewers))
  for (const fellow of fellows) {
    const { id: submissionId } = await handedIn(fellow, challenge)
    await insert(
      await reviewOf({ submissionId, author: fellow, reviewer: person, home, challenge }),
    )
  }
  await insert(
    range(most.notifications).map((n) =>
      db.insert(notifications).values({
        id: id(),
        accountId: person.id,
        kind: 'review.owed',
        subjectId: id(),
        at: days(n % 170),
      }),
    ),
  )
  await insert(
    range(most.auditEntries).map((n) =>
      db.insert(auditEntries).values({
        id: id(),
        at: days(n % 900),
        actorId: person.id,
        organizationId: home.id,
        action: 'attempt.turn-taken',
        subjectId: id(),
        requestId: id(),
        detail: '{}',
      }),
    ),
  )
  await holdInterviews(person)
  return person
}

async function writeAnswers(
  person: Person,
  challenge: TestChallenge,
  reviewers: readonly Person[],
): Promise<void> {
  for (const _ of range(most.attempts)) {
    const answers = { plan: prose(most.letters / 2), after: prose(most.letters / 2) }
    const { attemptId, id: submissionId } = await handedIn(person, challenge, { answers, at })
    const place = { attemptId, promptId: 'plan' }
    const call = { ...sealingCall(), actorId: person.id }
    const statements: Statement[] = [
      db.insert(drafts).values({
        ...place,
        text: await sealDraft(call, place, answers.plan),
        version: 1,
        updatedAt: at,
      }),
    ]
    const home = { id: person.organizationId }
    for (const reviewer of reviewers)
      statements.push(
        ...(await reviewOf({ submissionId, author: person, reviewer, home, challenge })),
      )
    const decision = { id: id(), submissionId, state: 'not-yet' as const, decidedAt: at }
    statements.push(db.insert(decisions).values(decision))
    await insert(statements)
  }
}

interface Reviewing {
  submissionId: string
  author: Person
  reviewer: Person
  home: Pick<Organization, 'id'>
  challenge: TestChallenge
}

async function reviewOf({ submissionId, author, reviewer, home, challenge }: Reviewing) {
  const [call, owner, claimId, reviewId] = [sealingCall(), accountOwner(author.id), id(), id()]
  const words = () => prose(300)
  const rated = criteria.map(async (criterion) => ({
    reviewId,
    criterion,
    level: 3,
    indicators: '["3a","3b"]',
    reason: await seal(call, ratings.reason, rowOf(reviewId, criterion), owner, words()),
  }))
  return [
    db.insert(claims).values({
      id: claimId,
      submissionId,
      reviewerId: reviewer.id,
      authorId: author.id,
      organizationId: home.id,
      challengeId: challenge.id,
      role: 'peer',
      claimedAt: at,
      leaseUntil: at,
      endedAt: at,
      endReason: 'submitted',
    }),
    db.insert(reviews).values({
      id: reviewId,
      submissionId,
      reviewerId: reviewer.id,
      role: 'peer',
      claimId,
      worked: await seal(call, reviews.worked, reviewId, owner, words()),
      tryNext: await seal(call, reviews.tryNext, reviewId, owner, words()),
      handedInAt: at,
      effectiveAt: new Date(at.getTime() + 60_000),
      surplus: false,
    }),
    ...(await Promise.all(rated)).map((row) => db.insert(ratings).values(row)),
  ]
}

async function holdInterviews(person: Person): Promise<void> {
  const { employer, recruiter, openingId } = await aHiringEmployer()
  const call = sealingCall()
  const [owner, own] = [organizationOwner(employer.id), accountOwner(person.id)]
  const version = await db
    .select({ id: openingVersions.id })
    .from(openingVersions)
    .where(eq(openingVersions.openingId, openingId))
    .get()
  for (const n of range(most.interviews)) {
    const [requestId, slotId, bookingId] = [id(), id(), id()]
    const startsAt = days(n + 1)
    const endsAt = new Date(startsAt.getTime() + 2_400_000)
    const wording = JSON.stringify(aWording())
    const messages = range(most.messages).map(async (m) => {
      const messageId = id()
      return {
        id: messageId,
        requestId,
        side: m % 2 ? ('student' as const) : ('recruiter' as const),
        accountId: m % 2 ? person.id : recruiter.id,
        words: await seal(call, requestMessages.words, messageId, own, prose(400)),
        at: startsAt,
      }
    })
    await insert([
      db.insert(interviewRequests).values({
        id: requestId,
        organizationId: employer.id,
        studentId: person.id,
        openingId,
        recruiterId: recruiter.id,
        pseudonym: id(),
        state: 'closed',
        version: 3,
        edition: 1,
        revisions: 0,
        createdAt: days(n + 9),
        endedAt: endsAt,
      }),
      db.insert(requestEditions).values({
        requestId,
        number: 1,
        openingVersionId: version?.id ?? '',
        content: await seal(call, requestEditions.content, rowOf(requestId, 1), owner, wording),
        sentBy: recruiter.id,
        createdAt: days(n + 9),
      }),
      db.insert(slots).values({
        id: slotId,
        requestId,
        edition: 1,
        hostId: recruiter.id,
        offeredBy: 'recruiter',
        startsAt,
        endsAt,
        zone: 'Europe/London',
      }),
      db.insert(bookings).values({
        id: bookingId,
        requestId,
        slotId,
        hostId: recruiter.id,
        studentId: person.id,
        startsAt,
        endsAt,
        sequence: 1,
        createdAt: days(n + 8),
        location: await seal(call, bookings.location, bookingId, owner, 'https://meet.example/1'),
      }),
      db.insert(interviewEvents).values({
        requestId,
        version: 1,
        event: 'deliver',
        actor: 'timer',
        state: 'delivered',
        edition: 1,
        at: days(n + 9),
      }),
      ...(await Promise.all(messages)).map((row) => db.insert(requestMessages).values(row)),
    ])
  }
}

/** D1 takes any number of statements, but a batch of thousands is slow to send. */
async function insert(statements: readonly Statement[]): Promise<void> {
  for (let from = 0; from < statements.length; from += 500)
    await db.batch(statements.slice(from, from + 500) as [Statement])
}

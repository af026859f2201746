import { env } from 'cloudflare:workers'
import { and, eq, inArray } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import type { Mail } from '../../../worker/env.ts'
import { drain } from '../../../worker/foundation/outbox/drain.ts'
import { newId } from '../../../worker/foundation/call/id.ts'
import { note } from '../../../worker/foundation/outbox/note.ts'
import { type NoteKind, noteKinds } from '../../../worker/foundation/outbox/note-kinds.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { outbox } from '../../../worker/foundation/tables.ts'
import { notifications } from '../../../worker/notifications/tables.ts'
import { reactions } from '../../../worker/reactions.ts'
import { promises } from '../../../worker/reviews/tables.ts'
import { aDecision, awardOf } from '../../support/awards.ts'
import { aProgramme, aStudent, anAdmin, db } from '../../support/builders.ts'
import { envAt } from '../../support/client.ts'
import { aDeliveredRequest, anAsking, aSentRequest, accept } from '../../support/interviewing.ts'
import { collectMail, mailbox } from '../../support/mailbox.ts'
import { recorder } from '../../support/note-recorder.ts'
import { aChallenge, aSubmission } from '../../support/reviews.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/**
 * At least six hours before midnight UTC: admins are told once a day, and an outage over midnight
 * would count for two days.
 */
const start = Date.now() % day < 18 * hour ? Date.now() : Date.now() + 7 * hour
const at = (ms: number) => new Date(start + ms)
const callAt = (ms: number) => systemCall(env, newId(), at(ms))

/** The mail provider is down for everybody, or for one address. */
const awayFor = (whom: (mail: Mail) => boolean) => ({
  MAIL: {
    send: (mail: Mail) => (whom(mail) ? Promise.reject(new Error('away')) : collectMail.send(mail)),
  },
})

/** Drains every ten minutes during an outage, and for four hours after it. */
async function outlast(outageMs: number, whom: (mail: Mail) => boolean = () => true) {
  for (let now = 0; now < outageMs; now += 10 * minute) {
    await drain(envAt(at(now), awayFor(whom)), reactions)
  }
  for (let now = outageMs; now < outageMs + 4 * hour; now += 30 * minute) {
    await drain(envAt(at(now)), reactions)
  }
}

const mailsTo = (email: string) => mailbox.filter(({ to }) => to === email)

describe('two hours in which everything fails', () => {
  const samples: Record<string, object> = {
    'sign-in.code': { code: '0|ABCDEFGH' },
    'interview.answered': { version: 3, answer: 'decline' },
    'visibility.changed': { on: false },
    'erasure.asked': { erasureId: newId(), token: '0|a-token' },
    'account.idle': { months: 22 },
    'reviewer.measured': { role: 'peer' },
  }
  const anyPayload = {
    version: 2,
    sequence: 1,
    step: 0,
    hours: 24,
    startsAt: at(5 * hour).getTime(),
    side: 'student',
    messageId: newId(),
    consentId: newId(),
    approvalId: newId(),
  }
  const kinds = Object.keys(noteKinds) as NoteKind[]

  it('lose, double and delay nothing that is still in date', async () => {
    const subjects = new Map(kinds.map((kind) => [kind, newId()]))
    const loose = note as unknown as (...args: unknown[]) => ReturnType<typeof note>
    for (const [kind, subject] of subjects) {
      const payload = samples[kind] ?? anyPayload
      const until = noteKinds[kind].until === 'given' ? { until: at(3 * hour) } : {}
      await db.batch([loose(callAt(0), kind, subject, { payload, ...until })])
    }
    let now = 0
    const { reactions: answering, of } = recorder(() => now < 2 * hour)
    for (; now <= 4 * hour; now += now < 2 * hour ? 10 * minute : 20 * minute) {
      await drain(envAt(at(now)), answering)
    }
    for (const [kind, subject] of subjects) {
      const { consumers, until } = noteKinds[kind]
      const tooLate = typeof until === 'number' && until < 7_200
      const expected: string[] = tooLate ? [] : [...consumers]
      expect(
        of(subject)
          .map(({ consumer }) => consumer)
          .toSorted(),
        kind,
      ).toEqual(expected.toSorted())
    }
    const codes = await db
      .select()
      .from(outbox)
      .where(eq(outbox.subjectId, subjects.get('sign-in.code') ?? ''))
    expect(codes).toMatchObject([{ problem: 'too-late', payload: '{}' }])
    const alive = await db.$count(
      outbox,
      and(inArray(outbox.subjectId, [...subjects.values()]), eq(outbox.attempts, 0)),
    )
    expect(alive).toBe(0)
  })
})

describe('a mail outage', () => {
  it('of 40 minutes or two hours costs nobody a badge', async () => {
    for (const outage of [40 * minute, 2 * hour]) {
      const student = await aStudent()
      const decisionId = await aDecision(student)
      await db.batch([note(callAt(0), 'decision.made', decisionId)])
      await drain(
        envAt(
          at(0),
          awayFor(() => true),
        ),
        reactions,
      )
      expect(await awardOf(decisionId)).toMatchObject({ state: 'signed' })
      await outlast(outage)
      expect(
        mailsTo(student.email)
          .map(({ subject }) => subject)
          .toSorted(),
      ).toEqual(['Your badge: Collaboration', 'Your result is ready'])
    }
  })

  it('for one address does not affect the others, and mails nobody twice', async () => {
    const home = await aProgramme()
    const [one, two, three] = [
      await anAdmin({ in: home }),
      await anAdmin({ in: home }),
      await anAdmin({ in: home }),
    ]
    const author = await aStudent({ in: home })
    const submission = await aSubmission(author, await aChallenge())
    const isTheirs = eq(promises.submissionId, submission.id)
    await db.update(promises).set({ step: 'missed', missed: 1, waitsFor: null }).where(isTheirs)
    await db.batch([note(callAt(0), 'promise.missed', submission.id)])
    await drain(
      envAt(
        at(0),
        awayFor(({ to }) => to === one.email),
      ),
      reactions,
    )
    const reached = [author, two, three].map(({ email }) => mailsTo(email).length)
    expect([...reached, mailsTo(one.email).length]).toEqual([1, 1, 1, 0])
    await outlast(2 * hour, ({ to }) => to === one.email)
    const all = [author, one, two, three].map(({ email }) => mailsTo(email).length)
    expect(all).toEqual([1, 1, 1, 1])
    const people = inArray(
      notifications.accountId,
      [author, one, two, three].map(({ id }) => id),
    )
    expect(await db.$count(notifications, people)).toBe(4)
  })

  it('keeps an accepted interview from neither side', async () => {
    const delivered = await aDeliveredRequest()
    mailbox.length = 0
    await accept(delivered)
    await outlast(2 * hour)
    for (const { email } of [delivered.student, delivered.recruiter]) {
      const booked = mailsTo(email).filter(({ subject }) => subject.startsWith('Interview: '))
      expect(booked).toHaveLength(1)
      // A long line of a calendar file continues after a line break and a space.
      const calendar = booked[0]?.attachment?.content.replaceAll('\r\n ', '')
      expect(calendar).toContain(email)
    }
  })

  it('tells nobody of a request that was withdrawn meanwhile', async () => {
    const asking = await anAsking()
    const { requestId, deliverAt } = await aSentRequest(asking)
    mailbox.length = 0
    const due = new Date(deliverAt).getTime() - start + 1_000
    await drain(
      envAt(
        at(due),
        awayFor(() => true),
      ),
      reactions,
    )
    await asking.recruiter.client.post(`/api/interview-requests/${requestId}/withdrawal`)
    for (let now = due; now < due + 2 * hour; now += 30 * minute) {
      await drain(envAt(at(now)), reactions)
    }
    const subjects = mailsTo(asking.student.email).map(({ subject }) => subject)
    expect(subjects).not.toContain('You have an interview request')
  })
})

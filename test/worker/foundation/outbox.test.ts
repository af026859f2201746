import { env } from 'cloudflare:workers'
import { and, eq } from 'drizzle-orm'
import { describe, expect, expectTypeOf, it } from 'vitest'

import { auditEntries } from '../../../worker/audit/tables.ts'
import type { Bindings } from '../../../worker/env.ts'
import type { Statement } from '../../../worker/foundation/call/db.ts'
import { drain } from '../../../worker/foundation/outbox/drain.ts'
import { newId } from '../../../worker/foundation/call/id.ts'
import { sharesOf } from '../../../worker/foundation/outbox/lease-notes.ts'
import { type Reactions, note } from '../../../worker/foundation/outbox/note.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { outbox } from '../../../worker/foundation/tables.ts'
import { reactions } from '../../../worker/reactions.ts'
import { submissionQueue } from '../../../worker/reviews/tables.ts'
import { aStudent, db } from '../../support/builders.ts'
import { envAt } from '../../support/client.ts'
import { recorder } from '../../support/note-recorder.ts'
import { aChallenge, handedIn } from '../../support/reviews.ts'

const minute = 60_000
const hour = 60 * minute
const start = Date.now()
const at = (ms: number) => envAt(new Date(start + ms))
const callAt = (ms: number) => systemCall(env, newId(), new Date(start + ms))
const leave = (...statements: Statement[]) => db.batch(statements as [Statement])
const rowsOf = (subject: string) => db.select().from(outbox).where(eq(outbox.subjectId, subject))
const rowOf = async (subject: string) => (await rowsOf(subject))[0]

async function drainUntil(ms: number, everyMs: number, from: number, who: Reactions) {
  for (let now = from; now <= ms; now += everyMs) await drain(at(now), who)
}

describe('a note', () => {
  it('leaves a row for each consumer of its kind, and each is tried separately', async () => {
    const subject = newId()
    await leave(note(callAt(0), 'decision.made', subject))
    expect((await rowsOf(subject)).map(({ consumer }) => consumer)).toEqual(['tell', 'award'])
    const { reactions: telling, of } = recorder((_, consumer) => consumer === 'tell')
    await drain(at(0), telling)
    expect(of(subject).map(({ consumer }) => consumer)).toEqual(['award'])
    const [tell, award] = await rowsOf(subject)
    expect([tell?.doneAt, award?.doneAt === null]).toEqual([null, false])
    expect(award?.payload).toBe('{}')
  })

  it('does not compile with an unknown kind, another payload, or a consumer left out', () => {
    const call = callAt(0)
    // @ts-expect-error: there is no such kind
    const unknown = () => note(call, 'badge.sent', 'subject')
    // @ts-expect-error: a code's note carries the code
    const empty = () => note(call, 'sign-in.code', 'subject')
    // @ts-expect-error: the version is a number
    const wrong = () => note(call, 'interview.expiry', 'subject', { payload: { version: '2' } })
    // @ts-expect-error: a reminder needs the time until which it is useful
    const endless = () => note(call, 'interview.reminder', 'subject', { payload: { version: 2 } })
    expect([unknown, empty, wrong, endless]).toHaveLength(4)

    const { 'decision.made': decisionMade, ...others } = reactions
    // @ts-expect-error: decision.made has no consumers
    const missing: Reactions = others
    // @ts-expect-error: the consumer `award` is missing
    const half: Reactions = { ...others, 'decision.made': { tell: decisionMade.tell } }
    expect([missing, half]).toHaveLength(2)
    expectTypeOf<typeof reactions>().toExtend<Reactions>()
  })
})

describe('a drain', () => {
  it('handles each note once, with four drains at work', async () => {
    const subjects = Array.from({ length: 60 }, () => newId())
    await leave(...subjects.map((subject) => note(callAt(0), 'round.exhausted', subject)))
    const { reactions: counting, answered } = recorder()
    await Promise.all([20, 5, 20, 5].map((size) => drain(at(0), counting, { size })))
    const ours = answered.map(({ note: { subjectId } }) => subjectId)
    expect(ours.filter((id) => subjects.includes(id)).toSorted()).toEqual(subjects.toSorted())
  })

  it('takes from all three lanes, mostly codes', () => {
    expect(sharesOf(20)).toEqual([12, 6, 2])
    expect(sharesOf(5)).toEqual([3, 1, 1])
  })

  it('sends a code before 800 waiting invitations, and continues with the invitations', async () => {
    const from = -hour
    const invitations = Array.from({ length: 800 }, () => newId())
    const until = new Date(start + 24 * hour)
    for (let n = 0; n < 800; n += 100) {
      const some = invitations.slice(n, n + 100)
      await leave(...some.map((id) => note(callAt(from), 'invitation.made', id, { until })))
    }
    const [code, ...more] = Array.from({ length: 40 }, () => newId())
    const asked = (id = '') => note(callAt(0), 'sign-in.code', id, { payload: { code: '0|X' } })
    await leave(asked(code), ...more.map(asked))
    const { reactions: sending, answered, of } = recorder()
    await drain(at(0), sending, { size: 5, rounds: 1 })
    expect(of(code ?? '')).toHaveLength(1)
    // Even with many codes waiting, other mail gets its share.
    expect(answered.some(({ note: { kind } }) => kind === 'invitation.made')).toBe(true)
    await drain(at(0), sending)
    await drain(at(0), sending)
    const sent = new Set(answered.map(({ note: { subjectId } }) => subjectId))
    expect(invitations.filter((id) => !sent.has(id))).toEqual([])
    expect(more.filter((id) => !sent.has(id))).toEqual([])
  })

  it('drops notices that are out of date, and records it in the row', async () => {
    const [code, event] = [newId(), newId()]
    const until = new Date(start + 3 * hour)
    const payload = { version: 2 }
    await leave(
      note(callAt(0), 'sign-in.code', code, { payload: { code: '0|X' } }),
      note(callAt(0), 'interview.reminder', event, { payload, until }),
    )
    const { reactions: telling, of } = recorder()
    await drain(at(11 * minute), telling)
    expect([of(code), of(event)].map(({ length }) => length)).toEqual([0, 1])
    expect(await rowOf(code)).toMatchObject({ problem: 'too-late', payload: '{}', deadAt: null })
    expect((await rowOf(code))?.doneAt).not.toBeNull()
  })

  it('continues after a payload that is no JSON and after one of another shape', async () => {
    const [broken, other, after] = [newId(), newId(), newId()]
    const payload = { version: 1 }
    await leave(
      note(callAt(-2 * hour), 'round.exhausted', broken),
      note(callAt(-hour), 'interview.expiry', other, { payload }),
      note(callAt(0), 'round.exhausted', after),
    )
    await db.update(outbox).set({ payload: '{"version":' }).where(eq(outbox.subjectId, broken))
    await db.update(outbox).set({ payload: '{"version":"1"}' }).where(eq(outbox.subjectId, other))
    const { reactions: answering, of } = recorder()
    await drain(at(0), answering)
    expect([of(broken), of(other), of(after)].map(({ length }) => length)).toEqual([0, 0, 1])
    const dead = { problem: 'unreadable-payload', doneAt: null }
    expect(await rowOf(broken)).toMatchObject(dead)
    expect(await rowOf(other)).toMatchObject(dead)
    expect((await rowOf(other))?.deadAt).not.toBeNull()
  })

  it.each([
    ['badge.lost', 'tell'],
    ['decision.made', 'congratulate'],
    ['constructor', 'name'],
  ])('keeps a note %s for %s, which has no consumer, and records why', async (kind, consumer) => {
    const subject = newId()
    await leave(note(callAt(0), 'round.exhausted', subject))
    await db.update(outbox).set({ kind, consumer }).where(eq(outbox.subjectId, subject))
    await drain(at(0), reactions)
    const row = await rowOf(subject)
    expect(row).toMatchObject({ problem: 'unknown-kind', doneAt: null })
    expect(row?.deadAt).not.toBeNull()
  })

  it('leaves to others what it cannot handle before its lease ends', async () => {
    const subjects = Array.from({ length: 20 }, () => newId())
    await leave(...subjects.map((subject) => note(callAt(0), 'round.exhausted', subject)))
    const { reactions: recording, of } = recorder()
    const slow: Bindings = { ...at(0) }
    const who: Reactions = {
      ...recording,
      'round.exhausted': {
        score: async (call, given) => {
          await recording['round.exhausted'].score(call, given)
          slow.CLOCK_OFFSET_MS = (slow.CLOCK_OFFSET_MS ?? 0) + 6_000
        },
      },
    }
    await drain(slow, who, { rounds: 1 })
    expect(subjects.flatMap(of).length).toBeLessThanOrEqual(5)
    await drain(at(minute), recording)
    expect(subjects.map((subject) => of(subject).length)).toEqual(subjects.map(() => 1))
  })
})

describe('a consumer that fails', () => {
  it('is retried later each time, at least hourly, and given up after 72 hours', async () => {
    const subject = newId()
    await leave(note(callAt(0), 'round.exhausted', subject))
    const asked: number[] = []
    let now = 0
    const { reactions: failing } = recorder(({ subjectId }) => {
      if (subjectId === subject) asked.push(now)
      return true
    })
    for (; now < 71 * hour; now += asked.length < 6 ? 10_000 : 15 * minute) {
      await drain(at(now), failing, { rounds: 1 })
    }
    expect(await rowOf(subject)).toMatchObject({ deadAt: null, problem: 'Error' })
    const gaps = asked.slice(1).map((time, n) => time - (asked[n] ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(hour + 15 * minute)
    expect(gaps.slice(0, 4).every((gap, n) => gap >= 10_000 * 2 ** n)).toBe(true)
    await drainUntil(73 * hour, 30 * minute, 71 * hour, failing)
    expect((await rowOf(subject))?.deadAt?.getTime()).toBeGreaterThanOrEqual(start + 72 * hour)
  })

  it('is not retried by the first run when another run holds the lease', async () => {
    const subject = newId()
    await leave(note(callAt(0), 'round.exhausted', subject))
    const { reactions: recording, of } = recorder()
    const who: Reactions = {
      ...recording,
      'round.exhausted': {
        score: async () => {
          // While this one hangs, its lease ends, and another run finishes the row.
          await drain(at(minute), recording)
          throw new Error('late')
        },
      },
    }
    await drain(at(0), who, { rounds: 1 })
    expect(of(subject)).toHaveLength(1)
    expect(await rowOf(subject)).toMatchObject({ attempts: 0, problem: null, deadAt: null })
  })

  it.each([
    ['answered', false],
    ['failed', true],
  ])(
    'that outlives its lease does not mark the row on success, if another run %s meanwhile',
    async (_, isFailing) => {
      const subject = newId()
      await leave(note(callAt(0), 'round.exhausted', subject))
      const { reactions: other, of } = recorder(() => isFailing)
      let between: Awaited<ReturnType<typeof rowOf>>
      const slow: Reactions = {
        ...other,
        'round.exhausted': {
          score: async () => {
            await drain(at(minute), other, { rounds: 1 })
            between = await rowOf(subject)
          },
        },
      }
      await drain(at(0), slow, { rounds: 1 })
      expect(between).toMatchObject({ attempts: isFailing ? 1 : 0, deadAt: null })
      expect(between?.doneAt === null).toBe(isFailing)
      // As the other run left it: neither done nor failed a second time.
      expect(await rowOf(subject)).toEqual(between)
      await drain(at(hour), recorder().reactions)
      expect((await rowOf(subject))?.doneAt).not.toBeNull()
      expect(of(subject)).toHaveLength(isFailing ? 0 : 1)
    },
  )

  it('that outlives its lease runs twice, with one effect', async () => {
    const challenge = await aChallenge()
    const { id } = await handedIn(await aStudent(), challenge)
    await leave(note(callAt(0), 'attempt.submitted', id))
    const slow: Reactions = {
      ...reactions,
      'attempt.submitted': {
        ...reactions['attempt.submitted'],
        places: async (call, given) => {
          await drain(at(minute), reactions, { rounds: 1 })
          await reactions['attempt.submitted'].places(call, given)
        },
      },
    }
    await drain(at(0), slow, { rounds: 1 })
    const isTheirs = eq(submissionQueue.submissionId, id)
    expect(await db.$count(submissionQueue, isTheirs)).toBe(2)
    const isOpening = and(eq(auditEntries.subjectId, id), eq(auditEntries.action, 'places.opened'))
    expect(await db.$count(auditEntries, isOpening)).toBe(1)
    // Without a mentor, handing in also leaves a note for the author.
    const rows = (await rowsOf(id)).filter(({ consumer }) => consumer === 'places')
    expect(rows).toMatchObject([{ attempts: 0, problem: null, deadAt: null }])
  })

  it('that lost its lease and then fails after 72 hours does not give up the note and raises no alarm', async () => {
    const subject = newId()
    const from = 400 * hour
    await leave(note(callAt(from), 'round.exhausted', subject))
    const { reactions: well } = recorder()
    const alarms = () => db.$count(outbox, eq(outbox.kind, 'note.dead'))
    const before = await alarms()
    const slow: Reactions = {
      ...well,
      'round.exhausted': {
        score: async () => {
          await drain(at(from + 73 * hour + minute), well, { rounds: 1 })
          throw new Error('late')
        },
      },
    }
    await drain(at(from + 73 * hour), slow, { rounds: 1 })
    expect(await rowOf(subject)).toMatchObject({ attempts: 0, deadAt: null, problem: null })
    expect((await rowOf(subject))?.doneAt).not.toBeNull()
    expect(await alarms()).toBe(before)
  })

  it('raises one alarm, however many die in a day', async () => {
    const alarms = () => db.$count(outbox, eq(outbox.kind, 'note.dead'))
    const from = 200 * hour
    const before = await alarms()
    const [one, two, three] = [newId(), newId(), newId()]
    await leave(
      note(callAt(from), 'round.exhausted', one),
      note(callAt(from), 'round.exhausted', two),
      note(callAt(from + 23 * hour), 'round.exhausted', three),
    )
    const { reactions: failing } = recorder(({ kind }) => kind !== 'note.dead')
    await drain(at(from + 73 * hour), failing)
    await drain(at(from + 96 * hour), failing)
    const dead = (await Promise.all([one, two, three].map(rowOf))).map((row) => row?.deadAt)
    expect(dead).not.toContain(null)
    expect(await alarms()).toBe(before + 1)
  })
})

import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'

import { memberships } from '../../../worker/accounts/tables.ts'
import type { Call } from '../../../worker/foundation/call/call.ts'
import type { Statement } from '../../../worker/foundation/call/db.ts'
import { newId } from '../../../worker/foundation/call/id.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { drain } from '../../../worker/foundation/outbox/drain.ts'
import { type Note, type Reactions, note } from '../../../worker/foundation/outbox/note.ts'
import { outbox } from '../../../worker/foundation/tables.ts'
import { reactions } from '../../../worker/reactions.ts'
import { tick } from '../../../worker/tick.ts'
import { anAdmin, anEmployer, aProgramme, aStudent, db } from '../../support/builders.ts'
import { envAt } from '../../support/client.ts'
import { countingPlan } from '../../support/counting-plan.ts'
import { theOperator } from '../../support/hiring.ts'
import { mailbox } from '../../support/mailbox.ts'
import { recorder } from '../../support/note-recorder.ts'
import { settle } from '../../support/settle.ts'

const minute = 60_000
const start = Date.now()
const at = (minutes: number) => new Date(start + minutes * minute)
const freeAt = (minutes: number) => countingPlan(envAt(at(minutes), { PLAN: 'free' }))
const callAt = (minutes: number) => systemCall(envAt(), newId(), at(minutes))
const leave = (...statements: Statement[]) => db.batch(statements as [Statement])
const leased = () => db.$count(outbox, and(isNotNull(outbox.leaseUntil), isNull(outbox.doneAt)))

beforeAll(() => settle())

describe('a drain on the free plan', () => {
  it('stops before the limit, hands back what it did not begin, and later does it all', async () => {
    const employers = await Promise.all(Array.from({ length: 12 }, () => anEmployer()))
    await theOperator()
    for (const { id } of employers) await leave(note(callAt(0), 'employer.applied', id))
    const handled: number[] = []
    for (let minutes = 0; minutes < 12; minutes++) {
      const { env, used } = freeAt(minutes)
      handled.push(await drain(env, reactions))
      expect(used().queries).toBeLessThanOrEqual(40)
      expect(used().subrequests).toBeLessThanOrEqual(50)
      expect(await leased()).toBe(0)
    }
    expect(Math.max(...handled)).toBeLessThan(12)
    expect(handled.reduce((sum, each) => sum + each, 0)).toBe(12)
  })

  it('writes to many people in several runs, to each once', async () => {
    const operator = await theOperator()
    const admins = [operator]
    for (let n = 0; n < 14; n++) admins.push(await anAdmin({ in: { id: operator.organizationId } }))
    const [subject, before] = [await anEmployer(), mailbox.length]
    await leave(note(callAt(20), 'employer.applied', subject.id))
    for (let minutes = 20; minutes < 36; minutes++) {
      const { env, used } = freeAt(minutes)
      await drain(env, reactions)
      expect(used().queries).toBeLessThanOrEqual(50)
    }
    const told = mailbox.slice(before).map(({ to }) => to)
    expect(told.toSorted()).toEqual(admins.map(({ email }) => email).toSorted())
    const row = await db.select().from(outbox).where(eq(outbox.subjectId, subject.id)).get()
    expect(row).toMatchObject({ deadAt: null, payload: '{}' })
    expect(row?.doneAt).not.toBeNull()
  })

  it('takes a note of the last lane that has waited for an hour before younger news', async () => {
    const [old, news] = [newId(), newId()]
    await leave(...Array.from({ length: 9 }, () => note(callAt(101), 'employer.approved', news)))
    await leave(note(callAt(40), 'account.idle', old, { payload: { months: 22 } }))
    const { reactions: dear, answered } = dearConsumers()
    await drain(freeAt(102).env, dear)
    expect(answered).toEqual([old, news])
    await drain(envAt(at(102)), dear)
  })
})

describe('the cron on the paid plan', () => {
  /** 5,000 people: codes, hand-ins with four reviews each, results, badges, reminders, interviews. */
  const notesOfDay = 8_000

  it('has room for the notes of a college of 5,000 people in a day', async () => {
    const home = await aProgramme()
    const people = await Promise.all(Array.from({ length: 60 }, () => aStudent({ in: home })))
    await settle(at(200))
    await db
      .update(memberships)
      .set({ endedAt: at(200) })
      .where(eq(memberships.organizationId, home.id))
    await leave(
      ...people.map(({ membershipId }) => note(callAt(201), 'membership.ended', membershipId)),
    )
    const before = mailbox.length
    const { env, used } = countingPlan(envAt(at(202), { PLAN: 'paid' }))
    await tick(env)
    const mails = mailbox.length - before
    console.log(`${mails} mails in a minute, ${mails * 1_440} a day; ${JSON.stringify(used())}`)
    expect(mails * 1_440).toBeGreaterThan(notesOfDay * 3)
    expect(used().queries).toBeLessThanOrEqual(1_000)
    expect(used().calls).toBeLessThanOrEqual(31)
    await settle(at(202))
    expect(mailbox.length - before).toBe(people.length)
  })
})

/** Consumers that each use nearly as much as a drain keeps for a note. */
function dearConsumers() {
  const { reactions: cheap } = recorder()
  const answered: string[] = []
  const dear = async (call: Call, { subjectId }: Note) => {
    for (let n = 0; n < 15; n++) await call.db.run(sql`SELECT 1`)
    answered.push(subjectId)
  }
  const all = Object.entries(cheap).map(([kind, consumers]) => {
    return [kind, Object.fromEntries(Object.keys(consumers).map((name) => [name, dear]))]
  })
  return { reactions: Object.fromEntries(all) as Reactions, answered }
}

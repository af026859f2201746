import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { drain } from '../../../worker/foundation/outbox/drain.ts'
import { newId } from '../../../worker/foundation/call/id.ts'
import { note } from '../../../worker/foundation/outbox/note.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { outbox } from '../../../worker/foundation/tables.ts'
import { reactions } from '../../../worker/reactions.ts'
import { tick } from '../../../worker/tick.ts'
import { aDecision, awardOf } from '../../support/awards.ts'
import { aStudent, anAdmin, db } from '../../support/builders.ts'
import { envAt } from '../../support/client.ts'
import { theOperator } from '../../support/hiring.ts'
import { mailbox } from '../../support/mailbox.ts'

const hour = 3_600_000
const start = Date.now()
const at = (ms: number) => new Date(start + ms)
const callAt = (ms: number) => systemCall(env, newId(), at(ms))

const away = { MAIL: { send: () => Promise.reject(new Error('away')) } }

it('shows the operator what was given up, since when and why, and allows another try', async () => {
  const operator = await theOperator()
  const second = await anAdmin({ in: { id: operator.organizationId } })
  const student = await aStudent()
  const decisionId = await aDecision(student)
  await db.batch([note(callAt(0), 'decision.made', decisionId)])
  await drain(envAt(at(0), away), reactions)
  expect(await awardOf(decisionId)).toMatchObject({ state: 'signed' })
  expect((await operator.client.get('/api/dead-notes')).body.notes).toEqual([])

  await drain(envAt(at(73 * hour), away), reactions)
  const { body } = await operator.client.get('/api/dead-notes')
  const dead = body.notes.find(({ subjectId }: { subjectId: string }) => subjectId === decisionId)
  expect(dead).toMatchObject({
    kind: 'decision.made',
    consumer: 'tell',
    since: at(0).toISOString(),
    problem: 'mail-away',
  })
  expect(body.total).toBe(body.notes.length)
  expect(JSON.stringify(body)).not.toContain(student.email)

  // Mail works again, and both admins hear of the failure once.
  await tick(envAt(at(74 * hour)))
  await tick(envAt(at(75 * hour)))
  for (const { email } of [operator, second]) {
    const alarms = mailbox.filter(({ to, subject }) => to === email && subject === 'A task failed')
    expect(alarms).toHaveLength(1)
    expect(alarms[0]?.text).toContain('/operations')
  }

  const path = `/api/dead-notes/${dead.id}/tries`
  expect(await (await anAdmin()).client.post(path)).toMatchObject({ status: 403 })
  expect(await operator.client.post(path)).toMatchObject({ status: 201, body: { id: dead.id } })
  expect(await second.client.post(path)).toMatchObject({ status: 404 })
  await drain(envAt(at(60_000)), reactions)
  const mails = mailbox.filter(({ to }) => to === student.email)
  expect(mails.filter(({ subject }) => subject === 'Your result is ready')).toHaveLength(1)
  const row = await db.select().from(outbox).where(eq(outbox.id, dead.id)).get()
  expect(row).toMatchObject({ deadAt: null, problem: null, payload: '{}' })
  const after = await operator.client.get('/api/dead-notes')
  expect(JSON.stringify(after.body)).not.toContain(dead.id)
})

it('counts notices that were dropped because they were too late', async () => {
  const operator = await theOperator()
  await db.batch([note(callAt(0), 'sign-in.code', newId(), { payload: { code: '0|X' } })])
  await drain(envAt(at(hour), away), reactions)
  const { body } = await operator.client.get('/api/dead-notes', { at: at(hour) })
  expect(body.dropped).toContainEqual({ kind: 'sign-in.code', consumer: 'mail', n: 1 })
  const later = await operator.client.get('/api/dead-notes', { at: at(9 * 24 * hour) })
  expect(later.body.dropped ?? []).toEqual([])
})

it('retries a note of an unknown kind once the kind is known', async () => {
  const subject = newId()
  await db.batch([note(callAt(0), 'round.exhausted', subject)])
  const isIt = eq(outbox.subjectId, subject)
  await db.update(outbox).set({ kind: 'badge.sent' }).where(isIt)
  await drain(envAt(at(0)), reactions)
  const find = () => db.select().from(outbox).where(isIt).get()
  expect(await find()).toMatchObject({ problem: 'unknown-kind', doneAt: null })
  await tick(envAt(at(200 * hour)))
  expect((await find())?.deadAt).not.toBeNull()
  await db.update(outbox).set({ kind: 'round.exhausted' }).where(isIt)
  await tick(envAt(at(201 * hour)))
  expect((await find())?.doneAt).not.toBeNull()
})

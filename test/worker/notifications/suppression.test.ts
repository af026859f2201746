import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'

import { aMentor, anAdmin, aProgramme, aStudent, db, type Person } from '../../support/builders.ts'
import { aDecision } from '../../support/awards.ts'
import { callWith, failure, forgetCarriers, platform } from '../../support/carriers.ts'
import { Client } from '../../support/client.ts'
import { codeFor, mailbox } from '../../support/mailbox.ts'
import { bounceOf, complaintOf, signedNotice } from '../../support/mail-notices.ts'
import { note } from '../../../worker/foundation/outbox/note.ts'
import { drain } from '../../../worker/foundation/outbox/drain.ts'
import { reactions } from '../../../worker/reactions.ts'
import { settle } from '../../support/settle.ts'

beforeEach(forgetCarriers)

const tell = async (notice: object) =>
  new Client().post('/api/mail-events', notice, { headers: await signedNotice(notice) })
const mailsTo = (address: string) => mailbox.filter(({ to }) => to === address).length
const troubleOf = async ({ client }: Person) =>
  (await client.get('/api/session')).body.account.mailTrouble

/** Leaves news for a student: a result. */
async function newsFor(student: Person): Promise<string> {
  const decisionId = await aDecision(student)
  await db.batch([note(callWith({}), 'decision.made', decisionId)])
  return decisionId
}

async function codeMailed(email: string): Promise<boolean> {
  const before = codeFor(email)
  expect((await new Client().post('/api/sign-ins', { email })).status).toBe(202)
  await settle()
  return codeFor(email) !== before
}

describe('an address that mail does not reach', () => {
  it('gets no news, but every sign-in code', async () => {
    const student = await aStudent()
    await settle()
    await tell(bounceOf(student.email))
    const before = mailsTo(student.email)
    await newsFor(student)
    await settle()
    expect(mailsTo(student.email)).toBe(before)
    expect(await codeMailed(student.email)).toBe(true)
    expect(await codeMailed(student.email)).toBe(true)
  })

  it.each([
    ['bounced', bounceOf],
    ['complained', complaintOf],
  ] as const)(
    '%s: its owner reads so after signing in, until they want mail again',
    async (reason, notice) => {
      const student = await aStudent()
      expect(await troubleOf(student)).toBe(null)
      await tell(notice(student.email))
      expect(await troubleOf(student)).toBe(reason)
      expect((await student.client.delete('/api/mail-suppression')).status).toBe(204)
      expect(await troubleOf(student)).toBe(null)
      const before = mailsTo(student.email)
      await newsFor(student)
      await settle()
      expect(mailsTo(student.email)).toBeGreaterThan(before)
    },
  )

  it('is on the carrier’s own list: the note is done and not tried for three days', async () => {
    const student = await aStudent()
    await settle()
    const decisionId = await newsFor(student)
    const asked: string[] = []
    const carrier = platform((mail: { to: string }) => {
      asked.push(mail.to)
      return Promise.reject(failure('E_RECIPIENT_SUPPRESSED'))
    })
    for (let run = 0; run < 3; run++) await drain(callWith(carrier).env, reactions)
    // The result asks once, and the badge that it led to is held back by us.
    expect(asked.filter((to) => to === student.email)).toHaveLength(1)
    const left = env.DB.prepare(
      'SELECT count(*) AS n FROM outbox WHERE subject_id = ? AND done_at IS NULL',
    )
    expect(await left.bind(decisionId).first('n')).toBe(0)
    expect(await troubleOf(student)).toBe('blocked')
  })

  it('is told from the other addresses of a programme by a count, without a name', async () => {
    const home = await aProgramme()
    const admin = await anAdmin({ in: home })
    const people = [await aStudent({ in: home }), await aMentor({ in: home })]
    const elsewhere = await aStudent()
    const state = async () => (await admin.client.get('/api/mail-state')).body
    expect(await state()).toEqual({ fullAt: null, waiting: 0, unreachable: 0 })
    for (const { email } of [...people, elsewhere]) await tell(bounceOf(email))
    expect(await state()).toEqual({ fullAt: null, waiting: 0, unreachable: 2 })
    await people[0]?.client.delete('/api/mail-suppression')
    expect(await state()).toMatchObject({ unreachable: 1 })
  })
})

describe('the operator', () => {
  it('sees how mail ended, in a day and in a week, and how many addresses are blocked', async () => {
    const operator = await anAdmin({ in: await aProgramme({ operator: true }) })
    const read = async (at?: Date) =>
      (await operator.client.get('/api/insights/operation', at && { at })).body.mail
    const before = await read()
    await codeMailed((await aStudent()).email)
    await tell(complaintOf(`${crypto.randomUUID()}@people.example`))
    const after = await read()
    expect(after).toMatchObject({ carrier: 'mailbox', fullAt: null, waiting: 0 })
    expect(after.last24Hours.sent).toBe(before.last24Hours.sent + 1)
    expect(after.suppressed.complained).toBe(before.suppressed.complained + 1)
    expect(Object.keys(after.last7Days)).toEqual([
      'sent',
      'quota',
      'suppressed',
      'refused',
      'unknown',
    ])
    const dayMs = 86_400_000
    const later = await read(new Date(Date.now() + 2 * dayMs))
    expect(later.last24Hours.sent).toBe(0)
    expect(later.last7Days.sent).toBe(after.last7Days.sent)
    expect((await read(new Date(Date.now() + 8 * dayMs))).last7Days.sent).toBe(0)
  })
})

import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { credentials } from '../../../worker/credentials/tables.ts'
import type { Bindings } from '../../../worker/env.ts'
import { drain } from '../../../worker/foundation/outbox/drain.ts'
import { note } from '../../../worker/foundation/outbox/note.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { outbox } from '../../../worker/foundation/tables.ts'
import { sendMail } from '../../../worker/notifications/send-mail.ts'
import { reactions } from '../../../worker/reactions.ts'
import { aDecision, award, awardOf, sign } from '../../support/awards.ts'
import { aStudent, anAdmin, aProgramme, db } from '../../support/builders.ts'
import { envAt } from '../../support/client.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)

/** The problem stored with a note after its consumer failed once. */
async function problemOf(subjectId: string, bindings: (at: Date) => Bindings) {
  await drain(bindings(new Date()), reactions)
  const rows = await db.select().from(outbox).where(eq(outbox.subjectId, subjectId))
  return rows.filter(({ attempts }) => attempts > 0).map(({ problem }) => problem)
}

const leave = (...kinds: Parameters<typeof note>) => db.batch([note(...kinds)])
const call = () => systemCall(env, crypto.randomUUID())

/** The real mailer, with a provider that gives this answer. */
const withProvider = (answer: () => Promise<Response>) => {
  const asked: Request[] = []
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    asked.push(new Request(address, init))
    return answer()
  })
  const bindings = (at: Date) => {
    const { MAIL: _, ...rest } = envAt(at, { MAIL_API_KEY: 'key' })
    return rest as Bindings
  }
  return { asked, bindings }
}

describe('the mail provider', () => {
  const answers = (status: number) => () => Promise.resolve(new Response('', { status }))

  it('gets a calendar file as a calendar file, with letters of every script intact', async () => {
    const { asked, bindings } = withProvider(() => Promise.resolve(new Response('{}')))
    const content = 'BEGIN:VCALENDAR\r\nSUMMARY:Mettle · 面接\r\n'
    const attachment = { name: 'interview.ics', type: 'text/calendar; method=REQUEST', content }
    const mail = { to: 'ana@people.example', subject: 's', text: 't', noteId: 'n', attachment }
    const sending = systemCall(bindings(new Date()), crypto.randomUUID())
    await sendMail(sending, { ...mail, sort: 'news' })
    const body = await asked[0]?.json<{ attachments: { content: string }[] }>()
    expect(body?.attachments).toEqual([
      { filename: 'interview.ics', content_type: attachment.type, content: expect.any(String) },
    ])
    const bytes = Uint8Array.fromBase64(body?.attachments[0]?.content ?? '')
    expect(new TextDecoder().decode(bytes)).toBe(content)
  })

  it.each([
    ['refuses a mail', 'mail-refused', answers(422)],
    ['refuses the account', 'mail-refused', answers(401)],
    ['sends elsewhere', 'mail-refused', answers(302)],
    ['gives up waiting', 'mail-away', answers(408)],
    ['has a fault', 'mail-away', answers(503)],
    ['is not there', 'mail-away', () => Promise.reject(new TypeError('no network'))],
  ])('%s: the note says %s and is retried', async (_, problem, answer) => {
    const decisionId = await aDecision(await aStudent())
    await leave(call(), 'decision.made', decisionId)
    const { bindings } = withProvider(answer)
    expect(await problemOf(decisionId, bindings)).toEqual([problem])

    const { asked, bindings: well } = withProvider(answers(200))
    await drain(well(later(5)), reactions)
    const rows = await db.select().from(outbox).where(eq(outbox.subjectId, decisionId))
    expect(rows.every(({ doneAt }) => doneAt !== null)).toBe(true)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.every(({ url }) => url === 'https://api.resend.com/emails')).toBe(true)
  })
})

describe('the signer', () => {
  const signer = (answer: Bindings['SIGNER']['sign']) => (at: Date) =>
    envAt(at, {
      SIGNER: Object.assign({}, env.SIGNER, {
        publicKeys: (issuer: string) => env.SIGNER.publicKeys(issuer),
        sign: answer,
      }),
    })
  const away = signer(() => Promise.reject(new Error('no answer')))
  const refuses = (refused: string) => signer(() => Promise.resolve({ refused } as never))

  async function aPrepared() {
    const decisionId = await aDecision(await aStudent())
    await award(decisionId)
    return (await awardOf(decisionId))?.id ?? ''
  }

  it.each([
    ['does not answer', 'signer-away', away],
    ['refuses the list', 'signer-refused', refuses('not-a-status-list')],
  ])('%s about a badge whose list is new: the note says %s', async (_, problem, bindings) => {
    const id = await aPrepared()
    // Each programme has its own list, which is signed before its first badge.
    expect(await problemOf(id, bindings)).toEqual([problem])
    await drain(envAt(later(5)), reactions)
    const rows = await db.select().from(outbox).where(eq(outbox.subjectId, id))
    expect(rows.every(({ doneAt }) => doneAt !== null)).toBe(true)
  })

  it('has no active key yet: there may be one later, so the badge waits', async () => {
    const id = await aPrepared()
    const bindings = signer((request) =>
      request.purpose === 'status'
        ? env.SIGNER.sign(request)
        : Promise.resolve({ refused: 'key-not-active' } as never),
    )
    expect(await problemOf(id, bindings)).toEqual(['signer-away'])
    await sign(id)
    const row = await db.select().from(credentials).where(eq(credentials.id, id)).get()
    expect(row?.state).toBe('signed')
  })
})

it('is named on the operator’s page once the note is dead', async () => {
  const operator = await aProgramme({ operator: true })
  const admin = await anAdmin({ in: operator })
  const decisionId = await aDecision(await aStudent())
  await leave(call(), 'decision.made', decisionId)
  const { bindings } = withProvider(() => Promise.resolve(new Response('', { status: 422 })))
  await drain(bindings(new Date()), reactions)
  await drain(bindings(later(73 * 60)), reactions)
  vi.unstubAllGlobals()
  const { body } = await admin.client.get('/api/dead-notes')
  const ours = JSON.stringify(body)
  expect(ours).toContain('mail-refused')
})

import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import { aStudent } from '../../support/builders.ts'
import { aMail, callWith, outcomesOf } from '../../support/carriers.ts'
import { Client } from '../../support/client.ts'
import { collectMail, mailbox } from '../../support/mailbox.ts'
import { bounceOf, complaintOf, signedNotice } from '../../support/mail-notices.ts'
import { sendMail } from '../../../worker/notifications/send-mail.ts'

const anAddress = () => `${crypto.randomUUID()}@people.example`
const keyOf = (byte: string) => `whsec_${btoa(byte.repeat(32))}`

interface Told {
  headers?: Record<string, string | null>
  key?: string
}

/** As the carrier's program sends it: no cookie, no origin, no idempotency key. */
async function tell(notice: object, { headers, key }: Told = {}) {
  const own = { origin: null, 'sec-fetch-site': null, 'idempotency-key': null }
  return new Client().post('/api/mail-events', notice, {
    headers: { ...own, ...(await signedNotice(notice)), ...headers },
    ...(key !== undefined && { env: { MAIL_WEBHOOK_KEY: key } }),
  })
}

/** Whether news reaches an address now. */
async function isMailed(to: string): Promise<boolean> {
  const before = mailbox.length
  await sendMail(callWith({ MAIL: collectMail }), aMail({ to }))
  return mailbox.slice(before).some((mail) => mail.to === to)
}

it.each([
  ['a bounce for good', bounceOf, 'bounced'],
  ['a complaint', complaintOf, 'complained'],
  ['a mail that the carrier did not send', suppressed, 'blocked'],
  ['an address on the carrier’s list', added, 'blocked'],
])('%s stops news to the address, in any spelling', async (_, notice, reason) => {
  const to = anAddress()
  expect(await isMailed(to)).toBe(true)
  expect(await tell(notice(to.toUpperCase()))).toMatchObject({ status: 200, body: {} })
  expect(await isMailed(to)).toBe(false)
  const rows = env.DB.prepare('SELECT * FROM mail_suppressions WHERE reason = ?').bind(reason)
  expect(JSON.stringify((await rows.all()).results).toLowerCase()).not.toContain(to)
})

it.each([
  ['a bounce that may pass', (to: string) => bounceOf(to, 'Transient')],
  ['a delivery', (to: string) => ({ type: 'email.delivered', data: { to: [to] } })],
  ['a kind of notice that is new', (to: string) => ({ type: 'email.dreamed', data: { to: [to] } })],
  ['a notice of another shape', () => ({ type: 'domain.updated' })],
  ['a bounce without an address', () => ({ type: 'email.bounced', data: {} })],
])('%s is accepted and changes nothing', async (_, notice) => {
  const to = anAddress()
  const count = () => env.DB.prepare('SELECT count(*) AS n FROM mail_suppressions').first('n')
  const before = await count()
  expect(await tell(notice(to))).toMatchObject({ status: 200, body: {} })
  expect(await count()).toBe(before)
  expect(await isMailed(to)).toBe(true)
})

it('a mail that the carrier took and did not send no longer counts as sent', async () => {
  const [mail, carrierId] = [aMail(), crypto.randomUUID()]
  await sendMail(callWith({ MAIL: collectMail }), mail)
  const named = env.DB.prepare('UPDATE mail_outcomes SET carrier_id = ? WHERE mail_id = ?')
  await named.bind(carrierId, mail.noteId).run()
  await tell(suppressed(mail.to, carrierId))
  expect(await outcomesOf(mail)).toEqual(['suppressed'])
})

it('an address that is taken off the carrier’s list gets mail again', async () => {
  const to = anAddress()
  await tell(bounceOf(to))
  expect(await isMailed(to)).toBe(false)
  await tell({ type: 'suppression.removed', data: { email: to } })
  expect(await isMailed(to)).toBe(true)
})

const seconds = (ms: number) => String(Math.floor(ms / 1000))

it.each([
  ['no signature', { 'svix-signature': null }],
  ['no id', { 'svix-id': null }],
  ['no time', { 'svix-timestamp': null }],
  ['another id than was signed', { 'svix-id': 'msg_other' }],
  ['another time than was signed', { 'svix-timestamp': seconds(Date.now() - 60_000) }],
  ['another version', { 'svix-signature': `v2,${btoa('x'.repeat(32))}` }],
  ['a signature that is no base64', { 'svix-signature': 'v1,***' }],
  ['an empty signature', { 'svix-signature': 'v1,' }],
  ['a time that is no number', { 'svix-timestamp': 'now' }],
])('a notice with %s is refused and changes nothing', async (_, headers) => {
  const to = anAddress()
  const answer = await tell(bounceOf(to), { headers })
  expect(answer).toMatchObject({ status: 401, body: { type: '/problems/notice-not-signed' } })
  expect(await isMailed(to)).toBe(true)
})

it('a notice signed with another key, or sent to an instance without a key, is refused', async () => {
  const to = anAddress()
  expect((await tell(bounceOf(to), { key: keyOf('b') })).status).toBe(401)
  expect((await tell(bounceOf(to), { key: '' })).status).toBe(401)
  expect((await tell(bounceOf(to), { key: 'whsec_' })).status).toBe(401)
  expect(await isMailed(to)).toBe(true)
})

it('a notice whose text was changed is refused', async () => {
  const [to, other] = [anAddress(), anAddress()]
  const headers = await signedNotice(bounceOf(other))
  expect((await tell(bounceOf(to), { headers })).status).toBe(401)
  expect(await isMailed(to)).toBe(true)
})

it.each([
  ['six minutes old', -360_000, 401],
  ['four minutes old', -240_000, 200],
  ['four minutes ahead', 240_000, 200],
  ['six minutes ahead', 360_000, 401],
])('a signed notice that is %s gets %i %i', async (_, ms, status) => {
  const notice = bounceOf(anAddress())
  const headers = await signedNotice(notice, { at: new Date(Date.now() + ms) })
  expect((await tell(notice, { headers })).status).toBe(status)
})

it('the same notice changes nothing when it comes again', async () => {
  const person = await aStudent()
  const notice = bounceOf(person.email)
  const headers = await signedNotice(notice)
  expect((await tell(notice, { headers })).status).toBe(200)
  expect((await person.client.delete('/api/mail-suppression')).status).toBe(204)
  expect((await tell(notice, { headers })).status).toBe(200)
  expect(await isMailed(person.email)).toBe(true)
  // A new notice counts.
  expect((await tell(notice)).status).toBe(200)
  expect(await isMailed(person.email)).toBe(false)
})

it('while a key is replaced, notices signed with either are taken', async () => {
  for (const key of [keyOf('c'), keyOf('d')]) {
    const notice = bounceOf(anAddress())
    const both = `${keyOf('c')} ${keyOf('d')}`
    const headers = await signedNotice(notice, { key })
    expect((await tell(notice, { headers, key: both })).status).toBe(200)
    // The sender has two keys, too.
    const foreign = await signedNotice(notice, { key: keyOf('e') })
    const signatures = `${foreign['svix-signature']} ${headers['svix-signature']}`
    const sent = { ...headers, 'svix-signature': signatures }
    expect((await tell(notice, { headers: sent, key: both })).status).toBe(200)
  }
})

function suppressed(to: string, emailId: string = crypto.randomUUID()) {
  return { type: 'email.suppressed', data: { email_id: emailId, to: [to] } }
}

function added(to: string) {
  return { type: 'suppression.added', data: { email: to, origin: 'bounce' } }
}

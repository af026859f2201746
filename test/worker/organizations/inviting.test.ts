import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import { emailIndex } from '../../../worker/accounts/account/email.ts'
import { aMentor, anAdmin, anEmployer } from '../../support/builders.ts'
import { Client } from '../../support/client.ts'
import { mailbox } from '../../support/mailbox.ts'
import { settle } from '../../support/settle.ts'
import { sealingCall } from '../../support/sealing.ts'

const dayMs = 86_400_000
const someone = () => `${crypto.randomUUID()}@people.example`
const some = (count: number) => Array.from({ length: count }, someone)
const mailsTo = (address: string) =>
  mailbox.filter(({ to }) => to.toLowerCase() === address.toLowerCase())

type Admin = Awaited<ReturnType<typeof anAdmin>>
const invite = ({ client }: Admin, emails: string[], at = new Date()) =>
  client.post('/api/invitations', { emails, role: 'admin' }, { at })

it.each(['waiting', 'declined', 'ended'] as const)(
  'an employer that is %s mails nobody and is told so',
  async (state) => {
    const admin = await anAdmin({ in: await anEmployer({ state }) })
    const victim = someone()
    expect(await invite(admin, [victim])).toMatchObject({
      status: 403,
      body: { type: '/problems/organization-not-approved' },
    })
    await settle()
    expect(mailsTo(victim)).toEqual([])
  },
)

it('an invitation made before its employer lost the approval is not mailed afterwards', async () => {
  const employer = await anEmployer()
  const admin = await anAdmin({ in: employer })
  const invited = someone()
  // The approval ends while the mail waits in the outbox.
  await env.DB.prepare(
    `CREATE TRIGGER ended_between AFTER INSERT ON invitations WHEN new.organization_id = '${employer.id}'
     BEGIN UPDATE organizations SET state = 'ended' WHERE id = new.organization_id; END`,
  ).run()
  expect((await invite(admin, [invited])).status).toBe(201)
  await env.DB.prepare('DROP TRIGGER ended_between').run()
  await settle()
  expect(mailsTo(invited)).toEqual([])
})

it('a day has 500 invitations, counted by address and not by request', async () => {
  const admin = await anAdmin()
  // At noon, so that the day does not end within the test.
  const noon = new Date(Math.floor(Date.now() / dayMs) * dayMs + dayMs / 2)
  const statuses: number[] = []
  for (let n = 0; n < 13; n++) statuses.push((await invite(admin, some(40), noon)).status)
  // 12 times 40 fit; the thirteenth would make 520 and is refused whole; twenty more fit.
  expect(statuses).toEqual([...Array.from({ length: 12 }, () => 201), 429])
  expect((await invite(admin, some(20), noon)).status).toBe(201)
  const refused = await invite(admin, some(1), noon)
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe(String(dayMs / 2_000))
  expect((await invite(admin, some(1), new Date(noon.getTime() + dayMs))).status).toBe(201)
})

it('an address named forty times in one request, in any spelling, gets one mail', async () => {
  const admin = await anAdmin()
  const address = someone()
  const spellings = Array.from({ length: 40 }, (_, n) =>
    n % 2 ? address : address.replace('@people', '@PEOPLE').toUpperCase(),
  )
  const sent = await invite(admin, spellings)
  expect(sent.body.invitations).toHaveLength(1)
  expect(sent.body.mailed).toBe(1)
  await settle()
  expect(mailsTo(address)).toHaveLength(1)
})

it('a member is not invited into the role they have, and is mailed nothing', async () => {
  const admin = await anAdmin()
  const member = await aMentor({ in: { id: admin.organizationId } })
  const inviteAs = (role: string) =>
    admin.client.post('/api/invitations', { emails: [member.email.toUpperCase()], role })
  const before = mailsTo(member.email).length
  expect((await inviteAs('mentor')).body).toEqual({
    invitations: [],
    outcomes: ['already-member'],
    mailed: 0,
  })
  await settle()
  expect(mailsTo(member.email)).toHaveLength(before)
  // An invitation in another role is a new one.
  expect((await inviteAs('admin')).body.outcomes).toEqual(['invited'])
})

it('inviting again mails once more after a day, and until then says that it was invited', async () => {
  const admin = await anAdmin()
  const [address, now] = [someone(), new Date()]
  const outcome = async (at: Date) => (await invite(admin, [address], at)).body.outcomes
  const in23 = new Date(now.getTime() + dayMs - 3_600_000)
  const in25 = new Date(now.getTime() + dayMs + 3_600_000)
  expect(await outcome(now)).toEqual(['invited'])
  const [first] = (await admin.client.get('/api/invitations')).body.invitations
  expect(await outcome(in23)).toEqual(['already-invited'])
  expect(await outcome(in25)).toEqual(['sent-again'])
  expect(await outcome(in25)).toEqual(['already-invited'])
  // The second mail is about an invitation that works for its own three days, not for those of the
  // first.
  const { pathname } = new URL(first.link)
  const ended = new Date(Date.parse(first.expiresAt) + 60_000)
  expect((await new Client().get(`/api${pathname}`, { at: ended })).status).toBe(200)
  // An admin's invitation lasts three days; the second mail extended it by three.
  expect(await outcome(new Date(in25.getTime() + 4 * dayMs))).toEqual(['invited'])
})

it('an open invitation to another role is not sent again, because it says that role', async () => {
  const admin = await anAdmin()
  const [address, now] = [someone(), new Date()]
  const inviteAs = async (role: string, at: Date) =>
    (await admin.client.at(at).post('/api/invitations', { emails: [address], role })).body.outcomes
  expect(await inviteAs('student', now)).toEqual(['invited'])
  const nextDay = new Date(now.getTime() + dayMs + 3_600_000)
  expect(await inviteAs('mentor', nextDay)).toEqual(['already-invited'])
  expect(await inviteAs('student', nextDay)).toEqual(['sent-again'])
})

it('withdrawing an invitation and inviting again does not mail twice in a day', async () => {
  const admin = await anAdmin()
  const address = someone()
  for (let n = 0; n < 5; n++) {
    const { body } = await invite(admin, [address])
    expect(body.outcomes).toEqual([n === 0 ? 'invited' : 'not-mailed'])
    await settle()
    await admin.client.delete(`/api/invitations/${body.invitations[0]}`)
  }
  expect(mailsTo(address)).toHaveLength(1)
})

it('of twenty simultaneous requests that invite one address, one makes the invitation', async () => {
  const admin = await anAdmin()
  const address = someone()
  await Promise.all(Array.from({ length: 20 }, () => invite(admin, [address])))
  await settle()
  expect(mailsTo(address)).toHaveLength(1)
  const { body } = await admin.client.get('/api/invitations')
  expect(body.invitations).toHaveLength(1)
})

/** The path of the page that stops these mails, from the newest mail. */
function refusalPath(address: string): string {
  const link = /Stop these emails: (\S+)/.exec(mailsTo(address).at(-1)?.text ?? '')?.[1]
  return new URL(link ?? '').pathname
}

/** As a browser sends the form of a page under `Referrer-Policy: no-referrer`. */
const press = (path: string) =>
  new Client().send('POST', path, undefined, {
    headers: { origin: 'null', 'idempotency-key': null },
  })

it('an invited person can stop the mails of one organization for good, without an account', async () => {
  const [here, elsewhere] = [await anAdmin(), await anAdmin()]
  const address = someone()
  await invite(here, [address])
  await settle()
  const path = refusalPath(address)

  const page = await new Client().get(path)
  expect(page).toMatchObject({ status: 200 })
  expect(page.text).toContain(`<form method="post" action="${path}">`)
  expect(page.text).not.toContain('<script')
  const before = mailsTo(address).length
  expect(await press(path)).toMatchObject({ status: 200 })
  expect(await press(path)).toMatchObject({ status: 200 })

  // With other capitals, and long after the first invitation has ended.
  const later = new Date(Date.now() + 30 * dayMs)
  expect((await invite(here, [address.toUpperCase()], later)).body.outcomes).toEqual(['not-mailed'])
  await settle()
  expect(mailsTo(address)).toHaveLength(before)
  expect((await new Client().get(path, { at: later })).text).not.toContain(`action="${path}"`)

  expect((await invite(elsewhere, [address])).body.outcomes).toEqual(['invited'])
  await settle()
  expect(mailsTo(address)).toHaveLength(before + 1)
  await press(`${refusalPath(address)}/of-everybody`)
  expect((await invite(await anAdmin(), [address])).body.outcomes).toEqual(['not-mailed'])
  await settle()
  expect(mailsTo(address)).toHaveLength(before + 1)
})

it('stopping the mails stores no address, and another site cannot do it', async () => {
  const admin = await anAdmin()
  const address = someone()
  await invite(admin, [address])
  await settle()
  const path = refusalPath(address)
  const foreign = { origin: 'null', 'sec-fetch-site': 'cross-site' }
  expect(await new Client().send('POST', path, undefined, { headers: foreign })).toMatchObject({
    status: 403,
  })
  const index = await emailIndex(sealingCall(), address)
  const rows = env.DB.prepare('SELECT * FROM mail_refusals WHERE email_index = ?').bind(index)
  expect((await rows.all()).results).toEqual([])
  await press(path)
  const kept = JSON.stringify((await rows.all()).results)
  expect(kept).toContain(index)
  expect(kept).not.toContain(address)
})

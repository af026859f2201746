import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import { aMentor, aProgramme, aStudent, anAdmin, type Person } from '../../support/builders.ts'
import { Client } from '../../support/client.ts'
import { askErasure, days } from '../../support/erasing.ts'
import { aVisibleStudent, search, statusesOf } from '../../support/hiring.ts'
import { accept, aDeliveredRequest, anAsking } from '../../support/interviewing.ts'
import { codeFor, mailbox } from '../../support/mailbox.ts'
import { settle } from '../../support/settle.ts'
import { beforeCommit } from '../../support/before-commit.ts'

const count = (sql: string, ...values: (string | number)[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .first<number>('n')

const liveConsents = (id: string) =>
  count(
    `SELECT count(*) AS n FROM consents c WHERE student_id = ? AND NOT EXISTS (
      SELECT 1 FROM consent_withdrawals w WHERE w.consent_id = c.id)`,
    id,
  )

/** Asks for a code, and signs in with it if one is mailed. */
async function signInByCode({ email }: Pick<Person, 'email'>) {
  const browser = new Client()
  await browser.post('/api/sign-ins', { email })
  await settle()
  const code = codeFor(email)
  const opened = await browser.post('/api/session', { by: 'code', code, sharedComputer: false })
  return { browser, status: opened.status }
}

describe('asking to erase an account', () => {
  it('hides it at once: search, badge page, sessions, consents', async () => {
    const asking = await anAsking()
    const { student } = asking
    const [credentialId = ''] = student.credentialIds
    const own = await student.client.get(`/api/credentials/${credentialId}`)
    await student.client.put(`/api/credentials/${credentialId}/publication`, {
      on: true,
      showName: true,
      listed: false,
      version: own.body.publication.version,
    })
    const page = `/credentials/${credentialId}`
    expect((await new Client().get(page)).status).toBe(200)
    const seen = await search(asking)
    expect(seen.cards.map(({ pseudonym }) => pseudonym)).toContain(asking.pseudonym)

    const asked = await student.client.post('/api/erasure', {})
    expect(asked.status).toBe(201)
    expect(asked.headers.get('clear-site-data')).toContain('storage')
    // Before any note has run.
    expect((await student.client.get('/api/session')).status).toBe(401)
    expect((await new Client().get(page)).status).toBe(404)
    expect(await liveConsents(student.id)).toBe(0)
    const after = await search(asking)
    expect(after.cards.map(({ pseudonym }) => pseudonym)).not.toContain(asking.pseudonym)
  })

  it('cancels interviews, ends requests and tells the employer', async () => {
    const agreed = await aDeliveredRequest()
    expect((await accept(agreed)).status).toBe(201)
    await settle()
    const told = mailbox.length
    await askErasure(agreed.student)
    await settle()
    const read = await agreed.recruiter.client.get(agreed.path)
    expect(read.body.request.state).toBe('cancelled')
    expect(mailbox.slice(told).map(({ to }) => to)).toContain(agreed.recruiter.email)

    const waiting = await aDeliveredRequest()
    await askErasure(waiting.student)
    const ended = await waiting.recruiter.client.get(waiting.path)
    expect(ended.body.request.state).toBe('withdrawn')
  })

  it('cancels an interview that was accepted a moment before', async () => {
    const request = await aDeliveredRequest()
    const { student } = request
    const DB = beforeCommit(env.DB, () => accept(request))
    const asked = await student.client.post('/api/erasure', {}, { env: { DB } })
    expect(asked.status).toBe(201)
    await settle()
    expect(await liveConsents(student.id)).toBe(0)
    const read = await request.recruiter.client.get(request.path)
    expect(read.body.request.state).toBe('cancelled')
  })

  it('refuses an acceptance that comes a moment later', async () => {
    const request = await aDeliveredRequest()
    const { student, path, slots, textHash } = request
    const DB = beforeCommit(env.DB, () => student.client.post('/api/erasure', {}))
    const accepted = await student.client.post(
      `${path}/answers`,
      {
        answer: 'accept',
        edition: 1,
        slotId: slots[0]?.id,
        textHash,
        fields: { name: true, email: true },
      },
      { env: { DB } },
    )
    expect(accepted.status).toBe(401)
    expect(await liveConsents(student.id)).toBe(0)
  })

  it('hides the name from the people of the programme', async () => {
    const home = await aProgramme()
    const admin = await anAdmin({ in: home })
    const student = await aStudent({ in: home, name: 'Ines Cardoso' })
    expect((await admin.client.get('/api/members')).text).toContain('Ines Cardoso')
    await askErasure(student)
    expect((await admin.client.get('/api/members')).text).not.toContain('Ines Cardoso')
  })

  it('needs a recent code', async () => {
    const { client } = await aStudent()
    const late = await client.at(days(new Date(), 1)).post('/api/erasure', {})
    expect([late.status, late.body.type]).toEqual([403, expect.stringContaining('fresh-proof')])
  })

  it('is refused to the only admin of an organization, and named before', async () => {
    const home = await aProgramme({ name: 'Fenwick College' })
    const admin = await anAdmin({ in: home })
    const effects = await admin.client.get('/api/erasure')
    expect(effects.body.onlyAdminOf).toEqual(['Fenwick College'])
    const refused = await admin.client.post('/api/erasure', {})
    expect([refused.status, refused.body.type]).toEqual([
      409,
      expect.stringContaining('last-admin'),
    ])
    expect((await admin.client.get('/api/session')).status).toBe(200)

    const second = await anAdmin({ in: home })
    expect((await admin.client.get('/api/erasure')).body.onlyAdminOf).toEqual([])
    await askErasure(admin)
    // The one who is left counts alone.
    expect((await second.client.post('/api/erasure', {})).status).toBe(409)
    const { membershipId } = second
    expect((await second.client.delete(`/api/memberships/${membershipId}`)).status).toBe(409)
  })

  it('happens once, however often it is pressed', async () => {
    const student = await aStudent()
    const pressed = await Promise.all(
      Array.from({ length: 20 }, () => student.client.post('/api/erasure', {})),
    )
    expect(statusesOf(pressed).filter((status) => status === 201)).toHaveLength(1)
    expect(await count('SELECT count(*) AS n FROM erasures WHERE account_id = ?', student.id)).toBe(
      1,
    )
  })
})

describe('until it is due', () => {
  it('the mailed link gives the account back, without a session, and nothing that ended', async () => {
    const student = await aVisibleStudent({ name: 'Nadia Petrova' })
    const { token, dueAt } = await askErasure(student)
    const stranger = new Client()
    const path = `/api/erasures/${token}`
    const shown = await stranger.get(path)
    expect(shown.body).toEqual({ state: 'waiting', dueAt: dueAt.toISOString() })
    expect(shown.text).not.toContain('Nadia')

    expect((await stranger.delete(path)).status).toBe(204)
    await settle()
    expect((await stranger.get(path)).body.state).toBe('undone')
    expect(mailbox.at(-1)?.to).toBe(student.email)
    const { browser, status } = await signInByCode(student)
    expect(status).toBe(201)
    expect((await browser.get('/api/account')).body.name).toBe('Nadia Petrova')
    const { body } = await browser.get('/api/visibility')
    expect(body.consentId ?? null).toBe(null)
    expect(await liveConsents(student.id)).toBe(0)
    expect((await browser.get('/api/credentials')).body.credentials).toHaveLength(1)

    // A used link does nothing more; the next erasure gets another one.
    expect((await stranger.delete(path)).status).toBe(409)
    const again = await browser.post('/api/erasure', {})
    expect(again.status).toBe(201)
  })

  it('a code is not mailed: the mail says what happens, and how to stop it', async () => {
    const student = await aMentor()
    await askErasure(student)
    const { status } = await signInByCode(student)
    expect(status).not.toBe(201)
    const { subject, text } = mailbox.at(-1) ?? { subject: '', text: '' }
    expect([subject, codeFor(student.email)]).toEqual(['Your account is about to be erased', ''])
    expect(text).toContain('use the link in it')
  })

  it('an unknown link is a 404', async () => {
    const unknown = 'A'.repeat(43)
    expect((await new Client().get(`/api/erasures/${unknown}`)).status).toBe(404)
    expect((await new Client().delete(`/api/erasures/${unknown}`)).status).toBe(404)
  })
})

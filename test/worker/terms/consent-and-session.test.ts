import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { visibilities } from '../../../worker/talent/tables.ts'
import { aStudent, db } from '../../support/builders.ts'
import { Client } from '../../support/client.ts'
import { aVisibleStudent, openToWork, switchOn } from '../../support/hiring.ts'
import { codeFor, mailbox } from '../../support/mailbox.ts'
import { sessionAt } from '../../support/session-at.ts'
import { settle, tickAt } from '../../support/settle.ts'

const day = 86_400_000
const later = (days: number) => new Date(Date.now() + days * day)

describe('the consent to be found', () => {
  const isOn = async ({ id }: { id: string }) =>
    (await db.select().from(visibilities).where(eq(visibilities.studentId, id))).length === 1

  it('is announced two weeks before its six months are over, and renewed by hand', async () => {
    const student = await aVisibleStudent()
    await settle(later(150))
    const subjects = () =>
      mailbox.filter(({ to }) => to === student.email).map(({ subject }) => subject)
    expect(subjects()).not.toContain('Your visibility ends in two weeks')
    await settle(later(172))
    expect(subjects()).toContain('Your visibility ends in two weeks')

    const client = await sessionAt(student, later(172))
    const credentials = student.credentialIds.map((credentialId) => ({ credentialId }))
    expect((await switchOn({ client }, { credentials, ...openToWork })).status).toBe(201)
    await tickAt(later(190))
    expect(await isOn(student)).toBe(true)
  })

  it('is mailed as what it does: found by nobody without hours and start, then found', async () => {
    const student = await aVisibleStudent({ fields: { startMonth: undefined } })
    const credentials = student.credentialIds.map((credentialId) => ({ credentialId }))
    const subjects = async () => {
      await settle()
      return mailbox.filter(({ to }) => to === student.email).map(({ subject }) => subject)
    }
    const notYet = 'You are visible, but no employer can find you yet'
    expect(await subjects()).toContain(notYet)
    expect(await subjects()).not.toContain('Employers can find you now')

    const added = await switchOn(student, { credentials, ...openToWork })
    expect(added.body).toMatchObject({ found: true })
    expect(await subjects()).toContain('Employers can find you now')

    // One more field is no news then.
    await switchOn(student, { credentials, ...openToWork, headline: 'Calm at closing time' })
    const about = (await subjects()).filter((subject) => subject.includes('find you'))
    expect(about).toEqual([notYet, 'Employers can find you now'])
  })

  it.each([190, 400, 1_000])('can be given again %s days after it was given', async (days) => {
    const student = await aVisibleStudent()
    await tickAt(later(days))
    expect(await isOn(student)).toBe(false)

    const client = await sessionAt(student, later(days))
    const credentials = student.credentialIds.map((credentialId) => ({ credentialId }))
    const again = await switchOn({ client }, { credentials, ...openToWork })

    expect(again.status, again.text).toBe(201)
    expect(await isOn(student)).toBe(true)
    const { body } = await client.get('/api/visibility')
    expect(body.on).toBe(true)
  })

  it.each(Array.from({ length: 12 }, (_, month) => month + 1))(
    'can be given on the first and the last day of month %s, and lasts six months at most',
    async (month) => {
      const student = await aVisibleStudent()
      const credentials = student.credentialIds.map((credentialId) => ({ credentialId }))
      // Six months are 184 days from March to August, and 181 or 182 otherwise.
      for (const at of [Date.UTC(2027, month - 1, 1, 0, 5), Date.UTC(2027, month, 0, 23, 55)]) {
        const client = await sessionAt(student, new Date(at))
        const given = await switchOn({ client }, { credentials, ...openToWork })
        expect(given.status, given.text).toBe(201)
        const lasts = (Date.parse(given.body.expiresAt) - at) / day
        expect(lasts).toBeGreaterThan(179)
        expect(lasts).toBeLessThanOrEqual(184)
      }
    },
  )

  it('can be given again in the minutes before the cron has ended it', async () => {
    const student = await aVisibleStudent()
    const client = await sessionAt(student, later(185))
    expect((await client.get('/api/visibility')).body.on).toBe(false)
    const credentials = student.credentialIds.map((credentialId) => ({ credentialId }))
    expect((await switchOn({ client }, { credentials, ...openToWork })).status).toBe(201)
    await tickAt(later(185))
    expect((await client.get('/api/visibility')).body.on).toBe(true)
    const rows = and(eq(visibilities.studentId, student.id))
    expect(await db.select().from(visibilities).where(rows)).toHaveLength(1)
  })
})

describe('a session', () => {
  it.each([100, 365, 1_096, 1_830])(
    'ends after %s days, and its person signs in again',
    async (days) => {
      const student = await aStudent()
      const own = new Client().at(later(0))
      const signIn = async (client: Client) => {
        await client.post('/api/sign-ins', { email: student.email })
        // The code was asked for within this second, so its mail is due at the end of it.
        await settle(new Date((client.now?.getTime() ?? 0) + 1_000))
        const code = codeFor(student.email)
        return client.post('/api/session', { by: 'code', code, sharedComputer: false })
      }
      expect((await signIn(own)).status).toBe(201)
      expect((await own.get('/api/session')).status).toBe(200)

      const back = own.at(later(days))
      expect((await back.get('/api/session')).status).toBe(401)
      expect((await signIn(back)).status).toBe(201)
      const { body } = await back.get('/api/session')
      expect(body.account.id).toBe(student.id)
      expect(body.memberships).toHaveLength(1)
    },
  )
})

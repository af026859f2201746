import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import { weekOf } from '../../../worker/accounts/session/session.ts'
import { monthsLater } from '../../../worker/foundation/reader/months-later.ts'
import { idleTerm } from '../../../worker/insights/idle/idle.ts'
import { noticeIdle } from '../../../worker/insights/idle/notice-idle.ts'
import { aDecision, award } from '../../support/awards.ts'
import { aMentor, aStudent, type Person } from '../../support/builders.ts'
import { envAt } from '../../support/client.ts'
import { aVisibleStudent } from '../../support/hiring.ts'
import { mailbox } from '../../support/mailbox.ts'
import { settle, tickAt } from '../../support/settle.ts'

const second = 1_000
/** Long before anything else in this database, so that only these people are idle. */
const left = weekOf(new Date('2023-03-15T00:00:00Z'))
const after = (months: number, ms = 0) => new Date(monthsLater(left, months).getTime() + ms)

async function unused(person: Person): Promise<Person> {
  await env.DB.prepare('UPDATE accounts SET seen_week = ?1, created_at = ?1 WHERE id = ?2')
    .bind(left.getTime(), person.id)
    .run()
  return person
}

/** What the clock does in an hour, and the mails that go out after it. */
async function anHourAt(at: Date): Promise<void> {
  await noticeIdle(envAt(at), at)
  await settle(at)
}

const mailsTo = ({ email }: Person) => mailbox.filter(({ to }) => to === email)

describe('an account that nobody uses', () => {
  it('has the promised term and notices', () => {
    expect(idleTerm).toEqual({ months: 24, noticeMonths: [22, 23] })
  })

  it('is told 22 and 23 months after the last visit, not a second sooner, and once each', async () => {
    const student = await unused(await aStudent())
    await anHourAt(after(22, -second))
    expect(mailsTo(student)).toEqual([])

    await anHourAt(after(22, second))
    await anHourAt(after(22, 3_600 * second))
    expect(mailsTo(student)).toHaveLength(1)
    expect(mailsTo(student)[0]?.text).toContain('You have not used Mettle since March 2023.')
    expect(mailsTo(student)[0]?.text).toMatch(/On (13 March 2025|March 13, 2025), we will\s+erase/)

    await anHourAt(after(23, -second))
    expect(mailsTo(student)).toHaveLength(1)
    await anHourAt(after(23, 2 * second))
    await anHourAt(after(23, 3_600 * second))
    expect(mailsTo(student)).toHaveLength(2)
    await anHourAt(after(23, 86_400 * 20 * second))
    expect(mailsTo(student)).toHaveLength(2)
  })

  it('is told both times with a month between, also if the clock stood still for a year', async () => {
    const student = await unused(await aStudent())
    await anHourAt(after(36))
    await anHourAt(after(36, 86_400 * second))
    expect(mailsTo(student)).toHaveLength(1)
    // Two months later, as if it had been told in time.
    expect(mailsTo(student)[0]?.text).toMatch(/On (13 May 2026|May 13, 2026), we will\s+erase/)
    await anHourAt(after(37, -second))
    expect(mailsTo(student)).toHaveLength(1)
    await anHourAt(after(37, 60 * second))
    expect(mailsTo(student)).toHaveLength(2)
  })

  it('is hidden and erased 24 months after the last visit, not a second sooner', async () => {
    const student = await unused(await aStudent())
    await anHourAt(after(22, second))
    await anHourAt(after(23, 60 * second))
    const asked = () =>
      env.DB.prepare('SELECT due_at FROM erasures WHERE account_id = ?').bind(student.id).first()
    await anHourAt(after(24, -second))
    expect(await asked()).toBeNull()
    await anHourAt(after(24, 120 * second))
    expect(await asked()).not.toBeNull()
    await anHourAt(after(24, 3_600 * second))
    expect(mailsTo(student).at(-1)?.text).toContain('/erasures/')
    expect(mailsTo(student)).toHaveLength(3)
  })

  it('is not told if its person came back before the mail was sent', async () => {
    const student = await unused(await aStudent())
    const at = after(22, second)
    await noticeIdle(envAt(at), at)
    await env.DB.prepare('UPDATE accounts SET seen_week = ?1 WHERE id = ?2')
      .bind(weekOf(at).getTime(), student.id)
      .run()
    await settle(at)
    expect(mailsTo(student)).toEqual([])
  })

  it('is found by the cron', async () => {
    const student = await unused(await aStudent())
    // The clock of the other tests has not reached this hour.
    await tickAt(after(22, 7_200 * second))
    await settle(after(22, 7_260 * second))
    expect(mailsTo(student)).toHaveLength(1)
  })
})

describe('is not told, however long they are away', () => {
  const muchLater = after(35)

  it.each([
    ['somebody whom employers can find', () => aVisibleStudent()],
    ['somebody with a badge', aHolder],
    ['somebody who still works for a programme', () => aMentor()],
  ])('%s', async (_, make) => {
    const person = await unused(await make())
    await anHourAt(muchLater)
    expect(mailsTo(person).filter(({ text }) => text.includes('we erase'))).toEqual([])
  })

  it('but a mentor whose membership has ended is', async () => {
    const mentor = await unused(await aMentor())
    await env.DB.prepare('UPDATE memberships SET ended_at = 1 WHERE id = ?')
      .bind(mentor.membershipId)
      .run()
    await anHourAt(muchLater)
    expect(mailsTo(mentor)).toHaveLength(1)
  })
})

describe('the last visit', () => {
  const seenWeek = ({ id }: Person) =>
    env.DB.prepare('SELECT seen_week FROM accounts WHERE id = ?').bind(id).first('seen_week')

  it('is kept as a week: from the sign-in, and while the session is used', async () => {
    const start = new Date('2026-03-18T10:00:00Z')
    const student = await aStudent({ now: start })
    expect(await seenWeek(student)).toBe(weekOf(start).getTime())

    const later = new Date('2026-04-22T10:00:00Z')
    expect((await student.client.at(later).get('/api/session')).status).toBe(200)
    expect(await seenWeek(student)).toBe(weekOf(later).getTime())
  })

  it('does not go back', async () => {
    const student = await aStudent()
    await env.DB.prepare('UPDATE sessions SET seen_at = 5 WHERE account_id = ?')
      .bind(student.id)
      .run()
    expect(await seenWeek(student)).toBe(weekOf(new Date()).getTime())
  })
})

async function aHolder(): Promise<Person> {
  const student = await aStudent()
  await award(await aDecision(student))
  return student
}

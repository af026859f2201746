import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'

import { accounts } from '../../../worker/accounts/tables.ts'
import type { Mail } from '../../../worker/env.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { requestExpiresMail } from '../../../worker/notifications/message/interview-messages.ts'
import type { Message } from '../../../worker/notifications/message/message.ts'
import { promiseMissedMail } from '../../../worker/notifications/message/promise-messages.ts'
import { sendNotice } from '../../../worker/notifications/send-notice.ts'
import { aStudent, db } from '../../support/builders.ts'
import { envAt } from '../../support/client.ts'

/** The text of a notice mailed to a person who lives there. */
async function mailTo(at: { region: string | null; zone: string | null }, message: Message) {
  const student = await aStudent()
  await db.update(accounts).set(at).where(eq(accounts.id, student.id))
  const sent: Mail[] = []
  const MAIL = { send: (mail: Mail) => Promise.resolve(void sent.push(mail)) }
  const call = systemCall(envAt(undefined, { MAIL }), crypto.randomUUID())
  const [id, subjectId, kind] = [crypto.randomUUID(), crypto.randomUUID(), 'test.told']
  const note = { id, kind, subjectId, payload: {} }
  await sendNotice(call, note as never, { accountId: student.id, kind, subjectId, message })
  return sent[0]?.text.replace(/[\u202f\u00a0]/g, ' ')
}

describe('a date in a mail', () => {
  const late = promiseMissedMail({
    lacksPeers: false,
    title: 'The rota',
    until: new Date('2027-06-04T16:30:00Z'),
    link: 'https://x.example',
    settled: { peers: 1, mentors: 0 },
  })

  test.each([
    ['GB', 'Europe/London', '4 June 2027 at 17:30 BST'],
    ['US', 'America/Los_Angeles', 'June 4, 2027 at 9:30 AM PDT'],
    ['IN', 'Asia/Kolkata', /4 June 2027 at 10:00 pm (IST|GMT\+5:30)/],
    // The zone is unknown: UTC, and the mail says so.
    ['GB', null, '4 June 2027 at 16:30 UTC'],
    ['GB', 'Etc/Unknown', '4 June 2027 at 16:30 UTC'],
    [null, null, /4 June 2027 at 4:30 pm UTC/],
  ])('for a recipient in %s, %s', async (region, zone, words) => {
    expect(await mailTo({ region, zone }, late)).toMatch(words)
  })

  test('is the recipient’s when an interview request is about to end', async () => {
    const ends = requestExpiresMail(
      { title: 'Nurse', until: new Date('2026-12-01T02:00:00Z'), acceptBy: null },
      'https://x.example',
    )
    const there = { region: 'US', zone: 'America/New_York' }
    expect(await mailTo(there, ends)).toContain('until November 30, 2026 at 9:00 PM EST.')
  })
})

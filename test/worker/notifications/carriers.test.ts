import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Bindings } from '../../../worker/env.ts'
import { OutsideFailure } from '../../../worker/foundation/outbox/outside-failure.ts'
import { NotYet } from '../../../worker/foundation/outbox/not-yet.ts'
import { sendMail } from '../../../worker/notifications/send-mail.ts'
import {
  aMail,
  callWith,
  failure,
  forgetCarriers,
  http,
  outcomesOf,
  platform,
} from '../../support/carriers.ts'

beforeEach(forgetCarriers)
afterEach(() => {
  vi.unstubAllGlobals()
})

/** The HTTP carrier gives these answers in turn, and then the last one again and again. */
function answering(...answers: (() => Response | Promise<Response>)[]) {
  const asked: Request[] = []
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    asked.push(new Request(address, init))
    const answer = answers[Math.min(asked.length, answers.length) - 1]
    if (!answer) throw new Error('no answer was given')
    return answer()
  })
  return asked
}

const json = (body: object, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers })
const failing = (name: string, status: number) => () => json({ name, message: 'words' }, status)
const taken = () => json({ id: crypto.randomUUID() })

/** What `sendMail` did: `true` for sent, `false` for not, or the name of what it threw. */
async function triedWith(carrier: Partial<Bindings>, mail = aMail()) {
  const outcome = await sendMail(callWith(carrier), mail).catch((error: unknown) => {
    if (error instanceof OutsideFailure || error instanceof NotYet) return error.name
    throw error
  })
  return [outcome, await outcomesOf(mail)] as const
}

describe('the HTTP carrier', () => {
  it.each([
    ['takes the mail', taken, true, 'sent'],
    ['has used up the day', failing('daily_quota_exceeded', 429), 'mail-quota', 'quota'],
    ['has used up the month', failing('monthly_quota_exceeded', 429), 'mail-quota', 'quota'],
    ['does not take the address', failing('validation_error', 422), 'mail-refused', 'refused'],
    ['does not know the key', failing('invalid_api_key', 403), 'mail-refused', 'refused'],
    ['sends elsewhere', () => new Response('', { status: 302 }), 'mail-refused', 'refused'],
    ['has a fault', failing('internal_server_error', 500), 'mail-away', 'unknown'],
    ['still sends it', failing('concurrent_idempotent_requests', 409), 'mail-away', 'unknown'],
    [
      'says nothing we know',
      () => new Response('<b>502</b>', { status: 502 }),
      'mail-away',
      'unknown',
    ],
    ['is not there', () => Promise.reject(new TypeError('no network')), 'mail-away', 'unknown'],
  ])('%s', async (_, answer, done, outcome) => {
    answering(answer)
    expect(await triedWith(http)).toEqual([done, [outcome]])
  })

  it('says that mails come too fast: the mail waits as long as it asks, and leaves', async () => {
    const tooFast = () => json({ name: 'rate_limit_exceeded' }, 429, { 'retry-after': '1' })
    const asked = answering(tooFast, taken)
    const before = Date.now()
    expect(await triedWith(http)).toEqual([true, ['sent']])
    expect(asked).toHaveLength(2)
    expect(Date.now() - before).toBeGreaterThanOrEqual(990)
  })

  it('goes on saying so: the note waits, and no try is counted', async () => {
    answering(() => json({ name: 'rate_limit_exceeded' }, 429, { 'retry-after': '30' }))
    expect(await triedWith(http)).toEqual(['mail-turn', []])
  })

  it('gets the id of the note as idempotency key, and the headers to unsubscribe', async () => {
    const asked = answering(taken)
    const unsubscribeLink = 'https://mettle.example/invitations/t/mail-refusals/one-click'
    const mail = aMail({ sort: 'invitation', unsubscribeLink })
    await triedWith(http, mail)
    expect(asked[0]?.headers.get('idempotency-key')).toBe(mail.noteId)
    expect(await asked[0]?.json()).toMatchObject({
      to: [mail.to],
      headers: {
        'List-Unsubscribe': `<${unsubscribeLink}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    })
  })

  it('is not asked twice for one mail', async () => {
    const asked = answering(taken)
    const mail = aMail()
    await triedWith(http, mail)
    expect(await triedWith(http, mail)).toEqual([true, ['sent']])
    expect(asked).toHaveLength(1)
  })
})

describe("the platform's binding", () => {
  it('takes a mail with a file and with headers, as the platform simulates it', async () => {
    const sent: unknown[] = []
    const carrier = platform((mail: never) => {
      sent.push(mail)
      if (!env.EMAIL) throw new Error('wrangler.toml has no binding EMAIL')
      return env.EMAIL.send(mail)
    })
    const mail = aMail({
      unsubscribeLink: 'https://mettle.example/u',
      attachment: { name: 'interview.ics', type: 'text/calendar', content: 'SUMMARY:面接' },
    })
    expect(await triedWith(carrier, mail)).toEqual([true, ['sent']])
    expect(sent).toEqual([
      {
        from: { name: 'Mettle', email: 'hello@mettle.example' },
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        headers: {
          'List-Unsubscribe': '<https://mettle.example/u>',
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
        attachments: [
          expect.objectContaining({ filename: 'interview.ics', disposition: 'attachment' }),
        ],
      },
    ])
    const row = env.DB.prepare('SELECT * FROM mail_outcomes WHERE mail_id = ?').bind(mail.noteId)
    const stored = await row.first()
    expect(stored).toMatchObject({
      carrier: 'platform',
      carrier_id: expect.stringMatching(/^<\w+@mettle\.example>$/),
    })
    expect(JSON.stringify(stored)).not.toContain(mail.to)
  })

  it.each([
    ['has used up the day', 'E_DAILY_LIMIT_EXCEEDED', 'mail-quota', 'quota'],
    ['has the address on its list', 'E_RECIPIENT_SUPPRESSED', false, 'suppressed'],
    ['knows no such sender', 'E_SENDER_NOT_VERIFIED', 'mail-refused', 'refused'],
    ['sends to verified addresses only', 'E_RECIPIENT_NOT_ALLOWED', 'mail-refused', 'refused'],
    ['could not deliver it', 'E_DELIVERY_FAILED', 'mail-refused', 'refused'],
    ['does not take a header', 'E_HEADER_NOT_ALLOWED', 'mail-refused', 'refused'],
    ['has a fault', 'E_INTERNAL_SERVER_ERROR', 'mail-away', 'unknown'],
    ['says something new', 'SOMETHING_NEW', 'mail-away', 'unknown'],
  ])('%s', async (_, code, done, outcome) => {
    expect(await triedWith(platform(() => Promise.reject(failure(code))))).toEqual([
      done,
      [outcome],
    ])
  })

  it('says that mails come too fast: the mail waits a second, and leaves', async () => {
    let tries = 0
    const carrier = platform(() =>
      tries++ === 0
        ? Promise.reject(failure('E_RATE_LIMIT_EXCEEDED'))
        : Promise.resolve({ messageId: '<a@b>' }),
    )
    expect(await triedWith(carrier)).toEqual([true, ['sent']])
  })

  it('does not answer: after five seconds nobody waits for it', async () => {
    const before = Date.now()
    const carrier = platform(() => new Promise<never>(() => undefined))
    expect(await triedWith(carrier)).toEqual(['mail-away', ['unknown']])
    expect(Date.now() - before).toBeLessThan(7_000)
  })
})

describe('the carrier of an instance', () => {
  const { EMAIL } = platform(() => Promise.resolve({ messageId: '<a@b>' }))

  it.each([
    [
      'the platform, if it is chosen',
      { MAIL_CARRIER: 'platform', EMAIL, MAIL_API_KEY: 'k' },
      'platform',
    ],
    ['HTTP, if it is chosen', { MAIL_CARRIER: 'http', EMAIL, MAIL_API_KEY: 'k' }, 'http'],
    ['HTTP, if there is a key and no choice', { EMAIL, MAIL_API_KEY: 'k' }, 'http'],
  ] as const)('is %s', async (_, carrier, name) => {
    answering(taken)
    const mail = aMail()
    await triedWith({ ...carrier }, mail)
    const row = env.DB.prepare('SELECT carrier FROM mail_outcomes WHERE mail_id = ?')
    expect(await row.bind(mail.noteId).first('carrier')).toBe(name)
  })

  it.each([
    ['a choice or a key', { EMAIL }],
    ['the chosen binding', { MAIL_CARRIER: 'platform', MAIL_API_KEY: 'k' }],
    ['the chosen key', { MAIL_CARRIER: 'http', EMAIL }],
  ] as const)('is none without %s, and nothing counts as sent', async (_, carrier) => {
    expect(await triedWith({ EMAIL: undefined, ...carrier } as Partial<Bindings>)).toEqual([
      false,
      [],
    ])
  })
})

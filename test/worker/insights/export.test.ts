import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import ICAL from 'ical.js'
import { beforeAll, describe, expect, it } from 'vitest'

import { counters } from '../../../worker/foundation/tables.ts'
import { drafts } from '../../../worker/attempts/tables.ts'
import { sealDraft } from '../../../worker/attempts/draft-text.ts'
import { cellsOf, exportOf, filesIn, rowsIn } from '../../support/archive.ts'
import { anAward } from '../../support/awards.ts'
import { aBookedInterview } from '../../support/booking.ts'
import { aMentor, anAdmin, aRecruiter, aStudent, db, type Person } from '../../support/builders.ts'
import { anAsking } from '../../support/interviewing.ts'
import { aChallenge, aSubmission } from '../../support/reviews.ts'
import { sealingCall } from '../../support/sealing.ts'
import { sessionAt } from '../../support/session-at.ts'
import { leave } from '../../support/traffic/rows.ts'

const path = '/api/export'

describe('the file', () => {
  it('is a ZIP with a fixed name, to be saved', async () => {
    const { client } = await aStudent()
    const { status, headers, bytes } = await client.get(path)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/zip')
    expect(headers.get('content-disposition')).toBe('attachment; filename="mettle-export.zip"')
    expect(filesIn(bytes)['README.txt']).toContain('Your data from Mettle')
  })

  it.each([
    ['student', aStudent],
    ['mentor', aMentor],
    ['recruiter', aRecruiter],
    ['admin', anAdmin],
  ])('is made for a %s', async (role, make) => {
    const person = await make()
    const files = await exportOf(person.client)
    expect(rowsIn(files, 'account', 'accounts')).toMatchObject([
      { email: person.email, name: person.name, reading: {} },
    ])
    expect(rowsIn(files, 'account', 'memberships')).toMatchObject([{ role, ended_at: null }])
  })

  it('is made for somebody whose memberships have ended', async () => {
    const student = await aStudent()
    await leave(student)
    const files = await exportOf(await sessionAt({ ...student, membershipId: null }, new Date()))
    const [membership] = rowsIn(files, 'account', 'memberships')
    expect(membership?.ended_at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
  })

  it('needs a code that was confirmed within ten minutes', async () => {
    const { client } = await aStudent({ provenMinutesAgo: 11 })
    expect((await client.get(path)).body.type).toBe('/problems/fresh-proof-needed')
  })
})

describe('the content', () => {
  let student: Person
  let files: Record<string, string>
  let badge: { id: string }
  let attemptId: string
  const awkward = '=HYPERLINK("https://a.example"), and\r\nthe rest “in quotes”'

  beforeAll(async () => {
    const booked = await aBookedInterview(await anAsking())
    student = booked.student
    badge = await anAward(student, { skill: 'empathy' })
    const challenge = await aChallenge()
    attemptId = (await aSubmission(student, challenge, { answers: { plan: awkward } })).attemptId
    await db.insert(drafts).values({
      attemptId,
      promptId: 'plan',
      text: await sealDraft(
        { ...sealingCall(), actorId: student.id },
        { attemptId, promptId: 'plan' },
        awkward,
      ),
      version: 1,
      updatedAt: new Date(),
    })
    files = await exportOf(student.client)
  })

  it('is parsed in every file, and each CSV says the same as its JSON', () => {
    const topics = Object.entries(files).filter(([name]) => /^[\w-]+\.json$/.test(name))
    expect(topics.length).toBeGreaterThan(7)
    let tables = 0
    for (const [name, text] of topics) {
      const topic = name.replace('.json', '')
      for (const table of Object.keys(JSON.parse(text))) {
        const csv = files[csvNames[table] ?? `${topic}/${table}.csv`] ?? ''
        expect(csv.startsWith('\uFEFF')).toBe(true)
        const [header = [], ...lines] = cellsOf(csv)
        const rows = rowsIn(files, topic, table)
        expect(Object.keys(rows[0] ?? {})).toEqual(header)
        expect(lines).toEqual(rows.map((row) => header.map((column) => asCell(row[column]))))
        tables++
      }
    }
    const others = Object.keys(files).filter((name) => name.endsWith('.csv'))
    expect(others).toHaveLength(tables)
  })

  it('has own texts whole, and safe in a table', () => {
    expect(rowsIn(files, 'answers', 'submissions')).toContainEqual(
      expect.objectContaining({ attempt_id: attemptId, answers: { plan: awkward } }),
    )
    expect(rowsIn(files, 'answers', 'drafts')).toMatchObject([{ text: awkward }])
    expect(files['answers/drafts.csv']).toContain(`"'=HYPERLINK(""https://a.example""), and\r\n`)
  })

  it('names organizations and challenges beside their ids', () => {
    const attempt = rowsIn(files, 'answers', 'attempts').find(({ id }) => id === attemptId)
    expect(attempt).toMatchObject({ challenge: 'Two boxes', organization: expect.any(String) })
    expect(Object.keys(attempt ?? {}).slice(1, 3)).toEqual(['organization_id', 'organization'])
    const [request] = rowsIn(files, 'interviews', 'interview_requests')
    expect(request).toMatchObject({ organization: expect.stringMatching(/^employer /) })
  })

  it('has every badge as its holder downloads it', async () => {
    const names = Object.keys(files).filter((name) => name.startsWith('credentials/'))
    expect(names).toHaveLength(2)
    const { body } = await student.client.get(`/api/credentials/${badge.id}/document`)
    expect(JSON.parse(files[`credentials/${badge.id}.json`] ?? '')).toEqual(body)
    expect(body.proof).toHaveLength(1)
  })

  it('has own interviews for a calendar, which invites nobody', () => {
    const calendar = new ICAL.Component(ICAL.parse(files['interviews.ics'] ?? ''))
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    const [event, ...more] = calendar.getAllSubcomponents('vevent')
    expect(more).toEqual([])
    const [booking] = rowsIn(files, 'interviews', 'bookings')
    const start = event?.getFirstPropertyValue('dtstart') as ICAL.Time
    expect(start.toJSDate().toISOString()).toBe(booking?.starts_at)
    expect(event?.getFirstPropertyValue('uid')).toMatch(`booking-${String(booking?.id)}@`)
    for (const name of ['attendee', 'contact']) expect(event?.getAllProperties(name)).toEqual([])
  })

  it('explains each topic that is there, and no other', () => {
    const listed = [...(files['README.txt'] ?? '').matchAll(/^([\w-]+\.json|[\w/-]+\.?\w*): /gm)]
    const names = listed.map(([, name = '']) => name)
    const topics = Object.keys(files).filter((name) => /^[\w-]+\.json$/.test(name))
    expect(names).toEqual(expect.arrayContaining(topics))
    for (const name of names)
      expect(Object.keys(files).some((each) => each.startsWith(name))).toBe(true)
    expect(names).not.toContain('reviews.json')
  })
})

describe('three a day', () => {
  it('are made; the fourth says when the next one can be', async () => {
    const { client } = await aStudent()
    const at = new Date()
    for (let n = 0; n < 3; n++) expect((await client.get(path, { at })).status).toBe(200)
    const refused = await client.get(path, { at })
    expect(refused.status).toBe(429)
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(86_400)
  })

  it('are not more if four are asked for at once', async () => {
    const { client } = await aStudent()
    const answers = await Promise.all(Array.from({ length: 4 }, () => client.get(path)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
  })

  it('do not count a try that failed', async () => {
    const student = await aStudent()
    const VAULT = { ...env.VAULT, open: () => Promise.reject(new Error('down')) }
    const failed = await student.client.get(path, { env: { VAULT } })
    expect([failed.status, failed.body.type]).toEqual([503, '/problems/try-again'])
    const counted = await db
      .select()
      .from(counters)
      .where(eq(counters.key, `${student.id} GET /export`))
    expect(counted).toEqual([])
  })
})

const csvNames: Record<string, string> = {
  audit_entries: 'audit.csv',
  disclosures: 'disclosures.csv',
}

/** A value of the JSON as its CSV shows it. */
function asCell(value: unknown): string {
  if (value === null) return ''
  if (typeof value !== 'string') return JSON.stringify(value)
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
}

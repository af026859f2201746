import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { requestMessages } from '../../../worker/interviews/tables.ts'
import { db } from '../../support/builders.ts'
import { aBookedInterview, bothAt } from '../../support/booking.ts'
import type { Client } from '../../support/client.ts'
import { aRecruiterOf } from '../../support/hiring.ts'
import { aDeliveredRequest, anAsking } from '../../support/interviewing.ts'
import { mailbox } from '../../support/mailbox.ts'
import { settle } from '../../support/settle.ts'

const day = 86_400_000

describe('before acceptance', () => {
  it('an adjustment from a window that is older than the acceptance is refused, not sent unhidden', async () => {
    const { student, path } = await aBookedInterview()
    const words = 'I am Leila Haddad. I need the questions in writing.'
    const wrote = await student.client.post(`${path}/messages`, { topic: 'adjustment', words })
    expect([wrote.status, wrote.body.type]).toEqual([409, '/problems/cannot-write'])
  })

  it('a student asks for an adjustment, the employer answers, and neither learns who the other is', async () => {
    const asked = await aDeliveredRequest()
    const { recruiter, student, path } = asked
    const words = 'I am Leila Haddad, leila@mail.example. I need the questions in writing.'

    const wrote = await student.client.post(`${path}/messages`, { topic: 'adjustment', words })
    expect(wrote.status, wrote.text).toBe(201)
    const { messages } = (await recruiter.client.get(`${path}/messages`)).body
    expect(messages).toMatchObject([{ by: 'student', topic: 'adjustment', at: null }])
    expect(messages[0].words).toContain('I need the questions in writing.')
    expect(messages[0].words).not.toMatch(/Leila|Haddad|mail\.example/)

    const answer = 'You get them a day before. Ring me on +44 113 496 0000 if it is not enough.'
    const answered = await recruiter.client.post(`${path}/messages`, { words: answer })
    expect(answered.status, answered.text).toBe(201)
    await settle()
    // Each gets a mail about the other's message, and none about their own.
    for (const { email } of [student, recruiter]) {
      const told = mailbox.filter(
        ({ to, subject }) => to === email && subject.startsWith('A message about'),
      )
      expect(told).toHaveLength(1)
    }
    const read = (await student.client.get(`${path}/messages`)).body.messages
    expect(read[0].words).toBe(
      'You get them a day before. Ring me on [hidden] if it is not enough.',
    )
    // No mail contains what was written.
    expect(mailbox.filter(({ text }) => /in writing|a day before\./.test(text))).toEqual([])
    expect(
      mailbox.filter(({ to, text }) => to === recruiter.email && text.includes('Leila')),
    ).toEqual([])
  })

  it('nobody writes about anything else, and the employer does not begin', async () => {
    const { recruiter, student, path } = await aDeliveredRequest()
    const first = await recruiter.client.post(`${path}/messages`, { words: 'Hello there.' })
    expect(first.body.type).toMatch(/cannot-write$/)
    const other = await student.client.post(`${path}/messages`, { words: 'What do you pay?' })
    expect(other.body.type).toMatch(/cannot-write$/)
  })
})

describe('after acceptance', () => {
  it('both write by name until two weeks after the interview', async () => {
    const booked = await aBookedInterview()
    const { path, endsAt } = booked
    const words = 'Which door is it? I am on +44 7700 900123.'
    expect((await booked.student.client.post(`${path}/messages`, { words })).status).toBe(201)
    const { messages } = (await booked.recruiter.client.get(`${path}/messages`)).body
    expect(messages).toMatchObject([{ by: 'student', topic: null, words }])
    expect(messages[0].at).not.toBeNull()

    const last = await bothAt(booked, new Date(endsAt.getTime() + 14 * day - 60_000))
    expect((await last.recruiter.post(`${path}/messages`, { words: 'Thank you.' })).status).toBe(
      201,
    )
    const over = await bothAt(booked, new Date(endsAt.getTime() + 14 * day + 60_000))
    expect((await over.student.post(`${path}/messages`, { words: 'One more.' })).body.type).toMatch(
      /cannot-write$/,
    )
  })

  it('ends with a cancelled interview', async () => {
    const { student, recruiter, path } = await aBookedInterview()
    await student.client.post(`${path}/cancellation`)
    const late = await recruiter.client.post(`${path}/messages`, { words: 'What a pity.' })
    expect(late.body.type).toMatch(/cannot-write$/)
  })

  it('allows twenty messages for each side and day', async () => {
    const booked = await aBookedInterview()
    const statuses = new Set<number>()
    for (let n = 0; n < 20; n += 1) {
      const { status } = await booked.student.client.post(`${booked.path}/messages`, {
        words: `Message ${n}`,
      })
      statuses.add(status)
    }
    expect([...statuses]).toEqual([201])
    const more = await booked.student.client.post(`${booked.path}/messages`, { words: 'And more' })
    expect(more.status).toBe(429)
    const other = await booked.recruiter.client.post(`${booked.path}/messages`, { words: 'Yes?' })
    expect(other.status).toBe(201)
    expect(await db.$count(requestMessages, eq(requestMessages.requestId, booked.requestId))).toBe(
      21,
    )
  })
})

it('is read by the two sides only', async () => {
  const booked = await aBookedInterview()
  const other = await anAsking()
  expect((await other.student.client.get(`${booked.path}/messages`)).status).toBe(404)
  expect((await other.recruiter.client.get(`${booked.path}/messages`)).status).toBe(404)
})

it('a recruiter reads which colleague wrote, and a student reads no name', async () => {
  const booked = await aBookedInterview()
  const { recruiter, student, path } = booked
  await recruiter.client.post(`${path}/messages`, { words: 'Come to the side door.' })
  const colleague = await aRecruiterOf(booked.employer)
  const namesFor = async (client: Client) =>
    (await client.get(`${path}/messages`)).body.messages.map(({ name }: { name: unknown }) => name)
  expect(await namesFor(recruiter.client)).toEqual([null])
  expect(await namesFor(colleague.client)).toEqual([expect.stringMatching(/./)])
  expect(await namesFor(student.client)).toEqual([null])
})

describe('a message of the student', () => {
  const unreadFor = async (client: Client, path: string) => {
    const { requests } = (await client.get('/api/interview-requests')).body
    const listed = requests.find(({ id }: { id: string }) => path.endsWith(id))
    const { request } = (await client.get(path)).body
    expect(request.unreadMessageId).toBe(listed.unreadMessageId)
    return listed.unreadMessageId
  }

  it('is unread for each recruiter, in the list and on the page, until they have opened it', async () => {
    const { employer, recruiter, student, path } = await aBookedInterview()
    const colleague = await aRecruiterOf(employer)
    await recruiter.client.post(`${path}/messages`, { words: 'Come to the side door.' })
    expect(await unreadFor(colleague.client, path)).toBeNull()

    const write = async (words: string) =>
      (await student.client.post(`${path}/messages`, { words })).body.messageId
    await write('Which door is it?')
    const last = await write('I have found it.')
    expect(await unreadFor(recruiter.client, path)).toBe(last)

    const mark = (id: string) => recruiter.client.put(`${path}/messages/${id}/read-mark`, undefined)
    expect((await mark(last)).status).toBe(200)
    expect(await unreadFor(recruiter.client, path)).toBeNull()
    expect(await unreadFor(colleague.client, path)).toBe(last)
    expect((await mark(crypto.randomUUID())).status).toBe(404)
    expect(await unreadFor(recruiter.client, path)).toBeNull()

    const next = await write('Thank you.')
    expect(await unreadFor(recruiter.client, path)).toBe(next)
  })

  it('is not unread where the page of the request shows no messages', async () => {
    const { recruiter, student, path } = await aDeliveredRequest()
    const words = 'I need the questions in writing.'
    await student.client.post(`${path}/messages`, { topic: 'adjustment', words })
    expect(await unreadFor(recruiter.client, path)).not.toBeNull()
    await recruiter.client.post(`${path}/withdrawal`)
    expect(await unreadFor(recruiter.client, path)).toBeNull()
  })
})

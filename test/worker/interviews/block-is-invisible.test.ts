import { describe, expect, it } from 'vitest'

import { type Ask, anId, expectAlike } from '../../hostile/alike.ts'
import { anAdmin } from '../../support/builders.ts'
import { aHiringEmployer, search } from '../../support/hiring.ts'
import { aDeliveredRequest, anAsking, type Delivered } from '../../support/interviewing.ts'
import { mailbox } from '../../support/mailbox.ts'
import { settle } from '../../support/settle.ts'
import { liftRateLimits } from '../../support/traffic.ts'

liftRateLimits()

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const moment = /\d{4}-\d\d-\d\dT[\d:.]+Z/g

/**
 * Replaces all ids and times in an answer, so that the rest, and where times are, can be compared.
 */
const without = (text: string) => text.replace(uuid, 'ID').replace(moment, 'T')

async function readBy({ recruiter, path, requestId }: Delivered) {
  await settle()
  const page = await recruiter.client.get(path)
  const list = await recruiter.client.get('/api/interview-requests')
  const row = list.body.requests.find(({ id }: { id: string }) => id === requestId)
  return { page: without(page.text), row: without(JSON.stringify(row)) }
}

const asked = async (change?: (delivered: Delivered) => Promise<unknown>) => {
  const delivered = await aDeliveredRequest()
  await change?.(delivered)
  return delivered
}

/** The student asks for another time, so the employer has to reply. */
const askRevision = ({ student, path }: Delivered) =>
  student.client.post(`${path}/answers`, { answer: 'ask-revision', edition: 1, parts: ['time'] })

describe('what an employer reads of its request', () => {
  it('is the same after a decline as after a block, by name or by domain', async () => {
    const declined = await asked()
    await declined.student.client.post(`${declined.path}/answers`, {
      answer: 'decline',
      edition: 1,
    })
    const named = await asked(({ student, employer }) =>
      student.client.post('/api/blocks', { organizationId: employer.id }),
    )
    const byDomain = await asked(({ student, employer }) =>
      student.client.post('/api/blocks', { domain: `${employer.slug}.example` }),
    )
    const told = await readBy(declined)
    expect(told.page).toContain('"state":"declined"')
    expect(await readBy(named)).toEqual(told)
    expect(await readBy(byDomain)).toEqual(told)
  })

  it('is the same after hiding as after a block, while the employer has to reply', async () => {
    const hidden = await asked(askRevision)
    await hidden.student.client.delete('/api/visibility')
    const blocked = await asked(askRevision)
    await blocked.student.client.post('/api/blocks', { organizationId: blocked.employer.id })
    const told = await readBy(hidden)
    expect(told.page).toContain('"state":"withdrawn"')
    expect(await readBy(blocked)).toEqual(told)
  })

  it('while the student is told that they ended it, on the page, in the list and by mail', async () => {
    for (const [end, because, words] of [
      [
        ({ student }: Delivered) => student.client.delete('/api/visibility'),
        'no-longer-available',
        'You are now hidden from employers',
      ],
      [
        ({ student, employer }: Delivered) =>
          student.client.post('/api/blocks', { organizationId: employer.id }),
        'blocked',
        'You blocked this employer. So the interview request',
      ],
    ] as const) {
      const { student, path } = await asked(async (delivered) => {
        await askRevision(delivered)
        await end(delivered)
      })
      await settle()
      const { body } = await student.client.get(path)
      expect(body.request).toMatchObject({ state: 'withdrawn', because })
      const list = await student.client.get('/api/interview-requests')
      expect(list.body.requests[0].because).toBe(because)
      expect(mailbox.findLast(({ to }) => to === student.email)?.text).toContain(words)
    }
  })

  it('never says when a student hid, blocked or declined', async () => {
    for (const end of [
      ({ student }: Delivered) => student.client.delete('/api/visibility'),
      ({ student, employer }: Delivered) =>
        student.client.post('/api/blocks', { organizationId: employer.id }),
      ({ student, path }: Delivered) =>
        student.client.post(`${path}/answers`, { answer: 'decline', edition: 1 }),
    ]) {
      const delivered = await asked(end)
      await settle()
      const { body } = await delivered.recruiter.client.get(delivered.path)
      expect(body.request.events.at(-1).at).toBeNull()
    }
  })

  it('leaves the same audit entries for its admins as a decline', async () => {
    const at = new Date(Date.now() + 2 * 86_400_000)
    const actions = async (delivered: Delivered) => {
      await settle()
      const admin = await anAdmin({ in: delivered.employer })
      const { body } = await admin.client.get('/api/audit-entries', { at })
      return body.entries.map(({ action }: { action: string }) => action).toSorted()
    }
    const declined = await asked(({ student, path }) =>
      student.client.post(`${path}/answers`, { answer: 'decline', edition: 1 }),
    )
    const blocked = await asked(({ student, employer }) =>
      student.client.post('/api/blocks', { organizationId: employer.id }),
    )
    const plain = await actions(declined)
    expect(plain).toContain('interview.deliver')
    expect(await actions(blocked)).toEqual(plain)
  })
})

it('a blocked, a hidden, a closed and an invented card have the same answer at every door of a recruiter', async () => {
  const hiring = await aHiringEmployer()
  const [blocked, hidden, closed, revoked] = [
    await anAsking(hiring),
    await anAsking(hiring),
    await anAsking(hiring),
    await anAsking(hiring),
  ]
  const { made } = await search(hiring)
  await blocked.student.client.post('/api/blocks', { organizationId: hiring.employer.id })
  await hidden.student.client.delete('/api/visibility')
  await closed.student.client.post('/api/blocks', { domain: `${hiring.employer.slug}.example` })
  const admin = await anAdmin({ in: { id: revoked.student.organizationId } })
  for (const credentialId of revoked.student.credentialIds) {
    await admin.client.post(`/api/credentials/${credentialId}/revocation`, { reason: 'error' })
  }
  const { client } = hiring.recruiter
  const doors: Record<string, (pseudonym: string) => Ask> = {
    view: (pseudonym) => (options) => client.post(`/api/cards/${pseudonym}/views`, {}, options),
    ask: (pseudonym) => (options) =>
      client.post('/api/interview-requests', { pseudonym, openingId: hiring.openingId }, options),
    page: (after) => (options) =>
      client.post(`/api/searches/${made.body.searchId}/pages`, { after }, options),
  }
  const statuses: Record<string, number> = {}
  for (const [name, door] of Object.entries(doors)) {
    const gone = [blocked, hidden, closed, revoked].map(({ pseudonym }) => door(pseudonym))
    statuses[name] = await expectAlike(door(anId()), ...gone)
  }
  expect(statuses).toEqual({ view: 404, ask: 404, page: 409 })
})

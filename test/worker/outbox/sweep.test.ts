import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { interviewRequests } from '../../../worker/interviews/tables.ts'
import { consentWithdrawals, organizations } from '../../../worker/organizations/tables.ts'
import { outbox } from '../../../worker/foundation/tables.ts'
import { credentials, statusLists } from '../../../worker/credentials/tables.ts'
import { decisions } from '../../../worker/scoring/tables.ts'
import { tick } from '../../../worker/tick.ts'
import { aDecision, anAward, awardOf } from '../../support/awards.ts'
import { aProgramme, aStudent, anAdmin, db } from '../../support/builders.ts'
import { envAt } from '../../support/client.ts'
import { accept, aDeliveredRequest, anAsking, aSentRequest } from '../../support/interviewing.ts'

const hour = 3_600_000
const day = 24 * hour
const inHours = (n: number) => new Date(Date.now() + n * hour)
const forget = (subject: string) => db.delete(outbox).where(eq(outbox.subjectId, subject))
const stateOf = async (id: string) =>
  (await db.select().from(interviewRequests).where(eq(interviewRequests.id, id)).get())?.state

describe('the sweep of each hour', () => {
  it('finds a proficient decision without a badge, and leaves the others alone', async () => {
    const holder = await aStudent()
    await anAward(holder)
    const again = await aDecision(holder, { title: 'Another of the same skill' })
    const notYet = await aDecision(await aStudent(), { state: 'not-yet' })
    const lost = await aDecision(await aStudent())
    const recent = await aDecision(await aStudent())
    await db
      .update(decisions)
      .set({ decidedAt: inHours(2) })
      .where(eq(decisions.id, recent))
    await tick(envAt(inHours(2)))
    expect(await awardOf(lost)).toMatchObject({ state: 'signed' })
    expect(await Promise.all([again, notYet, recent].map(awardOf))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    const notes = (id: string) => db.$count(outbox, eq(outbox.subjectId, id))
    expect([await notes(again), await notes(notYet)]).toEqual([0, 0])
  })

  it('announces a decision that cannot be awarded once a day and no more', async () => {
    const home = await aProgramme({ name: 'slot:name' })
    const id = await aDecision(await aStudent({ in: home }))
    for (const n of [49, 50, 51]) await tick(envAt(inHours(n)))
    const rows = await db.select().from(outbox).where(eq(outbox.subjectId, id))
    expect(new Set(rows.map(({ firstDueAt }) => firstDueAt.getTime())).size).toBeLessThanOrEqual(2)
    // Once the name is corrected, the badge is awarded.
    await db.update(organizations).set({ name: 'Slot' }).where(eq(organizations.id, home.id))
    await tick(envAt(inHours(75)))
    expect(await awardOf(id)).toMatchObject({ state: 'signed' })
  })

  it('ends a request whose student hid, when the note of it was lost', async () => {
    const delivered = await aDeliveredRequest()
    await delivered.student.client.delete('/api/visibility')
    await forget(delivered.student.id)
    await tick(envAt(inHours(3)))
    expect(await stateOf(delivered.requestId)).toBe('withdrawn')
  })

  it('cancels an interview whose consent is withdrawn, when the note of it was lost', async () => {
    const delivered = await aDeliveredRequest()
    expect((await accept(delivered)).status).toBe(201)
    const consentId = await env.DB.prepare(
      'SELECT consent_id FROM disclosures WHERE subject_id = ?1 AND kind = ?2',
    )
      .bind(delivered.requestId, 'identity')
      .first<string>('consent_id')
    await db.insert(consentWithdrawals).values({ consentId: consentId ?? '', at: new Date() })
    await tick(envAt(inHours(4)))
    expect(await stateOf(delivered.requestId)).toBe('cancelled')
  })

  it('delivers, and ends, a request whose timer was lost', async () => {
    const sent = await aSentRequest(await anAsking())
    await forget(sent.requestId)
    await tick(envAt(inHours(5)))
    expect(await stateOf(sent.requestId)).toBe('delivered')
    await forget(sent.requestId)
    await tick(envAt(new Date(Date.now() + 16 * day)))
    expect(await stateOf(sent.requestId)).toBe('expired')
  })

  it('ends a request that was to be reworded, when its timer was lost', async () => {
    const { student, path, requestId } = await aDeliveredRequest()
    const answer = { answer: 'ask-revision', edition: 1, parts: ['time'] }
    expect((await student.client.post(`${path}/answers`, answer)).status).toBe(201)
    await forget(requestId)
    await tick(envAt(new Date(Date.now() + 30 * day)))
    expect(await stateOf(requestId)).toBe('lapsed')
  })
})

describe('one that fails', () => {
  it('does not stop other lists or badges from being signed', async () => {
    const [one, two] = [await aStudent(), await aStudent()]
    const refused = await anAward(one)
    const other = await anAward(two)
    const listOf = async (id: string) =>
      (await db.select().from(credentials).where(eq(credentials.id, id)).get())?.statusListId ?? ''
    const [bad, good] = [await listOf(refused.id), await listOf(other.id)]
    const old = new Date(Date.now() - 30 * hour)
    await db.update(statusLists).set({ signedAt: old }).where(eq(statusLists.id, bad))
    await db.update(statusLists).set({ signedAt: old }).where(eq(statusLists.id, good))
    const signer = {
      ...env.SIGNER,
      publicKeys: (issuer: string) => env.SIGNER.publicKeys(issuer),
      sign: (request: Parameters<typeof env.SIGNER.sign>[0]) =>
        request.versionId.startsWith(bad)
          ? Promise.resolve({ refused: 'not-a-status-list' as never })
          : env.SIGNER.sign(request),
    }
    await tick(envAt(new Date(), { SIGNER: signer }))
    const signedAt = async (id: string) =>
      (await db.select().from(statusLists).where(eq(statusLists.id, id)).get())?.signedAt
    expect(await signedAt(bad)).toEqual(old)
    expect((await signedAt(good))?.getTime()).toBeGreaterThan(old.getTime())
  })

  it('refuses a name that looks like a slot of a badge template', async () => {
    const admin = await anAdmin()
    const rename = (name: string) => admin.client.put('/api/organization', { name, aliases: [] })
    expect((await rename('slot:name')).status).toBe(422)
    expect((await rename('urn:slot:level-1')).status).toBe(422)
    expect((await rename('Time slot: mornings')).status).toBe(200)
    const id = await aDecision(await aStudent({ in: { id: admin.organizationId } }))
    await tick(envAt(inHours(30)))
    expect(await awardOf(id)).toMatchObject({ state: 'signed' })
  })
})

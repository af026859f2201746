import { env } from 'cloudflare:workers'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { auditEntries } from '../../../worker/audit/tables.ts'
import { mayIssue } from '../../../worker/credentials/award/may-issue.ts'
import { findAwardFacts } from '../../../worker/credentials/award/find-award-facts.ts'
import { prepareCredential } from '../../../worker/credentials/award/prepare-credential.ts'
import { refreshSignatures } from '../../../worker/credentials/signature/refresh-signatures.ts'
import {
  signStatusList,
  signStatusListOf,
} from '../../../worker/credentials/signature/sign-status-list.ts'
import {
  achievements,
  credentialEnds,
  credentials,
  issuerKeys,
  issuers,
  statusLists,
} from '../../../worker/credentials/tables.ts'
import { tellHolder } from '../../../worker/credentials/award/tell-holder.ts'
import type { Mail } from '../../../worker/env.ts'
import { drain } from '../../../worker/foundation/outbox/drain.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { note } from '../../../worker/foundation/outbox/note.ts'
import { outbox } from '../../../worker/foundation/tables.ts'
import { reactions } from '../../../worker/reactions.ts'
import {
  aContest,
  aDecision,
  aNote,
  anAward,
  award,
  awardOf,
  awardedAt,
  sign,
} from '../../support/awards.ts'
import { aProgramme, aStudent, anAdmin, db } from '../../support/builders.ts'
import { beforeCommit } from '../../support/before-commit.ts'
import { contenders, rounds } from '../../support/size.ts'

const auditOf = (id: string) => db.select().from(auditEntries).where(eq(auditEntries.subjectId, id))
const notesOf = (id: string) => db.select().from(outbox).where(eq(outbox.subjectId, id))

describe('a decision becomes a badge', () => {
  it('is prepared, signed and announced, each once, with its audit entries', async () => {
    const student = await aStudent()
    const decisionId = await aDecision(student)
    await award(decisionId)
    const prepared = await awardOf(decisionId)
    expect(prepared).toMatchObject({ state: 'prepared', level: 3, version: 1, proofValue: null })
    const id = prepared?.id ?? ''
    expect(await notesOf(id)).toMatchObject([{ kind: 'credential.prepared' }])

    await sign(id)
    const signed = await awardOf(decisionId)
    expect(signed).toMatchObject({ state: 'signed', publishedAt: null })
    expect(signed?.proofValue).toMatch(/^z[1-9A-HJ-NP-Za-km-z]{80,}$/)
    expect((await auditOf(id)).map(({ action }) => action).toSorted()).toEqual([
      'credential.issued',
      'credential.prepared',
    ])
    expect((await notesOf(id)).map(({ kind }) => kind).toSorted()).toEqual([
      'credential.issued',
      'credential.prepared',
    ])
  })

  it('says what was judged, by how many peers and mentors, and identifies nobody', async () => {
    const student = await aStudent({ name: 'Leila Haddad' })
    const { id } = await anAward(student, { title: 'The “late” shift' })
    const { body } = await student.client.get(`/api/credentials/${id}`)
    const { document } = body
    expect(document.evidence[0]).toMatchObject({
      genre: 'assessment',
      id: 'ni:///sha-256;H7ZdJfw3aUl9x_gE3UX5c9I386iSpkYupCw6TV_Uha4',
      narrative:
        'Two peers and one mentor judged this answer without knowing whose it was. ' +
        'Too few reviews yet to say how well reviewers of this challenge agree. ' +
        'Sat unsupervised; identity not checked by the programme.',
    })
    expect(document.evidence[0].description).toMatch(
      /^Challenge "The “late” shift" \(version [0-9a-f]{6}\), answered on \d{4}-\d\d-\d\d\.$/,
    )
    expect(document.credentialSubject.result).toHaveLength(5)
    const text = JSON.stringify(document)
    for (const secret of [student.id, student.email, 'Leila', body.evidenceSalt]) {
      expect(text).not.toContain(secret)
    }
  })

  it('is mailed to its holder, with the fact that nobody sees it yet', async () => {
    const student = await aStudent()
    const { id } = await anAward(student)
    const sent: Mail[] = []
    const MAIL = { send: async (mail: Mail) => void sent.push(mail) }
    const call = () => systemCall({ ...env, MAIL }, 'outbox:tell', awardedAt)
    const note = aNote('credential.issued', id)
    await tellHolder(call(), note)
    expect(sent).toMatchObject([{ to: student.email, subject: 'Your badge: Collaboration' }])
    expect(sent[0]?.text).toContain(`https://mettle.example/badges/${id}`)
  })

  it.each(['not-yet', 'needs-more'] as const)('%s makes no badge', async (state) => {
    const decisionId = await aDecision(await aStudent(), { state })
    await award(decisionId)
    expect(await awardOf(decisionId)).toBeUndefined()
  })

  it('gives one badge for two decisions in the same skill', async () => {
    const student = await aStudent()
    await anAward(student)
    const second = await aDecision(student, { title: 'Another day' })
    await award(second)
    expect(await awardOf(second)).toBeUndefined()
  })

  it('issues nothing when its note comes again, nor after the badge was revoked', async () => {
    const student = await aStudent()
    const { id, decisionId } = await anAward(student)
    const admin = await anAdmin({ in: { id: student.organizationId } })
    await admin.client.post(`/api/credentials/${id}/revocation`, { reason: 'error' })
    await award(decisionId)
    const own = await db.select().from(credentials).where(eq(credentials.studentId, student.id))
    expect(own).toHaveLength(1)
  })

  it('goes through the outbox from the decision to the signature in one drain', async () => {
    const decisionId = await aDecision(await aStudent())
    await db.batch([note(systemCall(env, crypto.randomUUID()), 'decision.made', decisionId)])
    await drain(env, reactions)
    expect(await awardOf(decisionId)).toMatchObject({ state: 'signed' })
  })

  it('never inserts an award whose decision is not proficient, whatever the code believes', async () => {
    const student = await aStudent()
    const decisionId = await aDecision(student)
    const call = systemCall(env, crypto.randomUUID(), awardedAt)
    const facts = await findAwardFacts(call, decisionId)
    if (!facts) throw new Error('no facts')
    const may = mayIssue(call, facts)
    const other = {
      decisionId: crypto.randomUUID(),
      issuer: {} as never,
      draft: () => Promise.reject(),
    }
    await expect(prepareCredential(call, may, other)).rejects.toThrow(/another decision/)
    // Already used, forged, or of another request: a bug, and never an award.
    await expect(prepareCredential(call, may, { ...other, decisionId })).rejects.toThrow(
      /not given/,
    )
    const forged = Object.create(Object.getPrototypeOf(may), { decisionId: { value: decisionId } })
    await expect(prepareCredential(call, forged, { ...other, decisionId })).rejects.toThrow()
    expect(() =>
      mayIssue(call, { ...facts, decision: { ...facts.decision, state: 'not-yet' } }),
    ).toThrow()
  })
})

describe('the signer is unavailable', () => {
  const away = (more: object = {}) => ({
    ...env,
    SIGNER: {
      publicKeys: (issuer: string) => env.SIGNER.publicKeys(issuer),
      sign: () => Promise.reject(new Error('away')),
      ...more,
    },
  })

  it('keeps the badge prepared and hidden, and signs it when the signer is back', async () => {
    const student = await aStudent()
    const decisionId = await aDecision(student)
    await award(decisionId)
    const id = (await awardOf(decisionId))?.id ?? ''
    await expect(sign(id, away())).rejects.toMatchObject({ name: 'signer-away' })
    const { body } = await student.client.get('/api/credentials')
    expect(body.credentials).toMatchObject([{ id, state: 'being-signed' }])
    expect((await student.client.get(`/api/credentials/${id}/document`)).status).toBe(404)
    expect((await student.client.get(`/api/credentials/${id}`)).body.document).toBeNull()

    await refreshSignatures(env, new Date())
    expect(await awardOf(decisionId)).toMatchObject({ state: 'signed' })
  })

  it('fails a badge that the signer refuses, for good and without a proof', async () => {
    const decisionId = await aDecision(await aStudent())
    await award(decisionId)
    const id = (await awardOf(decisionId))?.id ?? ''
    const bindings = away({
      sign: (request: { purpose: string }) =>
        request.purpose === 'status'
          ? env.SIGNER.sign(request as never)
          : Promise.resolve({ refused: 'wrong-host' }),
    })
    await sign(id, bindings)
    expect(await awardOf(decisionId)).toMatchObject({ state: 'failed', proofValue: null })
  })

  it('fails a badge whose document is no longer the one that was hashed', async () => {
    const decisionId = await aDecision(await aStudent())
    await award(decisionId)
    const row = await awardOf(decisionId)
    const slotValues = row?.slotValues.replace('Two peers', 'Ten peers') ?? ''
    await db
      .update(credentials)
      .set({ slotValues })
      .where(eq(credentials.id, row?.id ?? ''))
    await sign(row?.id ?? '')
    expect(await awardOf(decisionId)).toMatchObject({ state: 'failed' })
  })

  it('signs nothing that ended before it was signed', async () => {
    const student = await aStudent()
    const decisionId = await aDecision(student)
    await award(decisionId)
    const id = (await awardOf(decisionId))?.id ?? ''
    const admin = await anAdmin({ in: { id: student.organizationId } })
    expect(
      (await admin.client.post(`/api/credentials/${id}/revocation`, { reason: 'error' })).status,
    ).toBe(201)
    await sign(id)
    expect(await awardOf(decisionId)).toMatchObject({ state: 'prepared', proofValue: null })
  })
})

describe('at once', () => {
  it(`issues one badge when ${contenders} answers to one decision race`, async () => {
    for (let round = 0; round < rounds; round++) {
      const student = await aStudent()
      const decisionId = await aDecision(student)
      const contend = await aContest(decisionId)
      await settled(Array.from({ length: contenders }, contend))
      const own = await db.select().from(credentials).where(eq(credentials.studentId, student.id))
      expect(own).toHaveLength(1)
      const [list] = await db
        .select()
        .from(statusLists)
        .where(eq(statusLists.id, own[0]?.statusListId ?? ''))
      expect(list?.taken).toBe(1)
    }
  })

  it('issues one badge when two decisions in one skill are answered together', async () => {
    const student = await aStudent()
    const decisions = [await aDecision(student), await aDecision(student, { title: 'Another' })]
    await settled([...decisions, ...decisions].map((decisionId) => award(decisionId)))
    const own = await db.select().from(credentials).where(eq(credentials.studentId, student.id))
    expect(own).toHaveLength(1)
  })

  it('announces a badge once when several runs sign it', async () => {
    const decisionId = await aDecision(await aStudent())
    await award(decisionId)
    const id = (await awardOf(decisionId))?.id ?? ''
    await settled(Array.from({ length: 10 }, () => sign(id)))
    expect((await notesOf(id)).filter(({ kind }) => kind === 'credential.issued')).toHaveLength(1)
    expect((await auditOf(id)).filter(({ action }) => action === 'credential.issued')).toHaveLength(
      1,
    )
  })

  it('gives no index in a status list twice, and in no visible order', async () => {
    const programme = await aProgramme()
    const count = rounds * 8
    const decisions: string[] = []
    for (let made = 0; made < count; made++)
      decisions.push(await aDecision(await aStudent({ in: programme })))
    await settled(decisions.map((decisionId) => award(decisionId)))
    const rows = await db
      .select({ list: credentials.statusListId, index: credentials.statusIndex })
      .from(credentials)
      .innerJoin(achievements, eq(achievements.id, credentials.achievementId))
      .where(eq(achievements.organizationId, programme.id))
    expect(rows).toHaveLength(count)
    expect(new Set(rows.map(({ list, index }) => `${list} ${index}`)).size).toBe(count)
    expect(new Set(rows.map(({ list }) => list)).size).toBe(1)
    const indexes = rows.map(({ index }) => index)
    expect(indexes).not.toEqual(indexes.toSorted((one, other) => one - other))
    expect(
      await db.select().from(issuers).where(eq(issuers.organizationId, programme.id)),
    ).toHaveLength(1)
    expect(
      await db.select().from(achievements).where(eq(achievements.organizationId, programme.id)),
    ).toHaveLength(1)
    const list = rows[0]?.list ?? ''
    expect(await db.select().from(statusLists).where(eq(statusLists.id, list))).toMatchObject([
      { taken: count, fullAt: null },
    ])
  })

  it('records one end when a badge is revoked many times at once', async () => {
    const student = await aStudent()
    const { id } = await anAward(student)
    const admin = await anAdmin({ in: { id: student.organizationId } })
    const revoke = () => admin.client.post(`/api/credentials/${id}/revocation`, { reason: 'error' })
    const answers = await Promise.all(Array.from({ length: 20 }, revoke))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]))
    expect(
      await db.select().from(credentialEnds).where(eq(credentialEnds.credentialId, id)),
    ).toHaveLength(1)
  })
})

describe('achievements and lists', () => {
  it('keeps the lineage and makes a new achievement when the rubric changes', async () => {
    const programme = await aProgramme()
    await anAward(await aStudent({ in: programme }))
    await anAward(await aStudent({ in: programme }), { wording: 'Another wording.' })
    const defined = await db
      .select()
      .from(achievements)
      .where(eq(achievements.organizationId, programme.id))
    expect(defined).toHaveLength(2)
    expect(new Set(defined.map(({ lineageId }) => lineageId)).size).toBe(1)
  })

  it('takes the achievement of its own rubric when another award defined it first', async () => {
    const programme = await aProgramme()
    await anAward(await aStudent({ in: programme }))
    const student = await aStudent({ in: programme })
    const wording = 'A second wording.'
    const decisionId = await aDecision(student, { wording })
    const meanwhile = async () => {
      await anAward(await aStudent({ in: programme }), { wording })
      const { id } = await anAward(await aStudent({ in: programme }), { wording: 'A third.' })
      const [newest] = await db
        .select({ id: credentials.achievementId })
        .from(credentials)
        .where(eq(credentials.id, id))
      await env.DB.prepare('DROP TRIGGER achievements_stay').run()
      await db
        .update(achievements)
        .set({ createdAt: new Date(awardedAt.getTime() + 1_000) })
        .where(eq(achievements.id, newest?.id ?? ''))
      await env.DB.prepare(
        `CREATE TRIGGER achievements_stay BEFORE UPDATE ON achievements BEGIN
           SELECT RAISE(ABORT, 'achievement_is_final'); END`,
      ).run()
    }
    await award(decisionId, crypto.randomUUID(), {
      ...env,
      DB: beforeCommit(env.DB, meanwhile),
    })
    const judged = await db.get<{ rubric: string; awarded: string }>(sql`
      SELECT v.rubric_hash AS rubric, a.rubric_version AS awarded FROM decisions d
      JOIN submissions s ON s.id = d.submission_id JOIN challenge_versions v ON v.hash = s.version_hash
      JOIN credentials c ON c.decision_id = d.id JOIN achievements a ON a.id = c.achievement_id
      WHERE d.id = ${decisionId}`)
    expect(judged?.awarded).toBe(judged?.rubric)
  })

  it('opens another list when the one in use is half full', async () => {
    const programme = await aProgramme()
    const first = await anAward(await aStudent({ in: programme }))
    const { statusListId = '' } = (await awardOf(first.decisionId)) ?? {}
    await db.update(statusLists).set({ taken: 65_535 }).where(eq(statusLists.id, statusListId))
    const last = await anAward(await aStudent({ in: programme }))
    expect(await awardOf(last.decisionId)).toMatchObject({ statusListId })
    const next = await anAward(await aStudent({ in: programme }))
    expect((await awardOf(next.decisionId))?.statusListId).not.toBe(statusListId)
    const lists = await db
      .select()
      .from(statusLists)
      .where(inArray(statusLists.id, [statusListId]))
    expect(lists).toMatchObject([{ taken: 65_536, fullAt: expect.any(Date) }])
  })

  it('keeps the address of an issuer when its programme is renamed', async () => {
    const programme = await aProgramme()
    await anAward(await aStudent({ in: programme }))
    const change = db
      .update(issuers)
      .set({ slug: 'other' })
      .where(eq(issuers.organizationId, programme.id))
    await expect(change).rejects.toThrow()
    const [issuer] = await db.select().from(issuers).where(eq(issuers.organizationId, programme.id))
    expect(issuer?.did).toBe(`did:web:mettle.example:organizations:${programme.slug}`)
    const keys = await db
      .select()
      .from(issuerKeys)
      .where(eq(issuerKeys.did, issuer?.did ?? ''))
    expect(keys.map(({ purpose }) => purpose).toSorted()).toEqual(['credential', 'status'])
  })

  it('never changes what was signed', async () => {
    const { id } = await anAward(await aStudent())
    const own = and(eq(credentials.id, id))
    await expect(db.update(credentials).set({ slotValues: '{"a":1}' }).where(own)).rejects.toThrow()
    await expect(db.update(credentials).set({ proofValue: 'z1' }).where(own)).rejects.toThrow()
  })

  it('never lets an older run remove an end from a list', async () => {
    const student = await aStudent()
    const { id, decisionId } = await anAward(student)
    const listId = (await awardOf(decisionId))?.statusListId ?? ''
    const admin = await anAdmin({ in: { id: student.organizationId } })
    await admin.client.post(`/api/credentials/${id}/revocation`, { reason: 'misconduct' })
    await signStatusListOf(systemCall(env, crypto.randomUUID()), aNote('credential.ended', id))
    const [after] = await db.select().from(statusLists).where(eq(statusLists.id, listId))
    expect(after).toMatchObject({ ends: 1 })
    await signStatusList(systemCall(env, crypto.randomUUID(), awardedAt), listId)
    const [still] = await db.select().from(statusLists).where(eq(statusLists.id, listId))
    expect(still).toEqual(after)
  })

  it('signs every list again each day', async () => {
    const { decisionId } = await anAward(await aStudent())
    const listId = (await awardOf(decisionId))?.statusListId ?? ''
    const signedAt = async () =>
      (
        await db.select().from(statusLists).where(eq(statusLists.id, listId))
      )[0]?.signedAt?.getTime() ?? 0
    const before = await signedAt()
    const tick = (hours: number) => new Date(awardedAt.getTime() + hours * 3_600_000)
    const refresh = async (at: Date) => {
      // Every list of this file is due, and a tick takes twenty of them.
      for (let tries = 0; tries < 8; tries++) {
        await refreshSignatures(env, at)
      }
    }
    await refresh(tick(23))
    expect(await signedAt()).toBe(before)
    await refresh(tick(25))
    expect(await signedAt()).toBe(tick(25).getTime())
  })
})

/** Waits for all. A call that loses the race may throw a Problem; the tests check the effect. */
async function settled(work: Promise<unknown>[]): Promise<void> {
  const outcomes = await Promise.allSettled(work)
  const bugs = outcomes.filter(
    (outcome) => outcome.status === 'rejected' && outcome.reason?.name !== 'Problem',
  )
  expect(bugs).toEqual([])
}

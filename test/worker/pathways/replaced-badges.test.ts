import { env } from 'cloudflare:workers'
import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { awardCredential } from '../../../worker/credentials/award/award-credential.ts'
import { tellHolder } from '../../../worker/credentials/award/tell-holder.ts'
import { signCredential } from '../../../worker/credentials/signature/sign-credential.ts'
import { credentialVersions, credentials } from '../../../worker/credentials/tables.ts'
import type { Mail } from '../../../worker/env.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { outbox } from '../../../worker/foundation/tables.ts'
import { visibleCredentials } from '../../../worker/talent/tables.ts'
import { aDecision, aNote, anAward } from '../../support/awards.ts'
import { aMentor, aProgramme, aStudent, anAdmin, db, type Person } from '../../support/builders.ts'
import { openToWork, switchOn } from '../../support/hiring.ts'
import { account, aHandedInClaim, aPastWorkChallenge } from '../../support/past-work.ts'
import {
  aChallenge,
  aPeer,
  aReadyMentor,
  aReview,
  aSubmission,
  later,
} from '../../support/reviews.ts'
import { judge } from '../../support/rounds.ts'
import { settle } from '../../support/settle.ts'

const path = '/api/prior-learning-claims'

/** Two mentors find the student's account of past work proficient. */
async function aProvenClaim(student: Person, judges: readonly Person[], at: Date) {
  const { claimId } = await aHandedInClaim(student, { at })
  await settle(at)
  let now = later(at, { minutes: 1 })
  for (const mentor of judges) {
    const { body } = await mentor.client.at(now).post('/api/claims', {})
    const client = mentor.client.at(later(now, { minutes: 2 }))
    const { status, text } = await client.post(`/api/claims/${body.claim?.id}/review`, aReview(3))
    if (status !== 201) throw new Error(text)
    now = later(now, { minutes: 4 })
    await settle(now)
  }
  return { claimId, now }
}

/** A student whose badge in collaboration is for past work. */
async function aHolder() {
  const home = await aProgramme()
  await aPastWorkChallenge()
  const student = await aStudent({ in: home, name: 'Noor Haddad' })
  const judges = [await aMentor({ in: home }), await aMentor({ in: home })]
  // Past, so that the sign-ins are fresh at the end.
  const proven = await aProvenClaim(student, judges, later(new Date(), { minutes: -60 }))
  const [badge] = await badgesOf(student)
  if (badge?.state !== 'signed') throw new Error('The claim has no badge.')
  return { home, student, badge, ...proven }
}

type Holder = Awaited<ReturnType<typeof aHolder>>

/** The student hands in an answer to a challenge, and its reviewers find it proficient. */
async function passAChallenge({ home, student, now }: Pick<Holder, 'home' | 'student' | 'now'>) {
  const challenge = await aChallenge()
  await aSubmission(student, challenge, { at: now })
  const reviewers = [
    await aPeer(home, challenge),
    await aPeer(home, challenge),
    await aReadyMentor(home, challenge),
  ]
  let at = later(now, { minutes: 1 })
  for (const person of reviewers) at = await judge(person, challenge, at)
  await settle(at)
  return at
}

/** Runs the consumer of `decision.made` now. */
const award = (decisionId: string) =>
  awardCredential(
    systemCall(env, `outbox:${crypto.randomUUID()}:award`),
    aNote('decision.made', decisionId),
  )

const badgesOf = ({ id }: Person) =>
  db.select().from(credentials).where(eq(credentials.studentId, id))
const versionsOf = (id: string) =>
  db.select().from(credentialVersions).where(eq(credentialVersions.credentialId, id))
const publication = { on: true, showName: false, listed: false, version: 0 }

describe('a challenge that is passed after a claim', () => {
  it('replaces what the badge rests on: same id and status, new term', async () => {
    const holder = await aHolder()
    const { student, badge, claimId } = holder
    await student.client.put(`/api/credentials/${badge.id}/publication`, publication)
    const before = await student.client.get(`/credentials/${badge.id}`)
    expect(before.text).toContain('Prior learning: an account of past work')

    const at = await passAChallenge(holder)
    const own = await badgesOf(student)
    expect(own).toHaveLength(1)
    expect(own[0]).toMatchObject({
      id: badge.id,
      version: 2,
      state: 'signed',
      statusListId: badge.statusListId,
      statusIndex: badge.statusIndex,
      awardedAt: badge.awardedAt,
    })
    expect(own[0]?.validFrom.getTime()).toBeGreaterThan(badge.validFrom.getTime())
    expect(own[0]?.validUntil?.getTime()).toBeGreaterThan(badge.validUntil?.getTime() ?? 0)
    expect(await versionsOf(badge.id)).toMatchObject([
      { version: 1, decisionId: badge.decisionId, proofValue: badge.proofValue },
    ])

    const { body } = await student.client.at(at).get(`/api/credentials/${badge.id}`)
    expect(body.document.evidence[0]).toMatchObject({
      genre: 'assessment',
      narrative: expect.stringMatching(/^Two peers and one mentor judged this answer/),
    })
    const page = await student.client.get(`/credentials/${badge.id}`)
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('Prior learning')
    expect(page.text).toContain('Two peers and one mentor judged this answer')
    // The claim still leads to the badge.
    const claim = await student.client.at(at).get(`${path}/${claimId}`)
    expect(claim.body.decision.credentialId).toBe(badge.id)
  })

  it('is told to the holder, who is not told of a stolen key', async () => {
    const { student, badge } = await aHolder()
    await award(await aDecision(student))
    await signCredential(
      systemCall(env, `outbox:${crypto.randomUUID()}:sign`),
      aNote('credential.prepared', badge.id),
    )
    const notes = await db.select().from(outbox).where(eq(outbox.subjectId, badge.id))
    const kinds = notes.map(({ kind }) => kind)
    expect(kinds).toContain('credential.judged-again')
    expect(kinds).not.toContain('credential.signed-again')
    const sent: Mail[] = []
    const MAIL = { send: async (mail: Mail) => void sent.push(mail) }
    const call = systemCall({ ...env, MAIL }, 'outbox:tell')
    await tellHolder(call, aNote('credential.judged-again', badge.id))
    expect(sent).toMatchObject([
      {
        to: student.email,
        subject: 'Your badge has changed: Collaboration',
      },
    ])
  })

  it('takes the title and the words of the account off the card', async () => {
    const holder = await aHolder()
    const { student, badge } = holder
    const excerpt = Object.values(account)[0]?.slice(0, 60)
    const shown = { credentials: [{ credentialId: badge.id, excerpt }], ...openToWork }
    const granted = await switchOn(student, shown)
    expect(granted.status, granted.text).toBe(201)
    const card = and(
      eq(visibleCredentials.studentId, student.id),
      eq(visibleCredentials.credentialId, badge.id),
    )
    const [first] = await db.select().from(visibleCredentials).where(card)
    expect(first).toMatchObject({ challengeTitle: 'Past work: collaboration' })
    expect(first?.excerpt).not.toBeNull()

    await passAChallenge(holder)
    const [second] = await db.select().from(visibleCredentials).where(card)
    expect(second).toMatchObject({
      challengeTitle: expect.not.stringContaining('Past work'),
      excerpt: null,
      signs: null,
      mentorReviewed: true,
    })
  })

  it('replaces it once, also if its note is handled several times at once', async () => {
    const { student, badge } = await aHolder()
    const decisionId = await aDecision(student)
    await Promise.allSettled([award(decisionId), award(decisionId), award(decisionId)])
    await award(decisionId)
    expect(await badgesOf(student)).toMatchObject([{ version: 2, state: 'prepared', decisionId }])
    expect(await versionsOf(badge.id)).toHaveLength(1)
    expect(
      await db.all(sql`SELECT 1 FROM awaited_awards WHERE decision_id = ${decisionId}`),
    ).toEqual([])
  })

  it('waits while the badge for the claim is being signed', async () => {
    const { student, badge } = await aHolder()
    await db.run(sql`UPDATE credentials SET version = 2, state = 'prepared', key_id = NULL,
      proof_value = NULL WHERE id = ${badge.id}`)
    const decisionId = await aDecision(student)
    await expect(award(decisionId)).rejects.toThrow(/not signed yet/)
    expect(await badgesOf(student)).toMatchObject([{ decisionId: badge.decisionId }])
  })

  it('gives no badge for either decision again after the badge was revoked', async () => {
    const holder = await aHolder()
    const { home, student, badge } = holder
    await passAChallenge(holder)
    const [replaced] = await badgesOf(student)
    const admin = await anAdmin({ in: home })
    const address = `/api/credentials/${badge.id}/revocation`
    expect((await admin.client.post(address, { reason: 'error' })).status).toBeLessThan(300)
    await award(badge.decisionId)
    await award(replaced?.decisionId ?? '')
    expect(await badgesOf(student)).toHaveLength(1)
  })
})

it('a claim never replaces a badge for a challenge', async () => {
  const home = await aProgramme()
  const student = await aStudent({ in: home })
  const { id, decisionId } = await anAward(student)
  const judges = [await aMentor({ in: home }), await aMentor({ in: home })]
  await aProvenClaim(student, judges, later(new Date(), { minutes: -60 }))
  expect(await badgesOf(student)).toMatchObject([{ id, decisionId, version: 1, state: 'signed' }])
  const { body } = await student.client.get(`/api/credentials/${id}`)
  expect(body.document.evidence[0].genre).toBe('assessment')
})

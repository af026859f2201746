import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { auditEntries } from '../../../worker/audit/tables.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { identify } from '../../../worker/scenarios/challenge/challenge-version.ts'
import { findChallengeVersion } from '../../../worker/scenarios/challenge/find-challenge-version.ts'
import { publishArrivedChallenges } from '../../../worker/scenarios/publish/publish-arrived-challenges.ts'
import { publishChallengeVersion } from '../../../worker/scenarios/publish/publish-challenge-version.ts'
import { receiveChallengePart } from '../../../worker/scenarios/publish/receive-challenge-part.ts'
import { retireChallenge } from '../../../worker/scenarios/publish/retire-challenge.ts'
import { challengeParts, challenges, challengeVersions } from '../../../worker/scenarios/tables.ts'
import { findRubric } from '../../../worker/skills/find-rubric.ts'
import { cutText } from '../../../tools/scenarios/cut-text.ts'
import { type Part, partsForHttp, statements } from '../../../tools/scenarios/transport.ts'
import { aProgramme, db } from '../../support/builders.ts'
import { Client } from '../../support/client.ts'
import { aChallenge } from '../../support/playing.ts'
import { aPublication } from '../../support/small-challenge.ts'

const call = () => systemCall(env, crypto.randomUUID())
const anId = () => `two-boxes-${crypto.randomUUID().slice(0, 8)}`
const anyone = new Client()

const currentOf = (id: string) => db.select().from(challenges).where(eq(challenges.id, id)).get()
const versionsOf = (id: string) =>
  db.select().from(challengeVersions).where(eq(challengeVersions.challengeId, id))
const partsOf = (hash: string) =>
  db.select().from(challengeParts).where(eq(challengeParts.hash, hash))

describe('publishing a challenge version', () => {
  it('names it by the hash of its bytes and leaves one audit entry', async () => {
    const publication = aPublication(anId())
    const { hash } = await identify(publication.version)

    const published = await publishChallengeVersion(call(), publication)

    const id = publication.version.challenge.id
    expect(published).toEqual({ challengeId: id, hash, outcome: 'published' })
    expect(await findChallengeVersion(call(), hash)).toEqual(publication.version)
    const entries = await db.select().from(auditEntries).where(eq(auditEntries.subjectId, id))
    expect(entries).toMatchObject([{ action: 'challenge.published', actorId: 'system' }])
  })

  it('changes nothing when the same bytes come again', async () => {
    const publication = aPublication(anId())
    await publishChallengeVersion(call(), publication)

    const again = await publishChallengeVersion(call(), publication)

    expect(again.outcome).toBe('unchanged')
    expect(await versionsOf(again.challengeId)).toHaveLength(1)
  })

  it('makes the new text current and keeps the old one', async () => {
    const id = anId()
    const first = await publishChallengeVersion(call(), aPublication(id))
    const second = await publishChallengeVersion(
      call(),
      aPublication(id, [['challenge', 'difficulty: 1', 'difficulty: 2']]),
    )
    expect(await currentOf(id)).toMatchObject({ currentHash: second.hash })

    const back = await publishChallengeVersion(call(), aPublication(id))

    expect(back).toMatchObject({ hash: first.hash, outcome: 'published' })
    expect(await currentOf(id)).toMatchObject({ currentHash: first.hash })
    expect(await versionsOf(id)).toHaveLength(2)
  })

  it('keeps the rubric of that time, once', async () => {
    const { hash, publication } = await aChallenge()
    const [version] = await db
      .select()
      .from(challengeVersions)
      .where(eq(challengeVersions.hash, hash))
    const { hash: other } = await aChallenge()
    const [otherVersion] = await db
      .select()
      .from(challengeVersions)
      .where(eq(challengeVersions.hash, other))

    expect(otherVersion?.rubricHash).toBe(version?.rubricHash)
    expect(await findRubric(call(), version?.rubricHash ?? '')).toEqual(publication.version.rubric)
  })

  it('never lets a published version be changed', async () => {
    const { hash } = await aChallenge()
    const change = db
      .update(challengeVersions)
      .set({ title: 'Other' })
      .where(eq(challengeVersions.hash, hash))
    await expect(change.run()).rejects.toThrow()
  })

  it('refuses an id that belongs to another organization', async () => {
    const id = anId()
    const { id: organizationId } = await aProgramme()
    await db.insert(challenges).values({ id, organizationId, skill: 'collaboration' })

    const publishing = publishChallengeVersion(call(), aPublication(id))

    await expect(publishing).rejects.toMatchObject({ kind: { type: 'challenge-not-ours' } })
    expect(await versionsOf(id)).toEqual([])
  })
})

describe('a challenge that arrives in parts', () => {
  it('is published with its last part, in whatever order they come', async () => {
    const publication = aPublication(anId())
    const parts = await threeParts(publication)

    expect(await receiveChallengePart(call(), at(parts, 2))).toMatchObject({ outcome: 'waiting' })
    expect(await receiveChallengePart(call(), at(parts, 0))).toMatchObject({ outcome: 'waiting' })
    expect(await receiveChallengePart(call(), at(parts, 0))).toMatchObject({ outcome: 'waiting' })
    expect(await receiveChallengePart(call(), at(parts, 1))).toMatchObject({ outcome: 'published' })

    const { hash } = at(parts, 0)
    expect(await findChallengeVersion(call(), hash)).toEqual(publication.version)
    expect(await partsOf(hash)).toEqual([])
  })

  it('is not waited for if it was published in the meantime, and the answer was lost', async () => {
    const publication = aPublication(anId())
    await publishChallengeVersion(call(), publication)
    const parts = await threeParts(publication)
    for (const part of parts) {
      expect(await receiveChallengePart(call(), part)).toMatchObject({ outcome: 'unchanged' })
    }
    expect(await partsOf(at(parts, 0).hash)).toEqual([])
  })

  it('changes nothing when it was published before, and leaves no parts behind', async () => {
    const publication = aPublication(anId())
    await publishChallengeVersion(call(), publication)
    const [part] = await partsForHttp(publication)
    if (!part) throw new Error('no part')

    expect(await receiveChallengePart(call(), part)).toMatchObject({ outcome: 'unchanged' })
    expect(await partsOf(part.hash)).toEqual([])
  })

  it('is thrown away when it is not what its hash says', async () => {
    const [part] = await partsForHttp(aPublication(anId()))
    if (!part) throw new Error('no part')
    const forged = { ...part, text: part.text.replace('Two boxes stand', 'Six boxes stand') }

    await expect(receiveChallengePart(call(), forged)).rejects.toMatchObject({
      kind: { type: 'challenge-hash-mismatch' },
    })

    expect(await partsOf(part.hash)).toEqual([])
    expect(await findChallengeVersion(call(), part.hash)).toBeUndefined()
  })

  it('is thrown away when it is no challenge at all', async () => {
    const part = { hash: 'a'.repeat(64), part: 1, parts: 1, text: '{"version":' }
    await expect(receiveChallengePart(call(), part)).rejects.toMatchObject({
      kind: { type: 'challenge-hash-mismatch' },
    })
  })

  it('by SQL is published by the cron', async () => {
    const publication = aPublication(anId())
    for (const statement of await statements(publication)) await env.DB.prepare(statement).run()

    await publishArrivedChallenges(env, new Date())

    const { hash } = await identify(publication.version)
    expect(await currentOf(publication.version.challenge.id)).toMatchObject({ currentHash: hash })
    expect(await partsOf(hash)).toEqual([])
  })

  it('by SQL and forged is dropped by the cron, and does not hold up others', async () => {
    const [bad] = await statements(aPublication(anId()))
    await env.DB.prepare((bad ?? '').replace('Two boxes stand', 'Six boxes stand')).run()
    const good = aPublication(anId())
    for (const statement of await statements(good)) await env.DB.prepare(statement).run()

    await publishArrivedChallenges(env, new Date())

    expect(await currentOf(good.version.challenge.id)).toBeDefined()
    expect(await db.select().from(challengeParts)).toEqual([])
  })
})

describe('GET /api/challenges', () => {
  it('lists what can be begun, with what it takes', async () => {
    const { id } = await aChallenge()

    const { status, body } = await anyone.get('/api/challenges')

    expect(status).toBe(200)
    expect(body.challenges.find((each: { id: string }) => each.id === id)).toEqual({
      id,
      title: 'Two boxes',
      summary: 'Two boxes stand at the door, and the lift is shut until noon.',
      setting: 'stairs',
      skill: 'collaboration',
      skillName: 'Collaboration',
      minutes: 11,
      difficulty: 1,
      language: 'en',
      promptCount: 2,
      decideWithinDays: 7,
    })
  })

  it('leaves out what is retired', async () => {
    const { id } = await aChallenge()
    await retireChallenge(call(), id)

    const { body } = await anyone.get('/api/challenges')

    expect(body.challenges.map((each: { id: string }) => each.id)).not.toContain(id)
    expect((await anyone.get(`/api/challenges/${id}`)).status).toBe(404)
    await expect(retireChallenge(call(), id)).rejects.toMatchObject({
      kind: { type: 'challenge-already-retired' },
    })
  })
})

describe('GET /api/challenges/:challengeId', () => {
  it('says how it is judged, by what rubric, and how long it takes', async () => {
    const { id, hash } = await aChallenge()

    const { status, body } = await anyone.get(`/api/challenges/${id}`)

    expect(status).toBe(200)
    expect(body).toMatchObject({
      id,
      version: hash.slice(0, 6),
      author: 'Mettle contributors',
      reviewedBy: null,
      judging: { peersAtFirst: 2, mentorsAtFirst: 1 },
      price: {
        minutesToPlay: 11,
        reviewsOwed: 5,
        reviewMinutes: 25,
        daysToDecision: 7,
        againAfterDays: 30,
      },
    })
    expect(body.rubric.criteria).toHaveLength(4)
    expect(body.rubric.criteria[0].levels[2]).toEqual({
      level: 3,
      words: 'Level 3 of it.',
      indicators: ['First thing', 'Second thing', 'Third thing'],
      limits: [],
    })
    expect(body.rubric.criteria[0].levels[0]).toMatchObject({
      indicators: [],
      limits: ['Hopes in place of facts'],
    })
  })

  it('contains no key, no story and no example answer', async () => {
    const { id, publication } = await aChallenge()
    const { key, calibration } = publication.version

    const { text } = await anyone.get(`/api/challenges/${id}`)

    for (const { why } of Object.values(key.choices)) expect(text).not.toContain(why)
    for (const { answers } of calibration) {
      for (const answer of Object.values(answers)) expect(text).not.toContain(answer)
    }
    expect(text).not.toContain('Amara')
    expect(text).not.toContain('inkVersion')
  })

  it.each(['nothing-here', 'Not-An-Id', '..%2F', 'a'.repeat(200)])('of %s is 404', async (id) => {
    expect((await anyone.get(`/api/challenges/${id}`)).status).toBe(404)
  })
})

describe('cutting a text', () => {
  it('loses nothing, keeps to the limit and never cuts a character in two', () => {
    const text = `"${'a"\\é😀'.repeat(400)}"`
    const size = (piece: string) => new TextEncoder().encode(JSON.stringify(piece)).length
    const pieces = cutText(text, 200, size)
    expect(pieces.join('')).toBe(text)
    expect(pieces.every((piece) => size(piece) <= 200 && piece.isWellFormed())).toBe(true)
    expect(pieces.length).toBeLessThan(40)
  })
})

async function threeParts(publication: ReturnType<typeof aPublication>): Promise<Part[]> {
  const [whole] = await partsForHttp(publication)
  if (!whole) throw new Error('no part')
  const third = Math.ceil(whole.text.length / 3)
  return [0, 1, 2].map((index) => ({
    ...whole,
    part: index + 1,
    parts: 3,
    text: whole.text.slice(index * third, (index + 1) * third),
  }))
}

function at(parts: readonly Part[], index: number): Part {
  const part = parts[index]
  if (!part) throw new Error(`no part ${index}`)
  return part
}

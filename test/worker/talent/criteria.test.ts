import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import { anAward } from '../../support/awards.ts'
import { aProgramme, aStudent } from '../../support/builders.ts'
import { Client } from '../../support/client.ts'
import { aCrowd } from '../../support/crowd.ts'
import { aHiringEmployer, openToWork, search, switchOn } from '../../support/hiring.ts'
import {
  aChallenge,
  aPeer,
  aReadyMentor,
  aSubmission,
  later,
  reviewAs,
} from '../../support/reviews.ts'
import { settle } from '../../support/settle.ts'

const path = '/api/visibility'
const stranger = new Client()

/** A student whose badge comes from three real reviews. */
async function aJudgedEarner() {
  const [home, challenge] = [await aProgramme(), await aChallenge()]
  const student = await aStudent({ in: home })
  await aSubmission(student, challenge)
  let now = later(new Date(), { minutes: 1 })
  for (const make of [aPeer, aPeer, aReadyMentor]) {
    const { at } = await reviewAs(await make(home, challenge), challenge, { at: now })
    now = later(at, { minutes: 2 })
    await settle(now)
  }
  const { body } = await student.client.get(path)
  const { credentialId } = body.badges[0]
  return { ...student, credentialId: credentialId as string }
}

describe('the criteria of a badge', () => {
  it('are shown once switched on, as on the badge page, with the signs seen', async () => {
    const [hiring, student] = [await aHiringEmployer(), await aJudgedEarner()]
    const { credentialId, client } = student
    const fields = { credentials: [{ credentialId }], ...openToWork }
    const full = `${path}/preview?organizationId=${hiring.employer.id}`
    expect((await switchOn(student, fields)).status).toBe(201)
    await aCrowd({ id: student.id, credentialIds: [credentialId] }, 4, () => ({
      month: new Date().toISOString().slice(0, 7),
    }))

    const [off] = (await client.get(full)).body.card.badges
    expect(off).not.toHaveProperty('criteria')
    expect(off.rubric).toBe('/rubrics/collaboration')

    const wider = { ...fields, credentials: [{ credentialId, criteria: true }] }
    const narrowed = await client.put(path, { version: 1, fields: wider })
    expect(narrowed.body.type).toBe('/problems/visibility-would-widen')
    expect((await switchOn(student, wider)).status).toBe(201)
    const { consents } = (await client.get('/api/consents')).body
    expect(consents[0].fields).toContain(`criteria:${credentialId}`)
    expect((await client.get(path)).body.fields.credentials).toEqual(wider.credentials)

    // The employer gets the same bytes, and the view is logged with the field.
    const { cards } = await search(hiring)
    const { pseudonym } = (await client.get(full)).body.card
    expect(cards.map((card) => card.pseudonym)).toContain(pseudonym)
    const opened = await hiring.recruiter.client.post(`/api/cards/${pseudonym}/views`)
    // `fits` is about the opening; everything about the person is the same.
    expect((await client.get(full)).text).toBe(JSON.stringify({ card: opened.body.card }))
    expect(Object.keys(opened.body)).toEqual(['card', 'fits'])
    const { disclosures } = (await client.get('/api/disclosures')).body
    const seen = disclosures.find(({ kind }: { kind: string }) => kind === 'opened')
    expect(seen.fields).toContain('criteria')
    expect(seen.fields).not.toContain('rubric')

    const [{ criteria, rubric }] = opened.body.card.badges
    expect(criteria).toHaveLength(4)
    // Every reviewer ticked the first two signs of level 3.
    for (const each of criteria) expect(each).toMatchObject({ level: 3, signs: [/./, /./] })
    // The reviewers' own words stay with the student.
    expect(opened.text).not.toMatch(/you take the door|makes the plan work|lift runs again/)

    const publication = { on: true, showName: false, listed: false, version: 0 }
    const shown = await client.put(`/api/credentials/${credentialId}/publication`, publication)
    expect(shown.status, shown.text).toBe(200)
    const asPerson = { headers: { accept: 'text/html' } }
    const badge = await stranger.get(`/credentials/${credentialId}`, asPerson)
    const page = await stranger.get(rubric, asPerson)
    expect(page.status).toBe(200)
    for (const { name, words, signs } of criteria) {
      expect(badge.text).toContain(`<h3>${name}</h3>`)
      expect(badge.text).toContain(`<strong>${words}</strong>`)
      for (const text of [name, words, ...signs]) expect(page.text).toContain(text)
    }
  })

  it('of a rubric that only one programme uses are not shown, nor is its page, nor the title', async () => {
    const student = await aStudent()
    const wording = 'As only one college says it'
    const { id: credentialId } = await anAward(student, { wording, title: 'Our own' })
    await env.DB.prepare(
      `UPDATE challenges SET organization_id = ?1 WHERE id IN (
        SELECT challenge_id FROM submissions WHERE student_id = ?2)`,
    )
      .bind(student.organizationId, student.id)
      .run()

    expect((await student.client.get(path)).body.badges).toMatchObject([
      { hasCriteria: false, challengeTitle: null },
    ])
    const refused = await switchOn(student, { credentials: [{ credentialId, criteria: true }] })
    expect(refused).toMatchObject({ status: 422, body: { type: '/problems/invalid-input' } })
    const hash = await env.DB.prepare('SELECT hash FROM rubric_versions WHERE body LIKE ?1')
      .bind(`%${wording}%`)
      .first<string>('hash')
    const { status } = await stranger.get(`/rubrics/collaboration/${hash}`)
    expect([hash?.length, status]).toEqual([64, 404])
  })
})

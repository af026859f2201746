import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'

import { anAward } from '../../support/awards.ts'
import {
  aProgramme,
  aStudent,
  anAdmin,
  type Organization,
  type Person,
} from '../../support/builders.ts'
import {
  aDesign,
  aPathway,
  aStep,
  badge,
  enrol,
  publish,
  saveDraft,
} from '../../support/pathways.ts'
import { leave } from '../../support/traffic/rows.ts'
import { signIn } from '../../support/traffic/world.ts'

let home: Organization
let admin: Person

beforeAll(async () => {
  home = await aProgramme()
  admin = await anAdmin({ in: home })
})

const read = async (person: Person, id: string, at?: Date) =>
  (await (at ? person.client.at(at) : person.client).get(`/api/pathways/${id}`)).body.pathway
const states = ({ steps }: { steps: { title: string; state: string }[] }) =>
  steps.map(({ title, state }) => `${title}: ${state}`)
const firstAid = { kind: 'attested', title: 'First aid', by: 'programme' }
const days = (count: number) => new Date(Date.now() + count * 86_400_000)

/** Lets a badge expire tomorrow. */
const expiring = (credentialId: string) =>
  env.DB.prepare('UPDATE credentials SET valid_until = ?1 WHERE id = ?2')
    .bind(days(1).getTime(), credentialId)
    .run()

describe('a pathway', () => {
  it('is composed, published, chosen, and a badge finishes its step', async () => {
    const first = aStep('Work with others', { credit: 3 })
    const second = aStep('Show your first aid', {
      requirement: firstAid,
      credit: 2,
      after: [first.id],
    })
    const id = await aDesign(admin, { steps: [second, first] })
    const student = await aStudent({ in: home })
    expect((await student.client.get(`/api/pathways/${id}`)).status).toBe(404)
    expect((await publish(admin, id)).body).toEqual({ number: 1 })
    expect((await enrol(student, id)).status).toBe(201)

    const before = await read(student, id)
    expect(states(before)).toEqual(['Work with others: next', 'Show your first aid: later'])
    expect(before).toMatchObject({
      credit: 0,
      creditInAll: 5,
      done: 0,
      version: 1,
      isOffered: true,
    })
    await anAward(student)
    const after = await read(student, id)
    expect(states(after)).toEqual(['Work with others: done', 'Show your first aid: next'])
    expect(after).toMatchObject({ credit: 3, done: 1 })

    const { body } = await student.client.get('/api/pathways')
    expect(body.pathways.find((each: { id: string }) => each.id === id)).toMatchObject({
      done: 1,
      stepCount: 2,
      next: 'Show your first aid',
    })
  })

  it('has versions that nothing changes or deletes', async () => {
    const id = await aPathway(admin)
    for (const statement of [
      `UPDATE pathway_versions SET body = '{"steps":[1]}' WHERE pathway_id = ?1`,
      'DELETE FROM pathway_versions WHERE pathway_id = ?1',
    ]) {
      await expect(env.DB.prepare(statement).bind(id).run()).rejects.toThrow(
        'pathway_version_is_final',
      )
    }
  })

  it('keeps a student on their version until they move, and goes on when it is no longer offered', async () => {
    const id = await aPathway(admin)
    const student = await aStudent({ in: home })
    await enrol(student, id)
    await saveDraft(admin, id, {
      steps: [aStep('Work with others'), aStep('Listen', { requirement: badge('empathy') })],
    })
    expect((await publish(admin, id)).body).toEqual({ number: 2 })
    expect(await read(student, id)).toMatchObject({ version: 1, newer: 2, steps: [{}] })

    const late = await aStudent({ in: home })
    expect((await enrol(late, id)).body.type).toMatch(/pathway-moved-on$/)
    expect((await admin.client.put(`/api/pathways/${id}/offer`, { offered: false })).status).toBe(
      200,
    )
    expect((await enrol(late, id, 2)).body.type).toMatch(/pathway-moved-on|not-found/)
    expect(await read(student, id)).toMatchObject({ version: 1, newer: null, isOffered: false })

    await admin.client.put(`/api/pathways/${id}/offer`, { offered: true })
    expect((await enrol(student, id, 2)).status).toBe(201)
    expect(await read(student, id)).toMatchObject({ version: 2, newer: null, steps: [{}, {}] })
    expect((await enrol(student, id, 1)).body.type).toMatch(/pathway-moved-on$/)
  })

  it('can be read and left by a student whose membership has ended', async () => {
    const id = await aPathway(admin)
    const student = await aStudent({ in: home })
    const { body } = await enrol(student, id)
    await leave(student)
    const client = await signIn(student)
    expect((await client.get(`/api/pathways/${id}`)).status).toBe(200)
    expect((await client.delete(`/api/enrolments/${body.id}`)).status).toBe(204)
    expect((await client.get(`/api/pathways/${id}`)).status).toBe(404)
  })

  it('is chosen once by a student who sends it twice at once', async () => {
    const id = await aPathway(admin)
    for (let round = 0; round < 10; round++) {
      const student = await aStudent({ in: home })
      const answers = await Promise.all(Array.from({ length: 10 }, () => enrol(student, id)))
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(9)
      expect(
        await env.DB.prepare('SELECT count(*) AS n FROM enrolments WHERE student_id = ?1')
          .bind(student.id)
          .first('n'),
      ).toBe(1)
    }
  })

  it('shows its admins how many are on it only from five', async () => {
    const id = await aPathway(admin)
    const students = await Promise.all(Array.from({ length: 5 }, () => aStudent({ in: home })))
    for (const student of students.slice(1)) await enrol(student, id)
    const enrolled = async () =>
      (await admin.client.get(`/api/pathways/${id}`)).body.design.enrolled
    expect(await enrolled()).toBe(null)
    await enrol(students[0] as Person, id)
    expect(await enrolled()).toBe(5)
  })
})

describe('a finished step', () => {
  it('stays finished when the badge expires, but an expired badge does not finish a later enrolment', async () => {
    const id = await aPathway(admin)
    const student = await aStudent({ in: home })
    await expiring((await anAward(student)).id)
    await enrol(student, id)
    expect(states(await read(student, id, days(2)))).toEqual(['Work with others: done'])
    const other = await aStudent({ in: home })
    await expiring((await anAward(other)).id)
    expect(states(await read(other, id))).toEqual(['Work with others: done'])
    expect(states(await read(other, id, days(2)))).toEqual(['Work with others: next'])
  })

  it('is open again when the badge is revoked, and says so', async () => {
    const id = await aPathway(admin)
    const student = await aStudent({ in: home })
    await enrol(student, id)
    const { id: credentialId } = await anAward(student)
    expect(await read(student, id)).toMatchObject({ steps: [{ state: 'done', reopened: false }] })
    await admin.client.post(`/api/credentials/${credentialId}/revocation`, { reason: 'error' })
    expect(await read(student, id)).toMatchObject({ steps: [{ state: 'next', reopened: true }] })
  })
})

describe('a confirmation', () => {
  it('finishes a step, counts once, and reopens the step when it is withdrawn', async () => {
    const id = await aPathway(admin, { steps: [aStep('First aid', { requirement: firstAid })] })
    const student = await aStudent({ in: home })
    await enrol(student, id)
    const confirm = { studentId: student.id, pathwayId: id, version: 1, title: 'First aid' }
    const { status, body } = await admin.client.post('/api/attestations', confirm)
    expect(status).toBe(201)
    expect((await admin.client.post('/api/attestations', confirm)).body.type).toMatch(
      /already-attested$/,
    )
    expect(await read(student, id)).toMatchObject({ steps: [{ state: 'done' }] })
    const listed = (await admin.client.get('/api/attestations')).body.attestations
    expect(listed[0]).toMatchObject({ id: body.id, student: student.name, title: 'First aid' })

    expect((await admin.client.delete(`/api/attestations/${body.id}`)).status).toBe(204)
    expect(await read(student, id)).toMatchObject({ steps: [{ state: 'next', reopened: true }] })
    expect((await admin.client.post('/api/attestations', confirm)).status).toBe(201)
  })

  it('is only for students of the programme, and for what a step asks for', async () => {
    const id = await aPathway(admin, { steps: [aStep('First aid', { requirement: firstAid })] })
    const [student, stranger] = [await aStudent({ in: home }), await aStudent()]
    const confirm = { studentId: student.id, pathwayId: id, version: 1, title: 'First aid' }
    const ask = (more: object, as = admin) =>
      as.client.post('/api/attestations', { ...confirm, ...more })
    expect((await ask({ studentId: stranger.id })).status).toBe(404)
    expect((await ask({ title: 'A prize' })).status).toBe(422)
    expect((await ask({ version: 2 })).status).toBe(404)
    expect((await ask({}, await anAdmin())).status).toBe(404)
  })
})

describe('a draft', () => {
  it.each([
    ['requirement-empty', { requirement: { kind: 'any-of', of: [] } }],
    ['requirement-repeats', { requirement: { kind: 'all-of', of: [badge(), badge()] } }],
    ['requirement-unknown-target', { requirement: badge('juggling') }],
    ['requirement-unknown-target', { requirement: { kind: 'challenge', id: 'no-such-story' } }],
    ['requirement-unknown-target', { requirement: { ...firstAid, by: 'employer' } }],
    ['requirement-too-deep', { requirement: nested(6) }],
    ['invalid-input', { title: '' }],
    ['invalid-input', { requirement: badge('') }],
  ])('is not published: %s', async (type, wrong) => {
    const step = aStep('Wrong', wrong)
    const id = await aDesign(admin, { steps: [step] })
    const { status, body } = await publish(admin, id)
    expect([status, body.type.split('/').at(-1)]).toEqual([422, type])
    expect(body.flaws).toMatchObject([{ step: step.id, type }])
  })

  it('with steps in a circle is not published, and the refusal names each of them', async () => {
    const [one, two, three] = [aStep('One'), aStep('Two'), aStep('Three')]
    one.after = [two.id]
    two.after = [one.id]
    three.after = [two.id]
    const { body } = await publish(admin, await aDesign(admin, { steps: [one, two, three] }))
    expect(body.type).toMatch(/requirement-cycle$/)
    expect(body.flaws.map(({ step }: { step: string }) => step)).toEqual([one.id, two.id])
  })

  it('is not saved over a newer one, and only the draft that was read is published', async () => {
    const id = await aDesign(admin)
    const draft = { title: 'Other', steps: [], version: 1 }
    expect((await admin.client.put(`/api/pathways/${id}`, draft)).body.type).toMatch(
      /stale-version$/,
    )
    const { body } = await admin.client.post(`/api/pathways/${id}/versions`, { version: 1 })
    expect(body.type).toMatch(/changed-elsewhere$/)
  })

  it('is not started beside fifty others, nor by an employer', async () => {
    const busy = await anAdmin({ in: await aProgramme() })
    const make = () => busy.client.post('/api/pathways', { title: 'One more', kind: 'exit' })
    for (let count = 0; count < 50; count++) expect((await make()).status).toBe(201)
    expect((await make()).body.type).toMatch(/too-many-pathways$/)
    const { body } = await busy.client.get('/api/pathways')
    expect(body.designs).toHaveLength(50)
  })
})

function nested(depth: number): object {
  return depth === 1 ? badge() : { kind: 'all-of', of: [nested(depth - 1)] }
}

import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import {
  aMentor,
  anAdmin,
  anEmployer,
  aProgramme,
  aRecruiter,
  aStudent,
} from '../../support/builders.ts'
import type { Client } from '../../support/client.ts'
import { anAward } from '../../support/awards.ts'
import { aHiringEmployer, theOperator } from '../../support/hiring.ts'
import { aDeliveredRequest } from '../../support/interviewing.ts'
import { aChallenge, handedIn } from '../../support/reviews.ts'
import { unsealAll } from '../../support/unseal.ts'

const numbers = (count: number) => JSON.stringify(Array.from({ length: count }, (_, n) => n))

/**
 * Inserts `count` rows with one statement. `insert` ends before its FROM; `j.value` counts the rows
 * from 0, and `values` are ?2, ?3 and so on.
 */
function plant(count: number, insert: string, ...values: (string | number)[]) {
  return env.DB.prepare(`${insert} FROM json_each(?1) j`)
    .bind(numbers(count), ...values)
    .run()
}

/** All items of a list, loaded page by page, and the number of pages. */
async function all(client: Client, path: string, key: string) {
  const items: { id: string; name: string; membershipId: string; cohortIds: string[] }[] = []
  let next: string | null = null
  let pages = 0
  do {
    const { status, body } = await client.get(next === null ? path : `${path}?after=${next}`)
    expect(status).toBe(200)
    items.push(...body[key])
    next = body.next
    pages++
  } while (next !== null)
  return { items, pages }
}

const idsOf = (items: readonly object[]) => items.map((item) => Object.values(item)[0])

function expectWhole({ items, pages }: { items: object[]; pages: number }, count: number) {
  expect(items).toHaveLength(count)
  expect(new Set(idsOf(items)).size).toBe(count)
  expect(pages).toBeGreaterThan(1)
}

/** Students of one programme. Their names are sealed without a cipher (`0|`). */
async function aLargeProgramme(count: number) {
  const home = await aProgramme()
  const admin = await anAdmin({ in: home })
  const tag = crypto.randomUUID()
  await plant(
    count,
    `INSERT INTO accounts (id, email, email_index, name, language, reading, created_at)
     SELECT ?2 || j.value, '0|x', ?2 || j.value, '0|Student ' || j.value, 'en', '{}', 0`,
    tag,
  )
  await plant(
    count,
    `INSERT INTO memberships (id, account_id, organization_id, role, created_at)
     SELECT lower(substr(?2, 1, 24) || printf('%012x', j.value)), ?2 || j.value, ?3, 'student', j.value / 3`,
    tag,
    home.id,
  )
  return { home, admin, tag }
}

describe('a list longer than a page continues', () => {
  it('members: the 1,001st of a programme is listed', async () => {
    const { admin } = await aLargeProgramme(1_001)
    const members = await all(admin.client, '/api/members', 'members')
    expectWhole(members, 1_002)
    expect(members.pages).toBe(11)
    expect(members.items.map(({ name }) => name)).toContain('Student 1000')
  })

  it('a page can begin after a member who left meanwhile, but not after somebody elsewhere', async () => {
    const { admin, home } = await aLargeProgramme(101)
    const first = await admin.client.get('/api/members')
    await env.DB.prepare('UPDATE memberships SET ended_at = 1 WHERE id = ?')
      .bind(first.body.next)
      .run()
    const second = await admin.client.get(`/api/members?after=${first.body.next}`)
    expect(first.body.members.length + second.body.members.length).toBe(102)

    const elsewhere = await aStudent()
    const none = await admin.client.get(`/api/members?after=${elsewhere.membershipId}`)
    expect(none.body).toMatchObject({ members: [], next: null })
    expect((await admin.client.get('/api/members?after=1')).status).toBe(422)
    expect(home.id).not.toBe(elsewhere.organizationId)
  })

  it('only members of a role or a cohort, newest first', async () => {
    const { admin, home } = await aLargeProgramme(120)
    const mentor = await aMentor({ in: home, name: 'Ada Rowe' })
    const { id: cohortId } = (await admin.client.post('/api/cohorts', { name: 'Autumn' })).body
    const newest = await admin.client.get('/api/members')
    expect(newest.body.members[0].name).toBe('Student 119')
    expect(newest.body.roles).toEqual(['student', 'mentor', 'admin'])
    const mentors = await admin.client.get('/api/members?role=mentor')
    expect(mentors.body).toMatchObject({ members: [{ name: 'Ada Rowe' }], next: null })

    const add = [newest.body.members[7].membershipId, mentor.membershipId]
    await admin.client.put(`/api/cohorts/${cohortId}/members`, { add, remove: [] })
    const inCohort = await admin.client.get(`/api/members?cohortId=${cohortId}`)
    expect(inCohort.body.members.map(({ name }: { name: string }) => name)).toEqual([
      'Student 112',
      'Ada Rowe',
    ])
    const both = await admin.client.get(`/api/members?cohortId=${cohortId}&role=student`)
    expect(both.body.members).toHaveLength(1)

    const stranger = await anAdmin()
    const elsewhere = await stranger.client.get(`/api/members?cohortId=${cohortId}`)
    expect(elsewhere.body.members).toEqual([])
    expect((await admin.client.get('/api/members?role=king')).status).toBe(422)
  })

  it('cohorts and coachings', async () => {
    const { admin, home, tag } = await aLargeProgramme(501)
    await plant(
      101,
      `INSERT INTO cohorts (id, organization_id, name, created_at)
       SELECT lower(substr(?2, 1, 24) || printf('%012x', j.value)), ?3, 'Group ' || j.value, j.value / 3`,
      crypto.randomUUID(),
      home.id,
    )
    expectWhole(await all(admin.client, '/api/cohorts', 'cohorts'), 101)
    const mentor = await aMentor({ in: home })
    await plant(
      501,
      `INSERT INTO coachings (id, mentor_id, student_id, organization_id, created_at)
       SELECT lower(substr(?2, 1, 24) || printf('%012x', j.value)), ?3, ?2 || j.value, ?4, j.value / 3`,
      tag,
      mentor.id,
      home.id,
    )
    expectWhole(await all(admin.client, '/api/coachings', 'coachings'), 501)
  })

  it('invitations, also those that were made in the same moment', async () => {
    const admin = await anAdmin()
    await plant(
      101,
      `INSERT INTO invitations (id, token_hash, organization_id, role, email, email_index, invited_by,
         created_at, expires_at)
       SELECT lower(substr(?2, 1, 24) || printf('%012x', j.value)), ?2 || j.value, ?3, 'student', '0|x@x.example',
         ?2 || j.value, ?4, j.value / 3, 9000000000000`,
      crypto.randomUUID(),
      admin.organizationId,
      admin.id,
    )
    expectWhole(await all(admin.client, '/api/invitations', 'invitations'), 101)
  })

  it('openings: each with its newest version, and the last of 102 can still be changed', async () => {
    const { recruiter, employer, openingId } = await aHiringEmployer()
    const tag = crypto.randomUUID()
    const opening = `lower(substr(?2, 1, 24) || printf('%012x', j.value))`
    await plant(
      101,
      `INSERT INTO openings (id, organization_id, created_at) SELECT ${opening}, ?3, 9000000000000 + j.value / 3`,
      tag,
      employer.id,
    )
    // Each of the 101 has three declined versions. The list shows the newest.
    await env.DB.prepare(
      `INSERT INTO opening_versions (id, opening_id, number, state, content, annual_pay_maximum, currency,
         hours_per_week, start_month, country, created_by, created_at)
       SELECT o.id || n.value, o.id, n.value, 'declined', v.content, v.annual_pay_maximum, v.currency,
         v.hours_per_week, v.start_month, v.country, v.created_by, v.created_at
       FROM openings o JOIN json_each('[1,2,3]') n JOIN opening_versions v ON v.opening_id = ?1
       WHERE o.organization_id = ?2 AND o.id <> ?1 AND v.state = 'approved'`,
    )
      .bind(openingId, employer.id)
      .run()
    const { client } = recruiter
    const listed = await all(client, '/api/openings', 'openings')
    expectWhole(listed, 102)
    const last = listed.items.at(-1) as unknown as { id: string; approved: { content: object } }
    expect(last.id).toBe(openingId)
    expect(listed.items[0]).toMatchObject({ version: 3, approved: null })
    const content = { ...last.approved.content, title: 'Shop assistant, evenings' }
    const changed = await client.put(`/api/openings/${openingId}`, {
      version: 1,
      state: 'approved',
      ...content,
    })
    expect([changed.status, changed.text]).toEqual([200, changed.text])
  })

  it('requests, on both sides', async () => {
    const { student, requestId, recruiter } = await aDeliveredRequest()
    await unsealAll()
    await env.DB.prepare(
      `INSERT INTO interview_requests (id, organization_id, student_id, opening_id, recruiter_id, pseudonym,
         state, version, edition, revisions, created_at, ended_at)
       SELECT lower(substr(?2, 1, 24) || printf('%012x', j.value)), organization_id, student_id, opening_id,
         recruiter_id, pseudonym, 'declined', version, edition, revisions, created_at - j.value / 3, created_at
       FROM interview_requests JOIN json_each(?1) j WHERE interview_requests.id = ?3`,
    )
      .bind(numbers(101), crypto.randomUUID(), requestId)
      .run()
    await env.DB.prepare(
      `INSERT INTO interview_events (request_id, version, event, actor, state, edition, at)
       SELECT id, 1, 'deliver', 'timer', 'delivered', 1, created_at FROM interview_requests
       WHERE student_id = ? AND id <> ?`,
    )
      .bind(student.id, requestId)
      .run()
    await env.DB.prepare(
      `INSERT INTO request_editions (request_id, number, opening_version_id, content, sent_by, created_at)
       SELECT r.id, e.number, e.opening_version_id, e.content, e.sent_by, e.created_at
       FROM interview_requests r JOIN request_editions e ON e.request_id = ?2
       WHERE r.student_id = ?1 AND r.id <> ?2`,
    )
      .bind(student.id, requestId)
      .run()
    for (const { client } of [student, recruiter]) {
      expectWhole(await all(client, '/api/interview-requests', 'requests'), 102)
    }
  })

  it('employers: the 501st can be blocked by name', async () => {
    const student = await aStudent()
    const tag = crypto.randomUUID()
    await plant(
      501,
      `INSERT INTO organizations (id, kind, name, slug, aliases, state, created_at)
       SELECT lower(substr(?2, 1, 24) || printf('%012x', j.value)), 'employer', 'Zz ' || (j.value / 3), ?2 || j.value, '[]', 'approved', 0`,
      tag,
    )
    try {
      const employers = await all(student.client, '/api/blocks', 'employers')
      const ours = employers.items.filter(({ name }) => name.startsWith('Zz '))
      expectWhole({ items: ours, pages: employers.pages }, 501)
      const organizationId = ours.at(-1)?.id
      expect((await student.client.post('/api/blocks', { organizationId })).status).toBe(201)
      const { blocks } = (await student.client.get('/api/blocks')).body
      expect(blocks).toMatchObject([{ organizationId }])
    } finally {
      await env.DB.prepare('DELETE FROM blocks WHERE student_id = ?').bind(student.id).run()
      await env.DB.prepare("DELETE FROM organizations WHERE name LIKE 'Zz %'").run()
    }
  })

  it('consents', async () => {
    const student = await aStudent()
    const employer = await anEmployer()
    await plant(
      101,
      `INSERT INTO consents (id, student_id, purpose, fields, recipient, text_version, text_hash, proof,
         granted_at, expires_at)
       SELECT lower(substr(?2, 1, 24) || printf('%012x', j.value)), ?3, 'interview-identity', '[]', ?4, '1',
         printf('%064d', 0), 'code', j.value / 3, 1000000`,
      crypto.randomUUID(),
      student.id,
      employer.id,
    )
    expectWhole(await all(student.client, '/api/consents', 'consents'), 101)
  })
})

describe('a person’s own lists continue too', () => {
  it('badges: the 51st is listed', async () => {
    const student = await aStudent()
    const { id } = await anAward(student)
    const copy = `substr(d.id, 1, 24) || printf('%012x', j.value)`
    // Each badge needs a decision, and each decision its own submission.
    await env.DB.batch([
      env.DB.prepare(
        `INSERT INTO attempts SELECT ${copy}, student_id, organization_id, challenge_id, version_hash, skill,
           state, round, ink_state, started_at - j.value / 3, closes_at, ended_at, sitting, identity, NULL
         FROM attempts d JOIN json_each(?1) j WHERE student_id = ?2`,
      ).bind(numbers(101), student.id),
      env.DB.prepare(
        `INSERT INTO submissions SELECT ${copy.replaceAll('d.id', 't.id')}, t.id, round, d.student_id,
           d.organization_id, d.challenge_id, d.version_hash, d.skill, language, answers, evidence_hash,
           evidence_salt, kind, at, promised_at
         FROM submissions d JOIN json_each(?1) j
         JOIN attempts t ON t.student_id = ?2 AND t.id <> d.attempt_id AND t.id LIKE '%' || printf('%012x', j.value)
         WHERE d.student_id = ?2`.replaceAll(' round,', ' d.round,'),
      ).bind(numbers(101), student.id),
      env.DB.prepare(
        `INSERT INTO decisions (id, submission_id, state, level, decided_at)
          SELECT s.id, s.id, d.state, d.level, d.decided_at FROM decisions d
         JOIN credentials c ON c.decision_id = d.id AND c.id = ?1
         JOIN submissions s ON s.student_id = ?2 AND s.id <> d.submission_id LIMIT 51`,
      ).bind(id, student.id),
      env.DB.prepare(
        `INSERT INTO credentials (id, student_id, achievement_id, lineage_id, decision_id, level, version, state,
           template_hash, slot_values, document_hash, created_at, key_id, proof_value, valid_from, awarded_at,
           status_list_id, status_index, ended_at)
         SELECT d.id, c.student_id, c.achievement_id, c.lineage_id, d.id, c.level, c.version, c.state,
           c.template_hash, c.slot_values, c.document_hash, c.created_at, c.key_id, c.proof_value, c.valid_from,
           c.awarded_at - d.rowid / 3, c.status_list_id, (c.status_index + 1 + row_number() OVER ()) % 131072,
           c.awarded_at
         FROM credentials c JOIN decisions d ON d.submission_id IN (
           SELECT s.id FROM submissions s WHERE s.student_id = ?2) AND d.id <> c.decision_id WHERE c.id = ?1`,
      ).bind(id, student.id),
    ])
    expectWhole(await all(student.client, '/api/credentials', 'credentials'), 52)
    expectWhole(await all(student.client, '/api/attempts', 'attempts'), 102)
  })

  it('students whom a mentor coaches', async () => {
    const { home, tag } = await aLargeProgramme(101)
    const mentor = await aMentor({ in: home })
    await plant(
      101,
      `INSERT INTO coachings (id, mentor_id, student_id, organization_id, created_at)
       SELECT lower(substr(?2, 1, 24) || printf('%012x', j.value)), ?3, ?2 || j.value, ?4, j.value / 3`,
      tag,
      mentor.id,
      home.id,
    )
    expectWhole(await all(mentor.client, '/api/insights/cohort', 'students'), 101)
  })
})

describe('a queue worked from its front says that there is more', () => {
  it('what waits for the operator', async () => {
    const operator = await theOperator()
    const waiting = async () => (await operator.client.get('/api/approvals')).body
    const before = await waiting()
    expect(before.more).toBe(false)
    const plantEmployers = (count: number) =>
      plant(
        count,
        `INSERT INTO organizations (id, kind, name, slug, aliases, legal_name, site, country, contact, state,
           created_at)
         SELECT ?2 || j.value, 'employer', 'Qq ' || j.value, ?2 || j.value, '[]', 'Qq', 'https://q.example', 'GB',
           '0|q@q.example', 'waiting', j.value`,
        crypto.randomUUID(),
      )
    try {
      await plantEmployers(100 - before.employers.length)
      expect(await waiting()).toMatchObject({ more: false, employers: { length: 100 } })
      await plantEmployers(1)
      expect(await waiting()).toMatchObject({ more: true, employers: { length: 100 } })
    } finally {
      await env.DB.prepare("DELETE FROM organizations WHERE name LIKE 'Qq %'").run()
    }
  })

  it('work that is late', async () => {
    const home = await aProgramme()
    const admin = await anAdmin({ in: home })
    const challenge = await aChallenge()
    const late = async () => (await admin.client.get('/api/insights/late')).body
    const promise = async () => {
      const { id } = await handedIn(await aStudent({ in: home }), challenge)
      return env.DB.prepare(
        `INSERT INTO promises (submission_id, organization_id, handed_in_at, promised_at, step, due_at, missed)
         VALUES (?, ?, 1, 2, 'missed', 9000000000000, 1)`,
      )
        .bind(id, home.id)
        .run()
    }
    for (let n = 0; n < 100; n++) await promise()
    expect(await late()).toMatchObject({ more: false, late: { length: 100 } })
    await promise()
    expect(await late()).toMatchObject({ more: true, late: { length: 100 } })
  })
})

describe('a cohort of 101', () => {
  it('keeps everybody when one joins or leaves', async () => {
    const { admin, home, tag } = await aLargeProgramme(103)
    const made = await admin.client.post('/api/cohorts', { name: 'Everybody' })
    const { id } = made.body
    const path = `/api/cohorts/${id}/members`
    const member = (n: number) => `${tag.slice(0, 24)}${n.toString(16).padStart(12, '0')}`
    const range = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => member(from + n))
    const size = async () =>
      (await admin.client.get('/api/cohorts')).body.cohorts[0].members as number

    expect((await admin.client.put(path, { add: range(0, 100), remove: [] })).status).toBe(200)
    expect((await admin.client.put(path, { add: range(100, 103), remove: [] })).status).toBe(200)
    expect(await size()).toBe(103)
    const leaves = { add: [member(101)], remove: [member(102), member(7)] }
    expect((await admin.client.put(path, leaves)).status).toBe(200)
    expect(await size()).toBe(101)
    const { items } = await all(admin.client, '/api/members', 'members')
    const out = items.filter(({ cohortIds }) => !cohortIds.includes(id))
    expect(out.map(({ membershipId }) => membershipId).toSorted()).toEqual(
      [admin.membershipId, member(7), member(102)].toSorted(),
    )

    const stranger = await aRecruiter()
    await admin.client.put(path, { add: [stranger.membershipId], remove: [] })
    expect(await size()).toBe(101)
    const tooMany = await admin.client.put(path, { add: range(0, 101), remove: [] })
    expect(tooMany).toMatchObject({ status: 422, body: { type: '/problems/invalid-input' } })
    expect(home.id).not.toBe(stranger.organizationId)
  })
})

import { expect, it } from 'vitest'

import { nouns } from '../../../worker/audit/actions.ts'
import { insertEntry } from '../../../worker/audit/entry.ts'
import { namedActions } from '../../../worker/audit/named-actions.ts'
import { aMentor, aProgramme, aStudent, anAdmin, db, type Person } from '../../support/builders.ts'

const dayMs = 86_400_000
const today = Math.floor(Date.now() / dayMs) * dayMs
/** A time some days ago, at a minute that nothing else uses. */
const ago = (days: number, minute = 621) => new Date(today - days * dayMs + minute * 60_000)

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

async function aTrail() {
  const programme = await aProgramme()
  const admin = await anAdmin({ in: programme, name: 'Ada Min' })
  const [student, peer] = [await aStudent({ in: programme }), await aStudent({ in: programme })]
  const mentor = await aMentor({ in: programme, name: 'Mo Tutor' })
  const read = async (query = '', at = new Date()) => {
    const path = `/api/audit-entries${query && `?${query}`}`
    const answer = await admin.client.get(path, { at })
    expect(answer.status).toBe(200)
    return answer
  }
  return { programme, admin, student, peer, mentor, read }
}

interface Done {
  by: Pick<Person, 'id' | 'membershipId' | 'organizationId'> | 'system'
  in?: string
  action: string
  subjectId?: string
  at: Date
}

async function done({ by, in: where, action, subjectId, at }: Done) {
  const subject = subjectId ?? crypto.randomUUID()
  await insertEntry(db, {
    id: crypto.randomUUID(),
    at,
    actorId: by === 'system' ? 'system' : by.id,
    membershipId: by === 'system' ? null : by.membershipId,
    organizationId: by === 'system' ? (where ?? null) : by.organizationId,
    action,
    subjectId: subject,
    requestId: crypto.randomUUID(),
    detail: JSON.stringify({ round: 3 }),
  })
  return subject
}

it('shows only role and day for students and for what is done about them', async () => {
  const { programme, student, peer, mentor, read } = await aTrail()
  const told = [
    await done({ by: student, action: 'attempt.submitted', at: ago(2, 601) }),
    await done({ by: peer, action: 'review.handed-in', at: ago(2, 617) }),
    await done({ by: mentor, action: 'review.handed-in', at: ago(2, 633) }),
    await done({ by: 'system', in: programme.id, action: 'submission.scored', at: ago(2, 617) }),
    await done({ by: mentor, action: 'coaching.begun', at: ago(2, 640) }),
  ]
  const { body, text } = await read(`fromDay=${dayOf(ago(2))}&untilDay=${dayOf(ago(2))}`)

  const roles = body.entries.map((entry: { by: { kind: string } }) => entry.by.kind)
  expect(roles.toSorted()).toEqual(['mentor', 'mentor', 'student', 'student', 'system'])
  for (const entry of body.entries) {
    expect(entry).toMatchObject({ at: null, subjectId: null, detail: {} })
    expect(entry.by).toEqual({ kind: entry.by.kind, id: null, name: null })
  }
  for (const secret of [...told, student.id, peer.id, mentor.id, 'Mo Tutor', 'T10:']) {
    expect(text).not.toContain(secret)
  }
})

it('shows entries about students only when the day is over, so that nobody can watch them', async () => {
  const { student, read } = await aTrail()
  await done({ by: student, action: 'attempt.started', at: new Date(today + 1_000) })
  const here = async (at: Date) => (await read('area=answers', at)).body.entries.length

  expect(await here(new Date(today + 2_000))).toBe(0)
  expect(await here(new Date(today + dayMs - 60_000))).toBe(0)
  expect(await here(new Date(today + dayMs))).toBe(1)
})

it('answers a filter by a student, or by their things, like one by an unknown id', async () => {
  const { admin, student, mentor, read } = await aTrail()
  await done({
    by: admin,
    action: 'membership.ended',
    subjectId: student.membershipId,
    at: ago(1, 705),
  })
  const attemptId = await done({ by: student, action: 'attempt.submitted', at: ago(1) })
  const reviewId = await done({ by: mentor, action: 'review.handed-in', at: ago(1) })
  const unknown = await read(`actorId=${crypto.randomUUID()}`)
  for (const query of [
    `actorId=${student.id}`,
    `actorId=${student.id}&area=answers`,
    `actorId=${mentor.id}&area=reviews`,
    `subjectId=${attemptId}`,
    `subjectId=${reviewId}`,
    `subjectId=${student.id}`,
    `subjectId=${student.membershipId}`,
    `actorId=${admin.id}`,
  ]) {
    expect([query, (await read(query)).text]).toEqual([query, unknown.text])
  }
})

it('names staff for what they do with the organization, by person, area and days', async () => {
  const { admin, mentor, read } = await aTrail()
  const cohortId = await done({ by: admin, action: 'cohort.made', at: ago(1, 500) })
  await done({ by: mentor, action: 'session.acts-as', at: ago(1, 510) })
  await done({ by: admin, action: 'organization.saved', at: ago(3) })

  const mine = (await read(`actorId=${admin.id}`)).body
  expect(mine.entries).toMatchObject([
    { action: 'cohort.made', at: ago(1, 500).toISOString(), subjectId: cohortId },
  ])
  expect(mine.entries[0].by).toEqual({ kind: 'staff', id: admin.id, name: 'Ada Min' })
  const further = (await read(`actorId=${admin.id}&untilDay=${mine.next.untilDay}`)).body
  expect(further.entries).toMatchObject([{ action: 'organization.saved' }])
  expect((await read(`subjectId=${cohortId}`)).body.entries).toHaveLength(1)
  expect((await read('area=accounts')).body.entries).toMatchObject([
    { action: 'session.acts-as', by: { name: 'Mo Tutor' } },
  ])
  const days = async (from: number, until: number) => {
    const own = `actorId=${admin.id}&fromDay=${dayOf(ago(from))}&untilDay=`
    const first = (await read(own + dayOf(ago(until)))).body
    const more = first.next ? (await read(own + first.next.untilDay)).body.entries : []
    return [...first.entries, ...more].map(({ action }: { action: string }) => action)
  }
  expect(await days(3, 2)).toEqual(['organization.saved'])
  expect(await days(2, 1)).toEqual(['cohort.made'])
  expect(await days(3, 1)).toEqual(['cohort.made', 'organization.saved'])
  expect(await days(1, 3)).toEqual([])
})

it('has no order within the day for entries without a name', async () => {
  const { student, read } = await aTrail()
  const actions = Array.from({ length: 12 }, (_, n) => `attempt.step-${'abcdefghijkl'[n]}`)
  for (const [n, action] of actions.entries()) await done({ by: student, action, at: ago(2, n) })
  const { entries } = (await read()).body
  const shown = entries.map((entry: { action: string }) => entry.action)
  expect(shown.toSorted()).toEqual(actions)
  // In the order of their random ids: the chance that this is the day's order is one in half a
  // billion.
  expect(shown).not.toEqual(actions.toReversed())
})

it('pages through a long day and on to the day before, each entry once', async () => {
  const { admin, student, read } = await aTrail()
  for (let n = 0; n < 30; n++) {
    await done({ by: student, action: 'attempt.turn-taken', at: ago(1, n) })
    await done({ by: admin, action: 'organization.saved', at: ago(1, n) })
  }
  await done({ by: admin, action: 'cohort.made', at: ago(9) })
  const seen: string[] = []
  let query: string | undefined = ''
  while (query !== undefined) {
    const { body }: Awaited<ReturnType<typeof read>> = await read(query)
    seen.push(...body.entries.map(({ id }: { id: string }) => id))
    const { next } = body
    query = next && `untilDay=${next.untilDay}${next.after ? `&after=${next.after}` : ''}`
    query ??= undefined
  }
  expect(seen).toHaveLength(61)
  expect(new Set(seen).size).toBe(61)
})

it('lists no kind of entry that students make or that is made about them', () => {
  const aboutStudents =
    /^(?:attempt|draft|claim|review|review-draft|practice|submission|places|promise|notice|credential|visibility|block|consent|coaching|card|interview|mail)\./
  expect(namedActions.filter((action) => aboutStudents.test(action))).toEqual([])
})

it('names who decided, of everything that staff approve, decline or start again', () => {
  const decided = Object.entries(nouns).flatMap(([noun, [, ...verbs]]) =>
    verbs
      .filter((verb) => /^(change-)?(approved|declined)$|tried-again/.test(verb))
      .map((verb) => `${noun}.${verb}`),
  )
  expect(decided).toHaveLength(9)
  expect(decided.filter((action) => !namedActions.some((named) => named === action))).toEqual([])
})

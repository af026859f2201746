import { describe, expect, it } from 'vitest'

import { aHiringEmployer } from '../support/hiring.ts'
import { anAsking } from '../support/interviewing.ts'
import { askOf, liftRateLimits, send } from '../support/traffic.ts'
import { type Name, signIn, theWorld } from '../support/traffic/world.ts'
import { type Ask, anId, expectAlike } from './alike.ts'
import type { Expected } from './expected.ts'
import { hiringDoors } from './hiring-doors.ts'
import { programmeDoors } from './programme-doors.ts'

liftRateLimits()

/** A person in the same role who does not own the thing. */
function strangerTo({ who }: Expected): Name {
  if (who === 'account' || who.includes('student')) return 'student elsewhere'
  if (who.includes('mentor')) return 'mentor elsewhere'
  return who.includes('admin') && !who.includes('recruiter')
    ? 'admin elsewhere'
    : 'recruiter elsewhere'
}

const owned = Object.entries({ ...programmeDoors, ...hiringDoors }).filter(
  ([door, { of, others }]) => of && !others && /:\w+Id|:pseudonym/.test(door),
)

it.each(owned)(
  "%s answers somebody else's id exactly like an unknown one",
  async (door, expected) => {
    const ask = await askOf(door)
    const { people } = await theWorld()
    const stranger = await signIn(people[strangerTo(expected)])
    const ids = ask.path.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []
    expect(ids.length).toBeGreaterThan(0)
    for (const id of ids) {
      const unknown = { ...ask, path: ask.path.replace(id, anId()) }
      const status = await expectAlike(
        (options) => send(stranger, door, ask, options),
        (options) => send(stranger, door, unknown, options),
      )
      expect(status).toBe(404)
    }
    await ask.after?.()
  },
)

describe('a pseudonym', () => {
  it('of another employer, or of a student who blocked this one, is unknown', async () => {
    const hiring = await aHiringEmployer()
    const [mine, theirs] = [await anAsking(hiring), await anAsking()]
    await mine.student.client.post('/api/blocks', { organizationId: hiring.employer.id })
    const { client } = hiring.recruiter
    const viewed =
      (pseudonym: string): Ask =>
      (options) =>
        client.post(`/api/cards/${pseudonym}/views`, {}, options)
    const asked =
      (pseudonym: string): Ask =>
      (options) => {
        const body = { pseudonym, openingId: hiring.openingId }
        return client.post('/api/interview-requests', body, options)
      }
    for (const use of [viewed, asked]) {
      expect(await expectAlike(use(anId()), use(theirs.pseudonym), use(mine.pseudonym))).toBe(404)
    }
  })
})

describe('an id in a body', () => {
  it('that belongs to somebody else is answered like an unknown one', async () => {
    const world = await theWorld()
    const { people, openingId } = world
    const other = await signIn(people['recruiter elsewhere'])
    const searched =
      (id: string): Ask =>
      (options) =>
        other.post('/api/searches', { openingId: id, criteria: {} }, options)
    expect(await expectAlike(searched(openingId), searched(anId()))).toBe(404)

    const adminElsewhere = await signIn(people['admin elsewhere'])
    const coached =
      (mentorId: string, studentId: string): Ask =>
      (options) =>
        adminElsewhere.post('/api/coachings', { mentorId, studentId }, options)
    expect(
      await expectAlike(coached(people.mentor.id, people.student.id), coached(anId(), anId())),
    ).toBe(404)

    const stranger = await signIn(people['student elsewhere'])
    const acted =
      (membershipId: string): Ask =>
      (options) =>
        stranger.put('/api/session/membership', { membershipId }, options)
    expect(await expectAlike(acted(people.student.membershipId), acted(anId()))).toBe(404)
  })
})

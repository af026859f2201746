import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import { doors } from '../../worker/app.ts'
import { countingDb } from '../support/counting-db.ts'
import { countingVault } from '../support/counting-vault.ts'
import { askOf, doorNames, liftRateLimits, methodOf, rightful, send } from '../support/traffic.ts'

liftRateLimits()

/**
 * Round trips to D1, with a batch as one: the session and one read, and one commit more for a
 * write.
 */
const budget = { read: 2, write: 3 }

/** Doors that may cost more, with the reason. */
const dearer: Record<string, { trips: number; because: string }> = {
  'GET /api/insights/operation': {
    trips: 3,
    because: 'how emails ended is a batch of another room',
  },
  'POST /api/interview-requests/:requestId/delivery': {
    trips: 4,
    because: 'requirements, card and opening are found by ids that stand in the request',
  },
  'DELETE /api/interview-requests/:requestId/delivery': {
    trips: 4,
    because: 'the wording to take back is found by the edition that stands in the request',
  },
  'POST /api/interview-requests/:requestId/answers': {
    trips: 4,
    because: 'the slot is named in the body, which is read after the request is found',
  },
  'PUT /api/interview-requests/:requestId/meeting': {
    trips: 4,
    because: 'how it is held stands in the wording that the request names',
  },
  'POST /api/interview-requests/:requestId/bookings': {
    trips: 4,
    because: 'the slot is named in the body, which is read after the request is found',
  },
  'GET /api/interview-requests/:requestId/messages': {
    trips: 3,
    because: 'where a page begins is read after the request is found',
  },
  'GET /api/insights/funnel': {
    trips: 4,
    because: 'whoever asks first in a day counts and keeps what all others read that day',
  },
  'GET /api/export': {
    trips: 7,
    because:
      'its counter is asked first and raised last; between them are rows, badges, interviews and writers',
  },
}

const twoSteps = { calls: 2, because: 'the recruiter is checked by their address before the rest' }

/** Doors that ask the vault more than once, with the reason. */
const asksTwice: Record<string, { calls: number; because: string }> = {
  'POST /api/sign-ins': {
    calls: 3,
    because: 'the first sign-in of a day makes the key of the day',
  },
  'POST /api/session': { calls: 3, because: 'every try makes the key of an account' },
  'GET /health': {
    calls: 3,
    because: 'its state, its database and the key of the self-test, once in five seconds',
  },
  'POST /api/invitations': { calls: 3, because: 'the first text of an organization makes its key' },
  'POST /api/organization': { calls: 4, because: 'a new employer gets a key' },
  'POST /api/searches/:searchId/pages': twoSteps,
  'POST /api/cards/:pseudonym/views': twoSteps,
  'POST /api/interview-requests/:requestId/delivery': twoSteps,
}

const allowed = (door: string) =>
  dearer[door]?.trips ?? budget[methodOf(door) === 'GET' ? 'read' : 'write']

it('has a valid request for every door, and for no other', () => {
  expect(doorNames.toSorted()).toEqual(Object.keys(doors).toSorted())
  expect(doorNames).toEqual(expect.arrayContaining(Object.keys({ ...dearer, ...asksTwice })))
})

it.each(doorNames)('%s succeeds within its budget of calls to D1 and the vault', async (door) => {
  const ask = await askOf(door)
  const { DB, trips } = countingDb(env.DB)
  const { VAULT, calls } = countingVault(env.VAULT)
  const { status, text } = await send(await rightful(ask), door, ask, { env: { DB, VAULT } })
  await ask.after?.()
  expect(status < 400 ? '' : text).toBe('')
  expect(trips()).toBeLessThanOrEqual(allowed(door))
  expect(calls()).toBeLessThanOrEqual(asksTwice[door]?.calls ?? 1)
})

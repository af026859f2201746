import { expect, it } from 'vitest'

import {
  type Actor,
  nextState,
  type RequestEvent,
  type RequestState,
  requestStates,
} from '../../../worker/interviews/request/state.ts'
import { agreesWithCases } from '../../support/hiring-cases.ts'

type Cell = [RequestState, string, Actor]

const events: readonly string[] = [
  'send',
  'undo',
  'deliver',
  'withdraw',
  'accept',
  'decline',
  'ask-revision',
  'expire',
  'lapse',
] satisfies RequestEvent[]
const isEvent = (event: string): event is RequestEvent => events.includes(event)

// The table ends at `scheduled` for now: cells of the events that come after it (offering and booking
// slots, moving, cancelling, attending, deciding) are left out of the comparison.
agreesWithCases<{ cells: Cell[] }, { next: (RequestState | null)[] }>(
  'interview_transition',
  ({ cells }, expected) => {
    const known = cells.flatMap(([state, event, actor], index) =>
      isEvent(event) ? [{ state, event, actor, next: expected.next[index] ?? null }] : [],
    )
    expect(known.length).toBeGreaterThan(80)
    for (const { state, event, actor, next } of known) {
      const reached = nextState(state, event, actor, { edition: 1, slot: false }) ?? null
      expect(reached, `${state}: ${event} by ${actor}`).toBe(next)
    }
  },
)

it('leads to a time at once where the student named one', () => {
  expect(nextState('delivered', 'accept', 'student', { edition: 1, slot: true })).toBe('scheduled')
})

it('goes back to the wish for a change where a second wording is undone', () => {
  expect(nextState('queued', 'undo', 'recruiter', { edition: 2, slot: false })).toBe(
    'revision-requested',
  )
})

it('lets nobody do what belongs to another', () => {
  const owners: Record<string, Actor> = { accept: 'student', send: 'recruiter', expire: 'timer' }
  for (const [event, owner] of Object.entries(owners)) {
    const others = (['recruiter', 'student', 'timer'] as const).filter((actor) => actor !== owner)
    const reached = others.flatMap((actor) =>
      requestStates.map(
        (state) => isEvent(event) && nextState(state, event, actor, { edition: 1, slot: true }),
      ),
    )
    expect(reached.filter(Boolean)).toEqual([])
  }
})

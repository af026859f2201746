import { expect, it } from 'vitest'

import {
  type Actor,
  nextState,
  type RequestEvent,
  type RequestState,
  requestStates,
} from '../../../worker/interviews/request/state.ts'
import { agreesWithCases } from '../../support/hiring-cases.ts'

agreesWithCases<
  { cells: [RequestState, RequestEvent, Actor][] },
  { next: (RequestState | null)[] }
>('interview_transition', ({ cells }, expected) => {
  expect(cells.length).toBe(expected.next.length)
  for (const [index, [state, event, actor]] of cells.entries()) {
    const reached = nextState(state, event, actor, { edition: 1, slot: false }) ?? null
    expect(reached, `${state}: ${event} by ${actor}`).toBe(expected.next[index])
  }
})

it('keeps the old time while other times are on offer, and goes on from there', () => {
  const facts = { edition: 1, slot: false }
  for (const event of ['ask-move', 'keep-time', 'move'] as const) {
    expect(nextState('scheduled', event, 'student', facts)).toBe('scheduled')
    expect(nextState('scheduled', event, 'recruiter', facts)).toBe('scheduled')
    expect(nextState('held', event, 'student', facts)).toBeUndefined()
  }
})

it('leads to a time at once where the student named one', () => {
  expect(nextState('delivered', 'accept', 'student', { edition: 1, slot: true })).toBe('scheduled')
})

it('goes back to the wish for a change where a second wording is undone', () => {
  expect(nextState('queued', 'undo', 'recruiter', { edition: 2, slot: false })).toBe(
    'revision-requested',
  )
})

it('lets nobody do what belongs to another', () => {
  const owners: [RequestEvent, Actor][] = [
    ['accept', 'student'],
    ['send', 'recruiter'],
    ['decide', 'recruiter'],
    ['expire', 'timer'],
  ]
  for (const [event, owner] of owners) {
    const others = (['recruiter', 'student', 'timer'] as const).filter((actor) => actor !== owner)
    const reached = others.flatMap((actor) =>
      requestStates.map((state) => nextState(state, event, actor, { edition: 1, slot: true })),
    )
    expect(reached.filter(Boolean)).toEqual([])
  }
})

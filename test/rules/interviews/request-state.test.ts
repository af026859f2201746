import { expect, it } from 'vitest'

import {
  type Actor,
  nextState,
  type RequestEvent,
  type RequestState,
  requestStates,
} from '../../../worker/interviews/request/state.ts'
import { agreesWithCases } from '../../support/cases.ts'

const facts = { edition: 1, slot: false }

agreesWithCases<
  { cells: [RequestState, RequestEvent, Actor][] },
  { next: (RequestState | null)[] }
>('interview_transition', ({ cells }, expected) => {
  expect(cells.length).toBe(expected.next.length)
  for (const [index, [state, event, actor]] of cells.entries()) {
    const reached = nextState(state, event, actor, facts) ?? null
    expect(reached, `${state}: ${event} by ${actor}`).toBe(expected.next[index])
  }
})

/** Every step that a request may take, one a line: from, event, who, to. All others are refused. */
const steps = `
  draft send recruiter queued
  revision-requested send recruiter queued
  queued undo recruiter draft
  queued deliver timer delivered
  delivered withdraw recruiter withdrawn
  revision-requested withdraw recruiter withdrawn
  delivered accept student accepted
  delivered decline student declined
  delivered ask-revision student revision-requested
  delivered expire timer expired
  revision-requested lapse timer lapsed
  accepted lapse timer lapsed
  accepted offer-slots recruiter,student accepted
  accepted book recruiter,student scheduled
  accepted cancel recruiter,student cancelled
  scheduled cancel recruiter,student cancelled
  scheduled ask-move recruiter,student scheduled
  scheduled keep-time recruiter,student scheduled
  scheduled move recruiter,student scheduled
  scheduled attend recruiter,student,timer held
  scheduled miss recruiter,student no-show
  no-show dispute recruiter,student no-show
  held decide recruiter closed
  closed amend recruiter,student closed`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(' '))

it('follows the state table in every state, for every event and actor', () => {
  const wanted = new Map<string, string | undefined>(
    steps.flatMap(([from, event, who = '', to]) =>
      who.split(',').map((actor) => [`${from} ${event} ${actor}`, to] as const),
    ),
  )
  const events = new Set(steps.map(([, event]) => event as RequestEvent))
  for (const state of requestStates) {
    for (const event of events) {
      for (const actor of ['recruiter', 'student', 'timer'] as const) {
        const step = `${state} ${event} ${actor}`
        expect([step, nextState(state, event, actor, facts)]).toEqual([step, wanted.get(step)])
      }
    }
  }
})

it('keeps the old time while other times are on offer, and goes on from there', () => {
  for (const event of ['ask-move', 'keep-time', 'move'] as const) {
    expect(nextState('scheduled', event, 'student', facts)).toBe('scheduled')
    expect(nextState('scheduled', event, 'recruiter', facts)).toBe('scheduled')
    expect(nextState('held', event, 'student', facts)).toBeUndefined()
  }
})

it('is booked at once if the student chose a time', () => {
  expect(nextState('delivered', 'accept', 'student', { edition: 1, slot: true })).toBe('scheduled')
})

it('returns to the requested change if a second wording is undone', () => {
  expect(nextState('queued', 'undo', 'recruiter', { edition: 2, slot: false })).toBe(
    'revision-requested',
  )
})

it('lets nobody take the other side’s steps', () => {
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

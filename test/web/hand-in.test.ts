import { beforeEach, expect, test, vi } from 'vitest'

import { HandIn } from '../../web/lib/draft/hand-in.svelte.ts'
import { ApiError } from '../../web/lib/http/problem.ts'
import { freshServer } from './support/server.ts'

type Body = { round: number; answers: Record<string, string> }

const body = { round: 1, answers: { p1: 'I would listen first' } }
const receipt = { submissionId: 's1', expectedBy: '2026-12-01' }
const send =
  vi.fn<(body: Body, options: { headers: Record<string, string> }) => Promise<typeof receipt>>()

const refuse = (status: number) => () =>
  Promise.reject(new ApiError({ type: '/problems/some', title: 'The time is over.', status }))
const keys = () => send.mock.calls.map(([, { headers }]) => headers['idempotency-key'])

beforeEach(async () => {
  await freshServer()
  send.mockReset().mockResolvedValue(receipt)
})

test('work handed in offline is sent once the network is back, with the same key', async () => {
  send.mockImplementation(refuse(0))
  const handIn = new HandIn('a1', send)
  await handIn.ask(body)
  expect(handIn.status).toBe('waiting')

  send.mockResolvedValue(receipt)
  await handIn.send()
  expect([handIn.status, handIn.receipt]).toEqual(['handed-in', receipt])
  expect(send.mock.calls[1]?.[0]).toEqual(body)
  expect(keys()[0]).toMatch(/^[\w-]{16,64}$/)
  expect(keys()[1]).toBe(keys()[0])
})

test('is sent after the page was closed, and only once', async () => {
  send.mockImplementation(refuse(0))
  await new HandIn('a1', send).ask(body)

  send.mockResolvedValue(receipt)
  const again = new HandIn('a1', send)
  await again.resume()
  expect(again.status).toBe('handed-in')
  expect(keys()[1]).toBe(keys()[0])

  const third = new HandIn('a1', send)
  await third.resume()
  expect(third.status).toBe('open')
  expect(send).toHaveBeenCalledTimes(2)
})

test('taken back while it waits, it is never sent', async () => {
  send.mockImplementation(refuse(0))
  const handIn = new HandIn('a1', send)
  await handIn.ask(body)
  handIn.takeBack()
  send.mockResolvedValue(receipt)
  await handIn.send()
  expect(handIn.status).toBe('open')
  expect(send).toHaveBeenCalledTimes(1)
})

test.each([
  [401, 'waiting'],
  [409, 'refused'],
  [422, 'refused'],
  [429, 'waiting'],
  [503, 'waiting'],
])('an answer of %i leaves it %s', async (status, outcome) => {
  send.mockImplementation(refuse(status))
  const handIn = new HandIn('a1', send)
  await handIn.ask(body)
  expect(handIn.status).toBe(outcome)
  expect(handIn.refusal?.problem.title).toBe('The time is over.')
})

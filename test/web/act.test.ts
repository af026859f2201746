import { beforeEach, expect, test, vi } from 'vitest'

import { Act } from '../../web/lib/http/act.svelte.ts'
import { unwrap } from '../../web/lib/http/response.ts'
import { api } from '../../web/lib/http/api.ts'
import { Proof } from '../../web/lib/http/proof.svelte.ts'
import { answer, freshServer, keyOf, offline, refused, sent, server } from './support/server.ts'

beforeEach(freshServer)

function join(proof = new Proof()) {
  return new Act(
    (json: { code: string }, options) =>
      unwrap(api.programmeMemberships.index.$post({ json }, options)),
    proof,
  )
}

test('sends an idempotency key, and returns the answer', async () => {
  server.mockImplementation(() => answer({ membershipId: 'm1' }, 201))
  const joining = join()
  expect(await joining.run({ code: 'RIVER7K2' })).toEqual({ membershipId: 'm1' })
  expect(server.mock.calls[0]?.[0]).toBe('/api/programme-memberships')
  expect(sent()).toEqual({ code: 'RIVER7K2' })
  expect(keyOf(0)).toMatch(/^[\w-]{16,64}$/)
})

test('a try whose answer was lost is repeated with the same key', async () => {
  const joining = join()
  server.mockImplementationOnce(offline)
  await joining.run({ code: 'RIVER7K2' })
  expect(joining.refusal?.status).toBe(0)
  await joining.run({ code: 'RIVER7K2' })
  expect(joining.refusal).toBeUndefined()
  expect(keyOf(1)).toBe(keyOf(0))
})

test.each([
  ['another request', { code: 'OTHER' }],
  ['the same after it succeeded', { code: 'RIVER7K2' }],
])('%s has its own key', async (_, second) => {
  const joining = join()
  await joining.run({ code: 'RIVER7K2' })
  await joining.run(second)
  expect(keyOf(1)).not.toBe(keyOf(0))
})

test('if there is nothing left to change, the page is told', async () => {
  const joining = join()
  const gone = vi.fn<() => void>()
  joining.whenGone = gone
  server.mockImplementationOnce(() => refused(404, 'join-code-unknown'))
  await joining.run({ code: 'RIVER7K2' })
  expect(gone).not.toHaveBeenCalled()
  server.mockImplementationOnce(() => refused(404, 'not-found'))
  await joining.run({ code: 'RIVER7K2' })
  expect(gone).toHaveBeenCalledOnce()
})

test('after a plain refusal the next try is a new request', async () => {
  const joining = join()
  server.mockImplementation(() => refused(404, 'join-code-unknown'))
  await joining.run({ code: 'RIVER7K2' })
  expect(joining.refusal?.is('join-code-unknown')).toBe(true)
  await joining.run({ code: 'RIVER7K2' })
  expect(keyOf(1)).not.toBe(keyOf(0))
})

test('asks for a proof once, and repeats the request with the same key', async () => {
  const proof = new Proof()
  const joining = join(proof)
  server.mockImplementationOnce(() => refused(403, 'fresh-proof-needed'))
  const running = joining.run({ code: 'RIVER7K2' })
  await vi.waitFor(() => expect(proof.asked).toBe(true))
  proof.settle(true)
  await running
  expect(joining.refusal).toBeUndefined()
  expect(server).toHaveBeenCalledTimes(2)
  expect(keyOf(1)).toBe(keyOf(0))
})

test('cancelling the proof keeps the refusal, and nothing is sent again', async () => {
  const proof = new Proof()
  const joining = join(proof)
  server.mockImplementation(() => refused(403, 'fresh-proof-needed'))
  const running = joining.run({ code: 'RIVER7K2' })
  await vi.waitFor(() => expect(proof.asked).toBe(true))
  proof.settle(false)
  await running
  expect(joining.refusal?.is('fresh-proof-needed')).toBe(true)
  expect(server).toHaveBeenCalledTimes(1)
})

test('pressed twice, it asks once', async () => {
  const joining = join()
  await Promise.all([joining.run({ code: 'RIVER7K2' }), joining.run({ code: 'RIVER7K2' })])
  expect(server).toHaveBeenCalledTimes(1)
})

test('pages count from the server’s clock', async () => {
  const { serverTime } = await import('../../web/lib/http/server-time.svelte.ts')
  server.mockImplementation(() =>
    Promise.resolve(Response.json({}, { headers: { 'mettle-now': '2031-05-01T10:00:00.000Z' } })),
  )
  await join().run({ code: 'RIVER7K2' })
  expect(serverTime.now().toISOString()).toMatch(/^2031-05-01T10:00:0/)
})

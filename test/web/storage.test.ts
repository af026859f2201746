import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import SignOut from '../../web/account/session/SignOut.svelte'
import { device } from '../../web/lib/draft/device.ts'
import { Draft } from '../../web/lib/draft/draft.svelte.ts'
import { HandIn } from '../../web/lib/draft/hand-in.svelte.ts'
import { ApiError } from '../../web/lib/http/problem.ts'
import { openPage } from './support/open-page.ts'
import { aSession } from './support/people.ts'
import { freshServer, refused, server } from './support/server.ts'

/** Ways in which browser storage fails, each set up before its first use. */
const broken: [kind: string, breakIt: () => void][] = [
  ['is missing', () => vi.stubGlobal('indexedDB', undefined)],
  [
    'throws when it is opened',
    () =>
      vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      }),
  ],
  ['fails to open, as in a private window', () => opensWith((request) => request.onerror)],
  ['never answers', () => opensWith(() => null)],
]

/** A request that soon calls the handler chosen by `handler` with an error. */
function opensWith(handler: (request: IDBOpenDBRequest) => IDBOpenDBRequest['onerror']): void {
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
    const request = { error: new DOMException('', 'InvalidStateError') } as IDBOpenDBRequest
    queueMicrotask(() => handler(request)?.call(request, new Event('error')))
    return request
  })
}

const refusal = (status: number) => new ApiError({ type: 'about:blank', title: '', status })
const save = vi.fn<(draft: { value: string }) => Promise<{ version: number }>>()

beforeEach(async () => {
  await freshServer()
  save.mockReset().mockResolvedValue({ version: 2 })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function aDraft() {
  return new Draft(
    'a1/p1',
    { value: '', version: 1 },
    { save, find: () => Promise.reject(refusal(0)) },
  )
}

test.each(broken)('a text is saved where storage %s', async (_, breakIt) => {
  breakIt()
  const draft = aDraft()
  void draft.resume()
  draft.write('I ask the night shift first')
  await draft.save()
  expect([draft.status, save.mock.calls[0]?.[0].value]).toEqual([
    'saved',
    'I ask the night shift first',
  ])
})

test.each(broken)(
  'without a network the page says that text is stored nowhere if storage %s',
  async (_, breakIt) => {
    breakIt()
    save.mockRejectedValue(refusal(0))
    const draft = aDraft()
    draft.write('only on this page')
    const saving = draft.save()
    await vi.advanceTimersByTimeAsync(1_500)
    await saving
    expect([draft.status, draft.isOnDevice]).toEqual(['unsaved', false])

    save.mockResolvedValue({ version: 2 })
    await vi.advanceTimersByTimeAsync(15_000)
    expect(draft.status).toBe('saved')
  },
)

test.each(broken)(
  'work is handed in at once, with its last text, where storage %s',
  async (_, breakIt) => {
    breakIt()
    const send = vi.fn<(body: { text: string }) => Promise<string>>().mockResolvedValue('receipt')
    const handIn = new HandIn('a1', send)
    void handIn.resume()
    void handIn.ask({ text: 'the last words' })
    await vi.advanceTimersByTimeAsync(0)
    expect([handIn.status, send.mock.calls[0]?.[0].text]).toEqual(['handed-in', 'the last words'])
  },
)

test.each(broken)('a person can sign out where storage %s', async (_, breakIt) => {
  server.mockImplementation(() => refused(503, 'try-again'))
  breakIt()
  await openPage(SignOut, { onstay: () => undefined }, { session: aSession() })
  await vi.advanceTimersByTimeAsync(1_500)
  expect(server.mock.calls.map(([, init]) => init?.method)).toEqual(['DELETE'])
})

test.each(broken)('the owner of the device is set where storage %s', async (_, breakIt) => {
  breakIt()
  const settling = Promise.all([device.belongTo('leila'), device.forgetAll(), device.waiting()])
  await vi.advanceTimersByTimeAsync(1_500)
  expect((await settling)[2]).toBe(0)
})

test('full storage affects only the copy on the device', async () => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  const draft = aDraft()
  draft.write('sent all the same')
  await draft.save()
  expect(draft.status).toBe('saved')
})

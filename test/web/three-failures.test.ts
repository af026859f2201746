import { beforeEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-svelte'

import { unwrap } from '../../web/lib/http/response.ts'
import { QueryCache } from '../../web/lib/query/query-cache.ts'
import { Draft } from '../../web/lib/draft/draft.svelte.ts'
import { ApiError, type RefusalKind } from '../../web/lib/http/problem.ts'
import LoadFailed from '../../web/ui/feedback/LoadFailed.svelte'
import Refusal from '../../web/ui/feedback/Refusal.svelte'
import SaveStatus from '../../web/ui/feedback/SaveStatus.svelte'
import SaveTrouble from '../../web/ui/feedback/SaveTrouble.svelte'
import { openPage } from './support/open-page.ts'
import { freshServer } from './support/server.ts'

beforeEach(freshServer)

const error = (status: number, type: string, more = {}, retryAfterSeconds?: number) =>
  new ApiError(
    { type: `/problems/${type}`, title: 'As the Worker says', status, ...more },
    retryAfterSeconds,
  )

const network = /connection|online/i
const session = /signed out/i

const failures: [kind: RefusalKind, error: ApiError, says: RegExp, saysNot: RegExp[]][] = [
  ['no-answer', error(0, 'about:blank'), network, [session]],
  ['signed-out', error(401, 'not-signed-in'), session, [network]],
  ['too-often', error(429, 'too-many-requests', {}, 90), /again .*at \d/, [network, session]],
  ['ours', error(503, 'try-again'), /again/, [network, session]],
  [
    'ours',
    error(502, 'about:blank', { title: '' }),
    /Something went wrong on our side/,
    [network, session],
  ],
  [
    'refused',
    error(422, 'invalid-input', {
      fields: ['text'],
      places: [{ field: 'text', reason: 'broken-character', line: 2, character: 7 }],
    }),
    /Line 2 .*character 7/,
    [network, session],
  ],
  ['refused', error(409, 'attempt-not-open'), /handed in/, [network, session]],
]

test.each([
  [500, 'Internal Server Error', /Something went wrong on our side/],
  [503, 'Service Unavailable', /Something went wrong on our side/],
  [403, 'Forbidden', /That did not work.*another network/],
])('a proxy’s answer %i “%s” gets a plain message', async (status, statusText, says) => {
  const answer = new Response('<html>', { status, statusText })
  const refusal = await unwrap(Promise.resolve(answer as never)).catch((thrown: ApiError) => thrown)
  if (!(refusal instanceof ApiError)) throw new Error('It was refused.')
  const page = await render(Refusal, { refusal })
  await expect.element(page.getByRole('alert')).toMatchTextContent(says)
  const { textContent } = page.getByRole('alert').element()
  expect(textContent).not.toContain(statusText)
  if (status === 403) expect(textContent).not.toMatch(/try again/i)
})

test.each(failures)(
  '%s (%s) has its own message on a form',
  async (kind, refusal, says, saysNot) => {
    expect(refusal.kind).toBe(kind)
    const page = await render(Refusal, { refusal })
    await expect.element(page.getByRole('alert')).toMatchTextContent(says)
    for (const not of saysNot) {
      expect(page.getByRole('alert').element().textContent).not.toMatch(not)
    }
  },
)

/** A text that could not be saved, with this reason. */
async function unsaved(refusal: ApiError) {
  const draft = new Draft(
    'a1/p1',
    { value: '', version: 1 },
    {
      save: () => Promise.reject(refusal),
      find: () => Promise.reject(refusal),
    },
  )
  draft.write('words of mine')
  await draft.save()
  return draft
}

test.each(failures.filter(([, { status }]) => status !== 502))(
  '%s (%s) has its own message beside a text, and says where the text is',
  async (kind, refusal, says, saysNot) => {
    const draft = await unsaved(refusal)
    const { status, trouble } = draft
    const page = await render(SaveStatus, { status, trouble })
    const short = page.getByRole('status').element().textContent ?? ''
    await page.unmount()
    const { container } = await openPage(SaveTrouble, { draft })
    if (kind !== 'no-answer') await expect.element(container).toMatchTextContent(says)
    const all = `${short} ${container.textContent}`
    expect(all).toMatch(/this device/)
    for (const not of saysNot) expect(all).not.toMatch(not)
  },
)

test('a refused text is sent again only once it is changed', async () => {
  const save = vi
    .fn<() => Promise<{ version: number }>>()
    .mockRejectedValue(error(422, 'invalid-input'))
  const draft = new Draft(
    'a1/p1',
    { value: '', version: 1 },
    { save, find: () => Promise.reject(error(0, '')) },
  )
  draft.write('half a character')
  await draft.save()
  await draft.save()
  expect([draft.status, save.mock.calls.length]).toEqual(['refused', 1])
  save.mockResolvedValue({ version: 2 })
  draft.write('mended by hand')
  await draft.save()
  expect([draft.status, draft.trouble]).toEqual(['saved', undefined])
})

test('a text waits as long as the server says', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  try {
    const save = vi
      .fn<() => Promise<{ version: number }>>()
      .mockRejectedValueOnce(error(429, 'too-many-requests', {}, 60))
      .mockResolvedValue({ version: 2 })
    const draft = new Draft(
      'a1/p1',
      { value: '', version: 1 },
      { save, find: () => Promise.reject(error(0, '')) },
    )
    const from = Date.now()
    draft.write('too quick')
    await draft.save()
    expect(draft.trouble?.retryAt?.getTime()).toBe(from + 60_000)
    draft.write('too quick, and more')
    await vi.advanceTimersByTimeAsync(59_000)
    expect(save).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(2_000)
    expect([save.mock.calls.length, draft.status]).toEqual([2, 'saved'])
  } finally {
    vi.useRealTimers()
  }
})

test.each([
  [0, /no connection/],
  [401, /Sign in again/],
  [429, /too many (tries|requests)/i],
  [500, /our side/],
])('a page that does not load with %i says why', async (status, says) => {
  const refusal = error(status, status === 401 ? 'not-signed-in' : 'some')
  const { container } = await render(LoadFailed, { error: refusal, retry: () => undefined })
  await expect.element(container).toMatchTextContent(says)
})

test.each([
  ['a line that breaks in the middle', '{"a": 1'],
  ['the page of a café’s network', '<!doctype html><title>Welcome</title>'],
])('%s counts as no answer, not as a fault of the page', async (_, body) => {
  const answered = Promise.resolve(new Response(body, { status: 200 }))
  await expect(unwrap(answered as never)).rejects.toMatchObject({ kind: 'no-answer' })
  await expect(
    new QueryCache().ask({
      path: '/api/x',
      ask: () => unwrap(Promise.resolve(new Response(body)) as never),
    }),
  ).rejects.toMatchObject({ status: 0 })
})

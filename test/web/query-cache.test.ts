import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { QueryCache, refresh } from '../../web/lib/query/query-cache.ts'
import { ApiError } from '../../web/lib/http/problem.ts'

const refusal = (status: number) => new ApiError({ type: '/problems/some', title: 'some', status })

const ask = vi.fn<() => Promise<string>>()
const path = '/api/attempts/a1'

beforeEach(() => {
  ask.mockReset().mockResolvedValue('asked')
})
afterEach(() => vi.useRealTimers())

test('an answer that came with the page is shown without a request', () => {
  const cache = new QueryCache({ [path]: 'came along' })
  cache.of<string>(path).want(ask)
  expect(cache.get(path)).toBe('came along')
  expect(ask).not.toHaveBeenCalled()
})

test('missing data is loaded once, however many parts of a page need it', async () => {
  const cache = new QueryCache()
  cache.of<string>(path).want(ask)
  cache.of<string>(path).want(ask)
  await vi.waitFor(() => expect(cache.get(path)).toBe('asked'))
  expect(ask).toHaveBeenCalledTimes(1)
})

test('old data stays until the new data is there, and is reloaded when the reader is back', async () => {
  vi.useFakeTimers()
  const cache = new QueryCache({ [path]: 'old' })
  cache.of<string>(path).want(ask)
  cache.freshen()
  expect(ask).not.toHaveBeenCalled()
  vi.advanceTimersByTime(31_000)
  cache.freshen()
  expect(cache.get(path)).toBe('old')
  await vi.waitFor(() => expect(cache.get(path)).toBe('asked'))
})

test('after a write, what is shown is reloaded now, and the rest when it is next shown', async () => {
  const cache = new QueryCache({ [path]: 'old', '/api/attempts': 'old list', '/api/session': 'me' })
  const list = vi.fn<() => Promise<string>>().mockResolvedValue('new list')
  const end = cache.of<string>(path).want(ask)
  await refresh(cache, '/api/attempts')
  expect(cache.get(path)).toBe('asked')
  expect(list).not.toHaveBeenCalled()
  cache.of<string>('/api/attempts').want(list)
  await vi.waitFor(() => expect(cache.get('/api/attempts')).toBe('new list'))
  expect(cache.get('/api/session')).toBe('me')
  end()
})

test('a pending call does not overwrite the answer of a later write', async () => {
  const late = Promise.withResolvers<string>()
  ask.mockReturnValueOnce(late.promise)
  const cache = new QueryCache()
  cache.of<string>(path).want(ask)
  cache.set(path, 'written')
  late.resolve('from before')
  await late.promise
  expect(cache.get(path)).toBe('written')
})

test('a change computed from old data needs old data', () => {
  const cache = new QueryCache({ [path]: 'one' })
  cache.set<string>(path, (before) => `${before} and two`)
  expect(cache.get(path)).toBe('one and two')
  cache.set<string>('/api/other', (before) => `${before}!`)
  expect(cache.get('/api/other')).toBeUndefined()
})

test.each([
  [0, 3],
  [503, 3],
  [404, 1],
  [403, 1],
])('a failure of %i is tried %i times, and then reported', async (status, times) => {
  vi.useFakeTimers()
  ask.mockImplementation(() => Promise.reject(refusal(status)))
  const cache = new QueryCache()
  const query = cache.of<string>(path)
  query.want(ask)
  await vi.advanceTimersByTimeAsync(4_000)
  expect(ask).toHaveBeenCalledTimes(times)
  expect(query.error?.name).toBe('ApiError')
})

test('after a failure, a page that was left asks no more', async () => {
  vi.useFakeTimers()
  ask.mockImplementation(() => Promise.reject(refusal(503)))
  const leave = new QueryCache().of<string>(path).want(ask)
  leave()
  await vi.advanceTimersByTimeAsync(4_000)
  expect(ask).toHaveBeenCalledTimes(1)
})

test('a failure keeps the old data, and a successful retry clears the error', async () => {
  ask.mockImplementationOnce(() => Promise.reject(refusal(404)))
  const cache = new QueryCache({ [path]: 'known' })
  const query = cache.of<string>(path)
  query.want(ask)
  await query.expire()
  expect([query.data, query.error instanceof ApiError]).toEqual(['known', true])
  await query.expire()
  expect([query.data, query.error]).toEqual(['asked', undefined])
})

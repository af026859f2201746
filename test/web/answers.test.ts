import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { Answers, refresh } from '../../web/lib/query/answers.ts'
import { ApiError } from '../../web/lib/http/problem.ts'

const refusal = (status: number) => new ApiError({ type: '/problems/some', title: 'some', status })

const ask = vi.fn<() => Promise<string>>()
const path = '/api/attempts/a1'

beforeEach(() => {
  ask.mockReset().mockResolvedValue('asked')
})
afterEach(() => vi.useRealTimers())

test('an answer that came with the page is shown, and nothing is asked', () => {
  const answers = new Answers({ [path]: 'came along' })
  answers.of<string>(path).want(ask)
  expect(answers.get(path)).toBe('came along')
  expect(ask).not.toHaveBeenCalled()
})

test('what is not known is asked once, however many want it', async () => {
  const answers = new Answers()
  answers.of<string>(path).want(ask)
  answers.of<string>(path).want(ask)
  await vi.waitFor(() => expect(answers.get(path)).toBe('asked'))
  expect(ask).toHaveBeenCalledTimes(1)
})

test('old answers stay until the new one is there, and are asked for when the reader is back', async () => {
  vi.useFakeTimers()
  const answers = new Answers({ [path]: 'old' })
  answers.of<string>(path).want(ask)
  answers.freshen()
  expect(ask).not.toHaveBeenCalled()
  vi.advanceTimersByTime(31_000)
  answers.freshen()
  expect(answers.get(path)).toBe('old')
  await vi.waitFor(() => expect(answers.get(path)).toBe('asked'))
})

test('after a write, what is shown is asked again, and the rest when it is next shown', async () => {
  const answers = new Answers({ [path]: 'old', '/api/attempts': 'old list', '/api/session': 'me' })
  const list = vi.fn<() => Promise<string>>().mockResolvedValue('new list')
  const end = answers.of<string>(path).want(ask)
  await refresh(answers, '/api/attempts')
  expect(answers.get(path)).toBe('asked')
  expect(list).not.toHaveBeenCalled()
  answers.of<string>('/api/attempts').want(list)
  await vi.waitFor(() => expect(answers.get('/api/attempts')).toBe('new list'))
  expect(answers.get('/api/session')).toBe('me')
  end()
})

test('a call under way does not overwrite what a write answered since', async () => {
  const late = Promise.withResolvers<string>()
  ask.mockReturnValueOnce(late.promise)
  const answers = new Answers()
  answers.of<string>(path).want(ask)
  answers.set(path, 'written')
  late.resolve('from before')
  await late.promise
  expect(answers.get(path)).toBe('written')
})

test('a change that follows from what was known needs something known', () => {
  const answers = new Answers({ [path]: 'one' })
  answers.set<string>(path, (before) => `${before} and two`)
  expect(answers.get(path)).toBe('one and two')
  answers.set<string>('/api/other', (before) => `${before}!`)
  expect(answers.get('/api/other')).toBeUndefined()
})

test.each([
  [0, 3],
  [503, 3],
  [404, 1],
  [403, 1],
])('a failure of %i is tried %i times, and then said', async (status, times) => {
  vi.useFakeTimers()
  ask.mockImplementation(() => Promise.reject(refusal(status)))
  const answers = new Answers()
  const kept = answers.of<string>(path)
  kept.want(ask)
  await vi.advanceTimersByTimeAsync(4_000)
  expect(ask).toHaveBeenCalledTimes(times)
  expect(kept.error?.name).toBe('ApiError')
})

test('a failure leaves what was known, and trying again clears it', async () => {
  ask.mockImplementationOnce(() => Promise.reject(refusal(404)))
  const answers = new Answers({ [path]: 'known' })
  const kept = answers.of<string>(path)
  kept.want(ask)
  await kept.expire()
  expect([kept.data, kept.error instanceof ApiError]).toEqual(['known', true])
  await kept.expire()
  expect([kept.data, kept.error]).toEqual(['asked', undefined])
})

import { beforeEach, expect, test, vi } from 'vitest'

import { Draft } from '../../web/lib/draft/draft.svelte.ts'
import { ApiError } from '../../web/lib/http/problem.ts'
import { device } from '../../web/lib/draft/device.ts'
import { freshServer } from './support/server.ts'

type Saved = { value: string; version: number }

const save = vi.fn<(draft: Saved, keepalive: boolean) => Promise<{ version: number }>>()
const find = vi.fn<() => Promise<Saved>>()

const refusal = (type: string, status: number) =>
  new ApiError({ type: `/problems/${type}`, title: type, status })
const offline = () => Promise.reject(refusal('about:blank', 0))
const stale = () => Promise.reject(refusal('stale-version', 409))

beforeEach(async () => {
  await freshServer()
  save.mockReset().mockImplementation(({ version }) => Promise.resolve({ version: version + 1 }))
  find.mockReset().mockRejectedValue(refusal('about:blank', 0))
})

const open = (value = '', version = 1) => new Draft('a1/p1', { value, version }, { save, find })

test('an unchanged draft is never sent', async () => {
  await open('as it was').save()
  expect(save).not.toHaveBeenCalled()
})

test('sends the text with the version it is based on', async () => {
  const draft = open()
  draft.write('I would listen first')
  await draft.save()
  expect(draft.status).toBe('saved')
  expect(save).toHaveBeenCalledWith({ value: 'I would listen first', version: 1 }, true)
})

test('text left on the device is found again and sent', async () => {
  save.mockImplementation(offline)
  const draft = open()
  draft.write('I would listen first')
  await draft.save()
  expect(draft.status).toBe('on-device')

  save.mockResolvedValue({ version: 2 })
  const again = open()
  await again.resume()
  expect(again.value).toBe('I would listen first')
  await again.save()
  expect(again.status).toBe('saved')

  const third = open('I would listen first', 2)
  await third.resume()
  expect(third.status).toBe('saved')
})

test('text left on the device keeps its version when an old copy of the page is opened', async () => {
  save.mockImplementation(offline)
  const draft = open('saved before', 4)
  draft.write('saved before, and more')
  await draft.save()

  save.mockResolvedValue({ version: 5 })
  const again = open('', 1)
  await again.resume()
  await again.save()
  expect(again.status).toBe('saved')
  expect(save).toHaveBeenLastCalledWith({ value: 'saved before, and more', version: 4 }, true)
})

test('text typed before the device answered does not replace the text left there', async () => {
  save.mockImplementation(offline)
  const draft = open()
  draft.write('left there')
  await draft.save()

  const again = open()
  const resuming = again.resume()
  again.write('typed at once')
  await resuming
  expect([again.value, again.other?.value]).toEqual(['typed at once', 'left there'])
})

test('takes a newer copy from the server, but not over text being sent', () => {
  const draft = open('old', 1)
  draft.meet({ value: 'new', version: 2 })
  expect(draft.value).toBe('new')
  draft.write('typed')
  draft.meet({ value: 'newer', version: 3 })
  expect(draft.value).toBe('typed')
})

test('text left on the device and newer text from the server are a conflict', async () => {
  save.mockImplementation(offline)
  const draft = open()
  draft.write('from the laptop')
  await draft.save()

  const again = open('from the phone', 5)
  await again.resume()
  expect(again.status).toBe('conflict')
  expect(again.value).toBe('from the laptop')
  expect(again.other).toEqual({ value: 'from the phone', version: 5 })
})

test('a change made elsewhere is kept, never overwritten', async () => {
  save.mockImplementation(stale)
  find.mockResolvedValue({ value: 'from the phone', version: 5 })
  const draft = open()
  draft.write('from the laptop')
  await draft.save()
  expect(draft.status).toBe('conflict')
  draft.write('from the laptop, and more')
  await draft.save()
  expect(draft.status).toBe('conflict')
  expect(save).toHaveBeenCalledTimes(1)

  save.mockResolvedValue({ version: 6 })
  await draft.choose(draft.value)
  expect(draft.status).toBe('saved')
  expect(save).toHaveBeenLastCalledWith({ value: 'from the laptop, and more', version: 5 }, true)
})

test('a save whose answer was lost is no conflict', async () => {
  save.mockImplementationOnce(offline)
  const draft = open()
  draft.write('from the laptop')
  await draft.save()
  save.mockImplementation(stale)
  find.mockResolvedValue({ value: 'from the laptop', version: 2 })
  await draft.save()
  expect(draft.status).toBe('saved')
  expect(draft.other).toBeUndefined()
})

test('text typed during a save is sent too', async () => {
  const answer = Promise.withResolvers<{ version: number }>()
  save.mockImplementationOnce(() => answer.promise)
  const draft = open()
  draft.write('first')
  const saving = draft.save()
  await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(1))
  draft.write('first and second')
  answer.resolve({ version: 2 })
  await saving
  expect(draft.status).toBe('saving')
  await draft.save()
  expect(save).toHaveBeenLastCalledWith({ value: 'first and second', version: 2 }, true)
  expect(draft.status).toBe('saved')
})

/** The device's storage answers in real time, while the test's clock stands still. */
async function deviceAnswers(): Promise<void> {
  await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
}

test('steady typing calls the server at most every five seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  const draft = open()
  for (let second = 0; second < 20; second++) {
    draft.write(`word ${second}`)
    await vi.advanceTimersByTimeAsync(1_000)
    await deviceAnswers()
  }
  vi.useRealTimers()
  expect(save.mock.calls.length).toBeGreaterThanOrEqual(3)
  expect(save.mock.calls.length).toBeLessThanOrEqual(5)
})

test('steady typing without a pause is still stored on the device', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  save.mockImplementation(offline)
  const draft = open()
  for (let key = 0; key < 20; key++) {
    draft.write(`letter ${key}`)
    await vi.advanceTimersByTimeAsync(200)
    await deviceAnswers()
  }
  vi.useRealTimers()
  const again = open()
  await again.resume()
  expect(Number(again.value.split(' ')[1])).toBeGreaterThanOrEqual(10)
})

test.each([
  [100, true],
  [20_000, false],
])('a text of %i letters is sent with keepalive %s', async (letters, keepalive) => {
  const draft = open()
  draft.write('x'.repeat(letters))
  await draft.save()
  expect(save).toHaveBeenCalledWith(expect.anything(), keepalive)
})

test('reports when the text is stored nowhere', async () => {
  save.mockImplementation(offline)
  const draft = open()
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  draft.write('nowhere')
  await draft.save()
  vi.restoreAllMocks()
  expect(draft.status).toBe('unsaved')
})

test('a draft may be an object, and the order of its members does not matter', async () => {
  const door = {
    save: () => stale(),
    find: () => Promise.resolve({ value: { level: 3, reason: 'says who' }, version: 7 }),
  }
  const draft = new Draft('c1', { value: { reason: '', level: 0 }, version: 1 }, door)
  draft.write({ reason: 'says who', level: 3 })
  await draft.save()
  expect(draft.status).toBe('saved')
})

test('text of another person on this device is deleted at sign-in', async () => {
  await device.belongTo('leila')
  await device.keep('draft/a1/p1', { value: 'mine', version: 1 })
  await device.belongTo('leila')
  expect(await device.waiting()).toBe(1)
  await device.belongTo('tom')
  expect(await device.waiting()).toBe(0)
})

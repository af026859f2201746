import { beforeEach, expect, test, vi } from 'vitest'

import { Draft } from '../../web/lib/draft/draft.svelte.ts'
import { mendedTexts } from '../../web/lib/draft/mended.ts'
import { ApiError } from '../../web/lib/http/problem.ts'
import Attempt from '../../web/student/attempt/Attempt.svelte'
import { anAttemptAtAnswer } from './support/attempts.ts'
import { addressOf } from './support/hiring.ts'
import { openPage } from './support/open-page.ts'
import { aSession } from './support/people.ts'
import { answer, freshServer, sent, server } from './support/server.ts'
import { violations } from './support/violations.ts'

const stale = new ApiError({ type: '/problems/stale-version', title: '', status: 409 })
const lost = new ApiError({ type: 'about:blank', title: '', status: 0 })
const save = vi.fn<(draft: { value: string }) => Promise<{ version: number }>>()
const setAside = vi.fn<(value: string) => Promise<unknown>>()

beforeEach(async () => {
  await freshServer()
  save.mockReset().mockRejectedValueOnce(stale).mockResolvedValue({ version: 6 })
  setAside.mockReset().mockResolvedValue({})
})

async function inConflict() {
  const find = () => Promise.resolve({ value: 'from the phone', version: 5 })
  const draft = new Draft('a1/p1', { value: '', version: 1 }, { save, find, setAside })
  draft.write('from the laptop')
  await draft.save()
  expect(draft.status).toBe('conflict')
  return draft
}

test.each([
  ['from the phone', 'from the laptop'],
  ['from the laptop', 'from the phone'],
])('if the text %s is chosen, the one %s is kept', async (chosen, losing) => {
  const draft = await inConflict()
  await draft.choose(chosen)
  expect(setAside.mock.calls).toEqual([[losing]])
  expect([draft.status, draft.value]).toEqual(['saved', chosen])
})

test('a text that loses a conflict offline is kept once online, after a reload too', async () => {
  const draft = await inConflict()
  setAside.mockRejectedValue(lost)
  await draft.choose('from the laptop')
  expect(draft.status).toBe('on-device')

  setAside.mockReset().mockResolvedValue({})
  const again = new Draft(
    'a1/p1',
    { value: 'from the phone', version: 5 },
    { save, find: () => Promise.reject(lost), setAside },
  )
  await again.resume()
  await again.save()
  expect(setAside.mock.calls).toEqual([['from the phone']])
  expect([again.status, again.value]).toEqual(['saved', 'from the laptop'])
})

test('an earlier text is shown and used, and Undo restores the one before', async () => {
  const attempt = anAttemptAtAnswer('what stands now in this answer')
  const prompts = attempt.prompts.map((prompt) => ({ ...prompt, earlierTexts: 1 }))
  let texts = [
    { id: 't1', text: 'what was written on the train', lostAt: '2026-11-25T18:00:00.000Z' },
  ]
  const kept: unknown[] = []
  server.mockImplementation((input, init) => {
    const isEarlier = addressOf(input).endsWith('/earlier-texts')
    if (isEarlier && init?.method === 'POST') {
      const { text } = sent() as { text: string }
      kept.push(text)
      texts = [{ id: text, text, lostAt: '2026-11-25T19:00:00.000Z' }, ...texts]
    }
    if (isEarlier) return answer({ texts, id: 't' })
    return answer({ promptId: 'plan', version: 2, savedAt: '' })
  })
  const page = await openPage(
    Attempt,
    { attemptId: attempt.id },
    { session: aSession(), first: { [`/api/attempts/${attempt.id}`]: { ...attempt, prompts } } },
  )
  await page.getByText('Earlier versions').click()
  await expect.element(page.getByText('what was written on the train')).toBeVisible()
  expect(await violations()).toEqual([])
  await page.getByRole('button', { name: 'Use this instead' }).click()
  await expect.element(page.getByRole('textbox')).toHaveValue('what was written on the train')
  await vi.waitFor(() => expect(kept).toEqual(['what stands now in this answer']))
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.element(page.getByRole('textbox')).toHaveValue('what stands now in this answer')
})

test('a vertical tab that the Worker replaces is no conflict', async () => {
  save.mockReset().mockRejectedValue(stale)
  const draft = new Draft(
    'a1/p1',
    { value: '', version: 1 },
    { save, find: () => Promise.resolve({ value: 'one\ntwo', version: 2 }), mended: mendedTexts },
  )
  draft.write('\uFEFFone\vtwo\u0000')
  await draft.save()
  expect([draft.status, save.mock.calls[0]?.[0].value]).toEqual(['saved', 'one\ntwo'])
})

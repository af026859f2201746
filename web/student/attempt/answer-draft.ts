import { unwrap } from '../../lib/http/response.ts'
import { api } from '../../lib/http/api.ts'
import { refusalOf } from '../../lib/http/problem.ts'
import { useDesk } from '../../lib/page/use-desk.ts'
import { refresh, useQueryCache } from '../../lib/query/query-cache.ts'
import type { Draft } from '../../lib/draft/draft.svelte.ts'
import { tellOthers } from '../../lib/draft/other-windows.ts'
import { mendedTexts } from '../../lib/draft/mended.ts'
import { countWords } from '../../lib/format/words.ts'
import { m } from '../../paraglide/messages.js'
import { type AskedPrompt, attemptQuery } from './attempt.ts'
import { setAside } from './set-aside.ts'

const drafts = api.attempts[':attemptId'].drafts[':promptId']

/**
 * Gives the draft of an answer; there is one in this tab, whichever page shows it. If a save finds
 * that the attempt is over, the attempt is loaded again, and its page says how it ended.
 */
export function useAnswerDrafts() {
  const [desk, cache] = [useDesk(), useQueryCache()]

  async function refused(error: unknown): Promise<never> {
    if (refusalOf(error).is('attempt-not-open')) await refresh(cache, '/api/attempts')
    throw error
  }

  return (attemptId: string, prompt: AskedPrompt): Draft<string> => {
    const param = { attemptId, promptId: prompt.id }
    const saved = { value: prompt.text, version: prompt.version }
    return desk.draft(`attempts/${attemptId}/${prompt.id}`, saved, {
      save: async ({ value, version }, keepalive) => {
        const put = drafts.$put({ param, json: { text: value, version } }, { init: { keepalive } })
        const landed = await unwrap(put).catch(refused)
        tellOthers(attemptQuery(attemptId).path)
        return landed
      },
      find: async () => {
        const { text, version } = await unwrap(drafts.$get({ param }))
        return { value: text, version }
      },
      mended: mendedTexts,
      setAside: async (text) => {
        if (text.trim() !== '') await setAside(attemptId, prompt.id, text)
      },
    })
  }
}

/** Saves until the server has the current text; false if it cannot be saved now. */
export async function arrive(draft: Draft<string>): Promise<boolean> {
  do await draft.save()
  while (draft.status === 'saving')
  return draft.status === 'saved'
}

/** What is wrong with the length of an answer; undefined if nothing. */
export function wrongLength(
  text: string,
  { least, most }: AskedPrompt['words'],
): string | undefined {
  const count = countWords(text)
  if (count < least) return m.student_answer_too_short({ least })
  return count > most ? m.student_answer_too_long({ most }) : undefined
}

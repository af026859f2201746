import { done } from '../../lib/http/answer.ts'
import { refresh, useAnswers } from '../../lib/query/answers.ts'
import { api } from '../../lib/http/api.ts'
import { useAct, useToasts } from '../../lib/page/context.ts'

/** Takes an agreement back: what stood on it ends at once. */
export function useWithdrawing() {
  const [answers, toasts] = [useAnswers(), useToasts()]
  return useAct(async ({ consentId, words }: { consentId: string; words: string }, options) => {
    await done(api.consents[':consentId'].$delete({ param: { consentId } }, options))
    const paths = [
      '/api/consents',
      '/api/visibility',
      '/api/disclosures',
      '/api/interview-requests',
    ]
    await refresh(answers, ...paths)
    toasts.say(words)
    return true
  })
}

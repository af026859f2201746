import type { InferInput } from 'valibot'

import type { EditionInput } from '../../../worker/interviews/edition/edition-input.ts'
import type { Act } from '../../lib/http/act.svelte.ts'
import { unwrap } from '../../lib/http/response.ts'
import { refresh, useQueryCache } from '../../lib/query/query-cache.ts'
import { api } from '../../lib/http/api.ts'
import { useAct } from '../../lib/page/context.ts'
import { requestsPath } from '../requests.ts'

type Content = InferInput<typeof EditionInput>

/** Where a request is sent: an existing request, or a new one for a card. */
export type Addressee = { requestId: string } | { pseudonym: string; openingId: string }

/** Creates a request if there is none yet, and sends its wording. */
export class Sending {
  readonly act: Act<Content, string>
  /** Whether the request was sent, so that no typed text can be lost. */
  done = false

  constructor(act: Act<Content, string>) {
    this.act = act
  }

  async send(content: Content): Promise<boolean> {
    const requestId = await this.act.run(content)
    if (requestId === undefined) return false
    this.done = true
    return true
  }
}

export function useSending(to: Addressee, onsent: (requestId: string) => void): Sending {
  const cache = useQueryCache()
  // If its wording is refused, the request exists already; the next try continues with it.
  let begun = 'requestId' in to ? to.requestId : undefined
  const beginning = { headers: { 'idempotency-key': crypto.randomUUID() } }
  const sending = new Sending(
    useAct(async (content: Content, options) => {
      if (begun === undefined && 'pseudonym' in to) {
        const { requestId } = await unwrap(
          api.interviewRequests.index.$post({ json: to }, beginning),
        )
        begun = requestId
      }
      const requestId = begun ?? ''
      await unwrap(
        api.interviewRequests[':requestId'].delivery.$post(
          { param: { requestId }, json: { content } },
          options,
        ),
      )
      sending.done = true
      await refresh(cache, requestsPath)
      onsent(requestId)
      return requestId
    }),
  )
  return sending
}

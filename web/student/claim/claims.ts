import { countWords } from '../../lib/format/words.ts'
import { unwrap } from '../../lib/http/response.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { refusalOf } from '../../lib/http/problem.ts'
import { useDesk } from '../../lib/page/use-desk.ts'
import type { Draft } from '../../lib/draft/draft.svelte.ts'
import { mendedTexts } from '../../lib/draft/mended.ts'
import { refresh, useQuery, useQueryCache } from '../../lib/query/query-cache.ts'
import { m } from '../../paraglide/messages.js'

export const claimsPath = '/api/prior-learning-claims'

type ClaimDoors = (typeof api.priorLearningClaims)[':claimId']
type ClaimList = ResponseOf<typeof api.priorLearningClaims.index.$get>
export type ClaimEntry = ClaimList['claims'][number]
export type Claim = ResponseOf<ClaimDoors['$get']>
export type ClaimPart = Claim['parts'][number]
export type TypedJob = Claim['jobs'][number]

const part = api.priorLearningClaims[':claimId'].parts[':competency']

export const useClaims = () =>
  useQuery(() => ({
    path: claimsPath,
    ask: () => unwrap(api.priorLearningClaims.index.$get({ query: {} })),
  }))

export const useClaim = (claimId: () => string) =>
  useQuery(() => ({
    path: `${claimsPath}/${claimId()}`,
    ask: () => unwrap(api.priorLearningClaims[':claimId'].$get({ param: { claimId: claimId() } })),
  }))

/** Gives the draft of a part of the account; there is one in this tab. */
export function usePartDrafts() {
  const [desk, cache] = [useDesk(), useQueryCache()]

  async function refused(error: unknown): Promise<never> {
    if (refusalOf(error).is('claim-handed-in')) await refresh(cache, claimsPath)
    throw error
  }

  return (claimId: string, { competency, text, version }: ClaimPart): Draft<string> => {
    const param = { claimId, competency }
    return desk.draft(
      `past-work/${claimId}/${competency}`,
      { value: text, version },
      {
        save: (draft, keepalive) =>
          unwrap(
            part.$put(
              { param, json: { text: draft.value, version: draft.version } },
              { init: { keepalive } },
            ),
          ).catch(refused),
        find: async () => {
          const found = await unwrap(part.$get({ param }))
          return { value: found.text, version: found.version }
        },
        mended: mendedTexts,
      },
    )
  }
}

/** What is wrong with the length of a part; undefined if nothing. */
export function wrongLength(text: string, { least, most }: ClaimPart): string | undefined {
  const count = countWords(text)
  if (count < least) return m.student_claim_part_short({ least })
  return count > most ? m.student_claim_part_long({ most }) : undefined
}

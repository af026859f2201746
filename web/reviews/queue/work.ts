import { unwrap } from '../../lib/http/response.ts'
import { useQuery } from '../../lib/query/query-cache.ts'
import { type ResponseOf, api } from '../../lib/http/api.ts'
import { relative } from '../../lib/format/dates.ts'
import { serverTime } from '../../lib/http/server-time.svelte.ts'
import { m } from '../../paraglide/messages.js'

export type ReviewWork = ResponseOf<typeof api.reviewWork.index.$get>
export type ChallengeWork = ReviewWork['challenges'][number]

export const useReviewWork = () =>
  useQuery(() => ({
    path: '/api/review-work',
    ask: () => unwrap(api.reviewWork.index.$get()),
    everyMs: 60_000,
  }))

const hour = 3_600_000

/**
 * The server counts at most 99 answers of a challenge. From this sum on, the page says “99 or
 * more”.
 */
export const mostCounted = 99

/** How many answers wait, and since when the oldest has waited. */
export function waitingIn(challenges: readonly ChallengeWork[]) {
  const oldest = challenges.flatMap(({ oldestAt }) => oldestAt ?? []).toSorted()
  const count = challenges.reduce((sum, { waiting }) => sum + waiting, 0)
  return { count, oldestAt: oldest.at(0) }
}

/** The challenge whose answers have waited longest. */
export function nextChallenge({ challenges }: ReviewWork): ChallengeWork | undefined {
  return challenges
    .filter(({ waiting }) => waiting > 0)
    .toSorted((a, b) => (a.oldestAt ?? '').localeCompare(b.oldestAt ?? ''))
    .at(0)
}

/** Whether this reviewer can open an answer now, or after the practice that comes first. */
export const toReviewNow = (work: ReviewWork): boolean =>
  work.claim !== null || (!work.pause && nextChallenge(work) !== undefined)

/**
 * Where to practise while no answer waits: first where one is likely to need this reviewer soon.
 */
export function practiceFirst({ challenges }: ReviewWork): ChallengeWork | undefined {
  const open = challenges.filter(({ practiceNeeded }) => practiceNeeded > 0)
  return open.find(({ soon }) => soon) ?? open.at(0)
}

/** How many answers wait, in words. */
export function waitingWords(count: number): string {
  if (count === 0) return m.reviews_none_wait()
  return count >= mostCounted ? m.reviews_many_wait() : m.reviews_wait({ count })
}

/**
 * Whether this reviewer can open an answer now: one of this challenge, or the one they already
 * have, of any challenge.
 */
export function mayTakeIn({ claim, pause, challenges }: ReviewWork, challengeId: string): boolean {
  const { waiting = 0 } = challenges.find((one) => one.challengeId === challengeId) ?? {}
  return claim !== null || (!pause && waiting > 0)
}

/**
 * Since when the oldest has waited. The server gives only the hour, so nothing finer can be shown.
 */
export function oldestWords(at: string): string {
  const age = serverTime.now().getTime() - new Date(at).getTime()
  return age < hour
    ? m.reviews_oldest_new()
    : m.reviews_oldest({ when: relative(at, serverTime.now()) })
}

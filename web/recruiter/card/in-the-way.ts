import { isOver, type Summary } from '../requests.ts'

interface Asked {
  pseudonym: string
  openingId: string
  now: Date
}

/**
 * Why a person cannot be asked now. `live`: a request to them has not ended. `final`: an ended
 * request rules out this opening for good. `quiet`: an ended request requires a wait. `from`: when
 * the wait ends, if there is one.
 */
export type InTheWay =
  | { kind: 'live' | 'final'; request: Summary; from: string | undefined }
  | { kind: 'quiet'; request: Summary; from: string }

/**
 * Looks for a reason in the employer's earlier requests, by the same rule as `mayAskAgain` in
 * `worker/interviews/request/again.ts`.
 */
export function inTheWay(
  requests: readonly Summary[],
  { pseudonym, openingId, now }: Asked,
): InTheWay | undefined {
  const before = requests.filter((one) => one.pseudonym === pseudonym)
  const ended = before.filter(isOver)
  // The earlier request with the longest waiting time, if that has not passed.
  const [quiet] = ended
    .flatMap((request) => (request.again ? [{ request, from: request.again.from }] : []))
    .filter(({ from }) => new Date(from) > now)
    .toSorted((one, other) => Date.parse(other.from) - Date.parse(one.from))

  const live = before.find((one) => !isOver(one))
  if (live) return { kind: 'live', request: live, from: undefined }
  const final = ended.find(
    ({ again, openingId: other }) => again?.otherOpeningOnly && other === openingId,
  )
  if (final) return { kind: 'final', request: final, from: quiet?.from }
  // Without an opening nobody can be asked, and the page says that instead of the waiting time.
  return quiet && openingId ? { kind: 'quiet', ...quiet } : undefined
}

import { movePromise } from '../../attempts/submission/round-statements.ts'
import type { Call } from '../../foundation/call/call.ts'
import type { Statement } from '../../foundation/call/db.ts'
import { note } from '../../foundation/outbox/note.ts'
import { zoneOrUtc } from '../../foundation/reader/reader.ts'
import { requestReviewIfNone } from '../queue/request-statements.ts'
import { promiseAgain } from './promise.ts'
import { isExhausted, lacksMentor, type Prospects, waitsFor } from './prospects.ts'
import type { promises } from '../tables.ts'

const hour = 3_600_000
/**
 * A week, less the hour between two checks, so that the notice is not sent an hour later each time.
 */
const tellAgainAfter = 7 * 24 * hour - hour

/** `zone` is the author's time zone, in which days are counted. */
export type Promised = typeof promises.$inferSelect & { zone: string | null }

export interface Change {
  set: Partial<typeof promises.$inferInsert>
  more: Statement[]
}

/**
 * What changes in a promise, given how many people could still review; for a commit. Undefined if
 * nothing changes.
 */
export function changeFor(
  call: Call,
  promise: Promised,
  prospects: Prospects | undefined,
): Change | undefined {
  if (!prospects) return undefined
  const { submissionId, step } = promise
  const isNear = step === 'missed'
  const isPastMentors = step === 'admin' || step === 'missed'
  const lacking = waitsFor(prospects, isNear)
  const date = dateChange(call, promise, lacking)
  const more = [
    ...date.more,
    ...(isPastMentors && lacksMentor(prospects) ? requestReviewIfNone(call, submissionId) : []),
    ...(isNear && isExhausted(prospects) ? [note(call, 'round.exhausted', submissionId)] : []),
  ]
  return more.length > 0 ? { set: { waitsFor: lacking, ...date.set }, more } : undefined
}

/** What changes in the date. Every change sends a note, so an empty `more` means no change. */
function dateChange(call: Call, promise: Promised, lacking: Promised['waitsFor']): Change {
  const { submissionId, step, waitsFor: before, toldAt, promisedAt, missed, zone } = promise
  if (lacking) {
    const toldBefore = call.now.getTime() - (toldAt?.getTime() ?? 0) < tellAgainAfter
    if (lacking === before && toldBefore) return { set: {}, more: [] }
    return { set: { toldAt: call.now }, more: [note(call, 'promise.waits', submissionId)] }
  }
  if (!before) return { set: {}, more: [] }
  const again = promiseAgain(promisedAt, call.now, zoneOrUtc(zone).zone)
  // Goes back to the step that asks mentors, because nobody could be asked when it ran.
  const isPast = step === 'admin' || step === 'missed'
  return {
    set: {
      promisedAt: again,
      // Somebody can decide again, so the date may be moved again before it is given up.
      missed: Math.min(missed, 1),
      toldAt: null,
      ...(isPast ? { step: 'mentors' as const, dueAt: call.now } : {}),
    },
    more: [movePromise(call, submissionId, again), note(call, 'promise.made-again', submissionId)],
  }
}

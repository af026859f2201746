const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export const limits = {
  /** How long after the start one side may report the other absent. */
  absentAfterMs: 15 * minute,
  /** How long after the end an interview counts as held, if neither side reports. */
  settlesAfterMs: day,
  disputeMs: 3 * day,
  messagesMs: 14 * day,
  amendMs: 180 * day,
  /** How often each side may offer other times. */
  moves: 2,
}

interface Facts {
  booking: { startsAt: Date; endsAt: Date } | undefined
  /** When the request was cancelled, missed or closed. */
  endedAt: Date | null
  /** How many minutes before the start a time can still be changed: see `soonestMinutes`. */
  soonestMinutes: number
}

/**
 * From when or until when each act on an interview is allowed; null if there is no booking or no
 * end to count from. Pure.
 */
export function interviewTimes({ booking, endedAt, soonestMinutes }: Facts) {
  const after = (moment: Date | null | undefined, ms: number) =>
    moment ? new Date(moment.getTime() + ms) : null
  const { startsAt, endsAt } = booking ?? {}
  return {
    movableUntil: after(startsAt, -soonestMinutes * minute),
    absentFrom: after(startsAt, limits.absentAfterMs),
    absentUntil: after(endsAt, limits.settlesAfterMs),
    disputeUntil: after(endedAt, limits.disputeMs),
    amendUntil: after(endedAt, limits.amendMs),
    messagesUntil: after(endsAt, limits.messagesMs),
  }
}

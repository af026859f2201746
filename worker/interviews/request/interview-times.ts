const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export const limits = {
  /** From when on the side that waits may say that nobody came. */
  absentAfterMs: 15 * minute,
  /** Without a word from either side the interview counts as held. */
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
  /** The last moment at which a time may still be changed: see `soonestMinutes`. */
  soonestMinutes: number
}

/**
 * From when and until when something may be done about an interview (talent.md §7), for the pages and
 * the acts alike; null where there is no such time. Pure.
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

import type { releaseReasons } from './release-claim-input.ts'

export type ReleaseReason = (typeof releaseReasons)[number]

/** A claim given back. */
export interface Released {
  at: Date
  reason: ReleaseReason
}

const day = 86_400_000

/** How far back releases are read: the longest window of the limits below. */
export const releasesReadDays = 30

interface Limit {
  most: number
  withinDays: number
  /**
   * How long the pause lasts after the newest release. If not set, the pause lasts until fewer than
   * `most` releases are in the window.
   */
  pauseDays?: number
  reasons?: readonly ReleaseReason[]
}

/** Without these limits a reviewer could release answers until they get one they like. */
const forAll: readonly Limit[] = [
  { most: 3, withinDays: 1, reasons: ['know-this-person'] },
  { most: 2, withinDays: 1, reasons: ['conflict'] },
  { most: 2, withinDays: 1, reasons: ['language'] },
  { most: 2, withinDays: 1, reasons: ['distressing'] },
  { most: 3, withinDays: 7, pauseDays: 1, reasons: ['technical', 'no-time'] },
  { most: 5, withinDays: 1 },
]

/**
 * Limits on all releases together. Peers rarely know the author, so many releases in a month mean
 * that they pick. Mentors know more of the students, so their window is a week.
 */
const inAll: Record<'peer' | 'mentor', Limit> = {
  peer: { most: 10, withinDays: 30 },
  mentor: { most: 10, withinDays: 7 },
}

/**
 * Until when a reviewer gets no new answer because they gave back too many; undefined if they did
 * not. Every reason counts; otherwise somebody could release answers until they get a friend's.
 */
export function releasedTooOftenUntil(
  released: readonly Released[],
  role: 'peer' | 'mentor',
  now: Date,
): Date | undefined {
  const ends = [...forAll, inAll[role]].flatMap((limit) => endOf(limit, released, now) ?? [])
  const last = Math.max(0, ...ends)
  return last > now.getTime() ? new Date(last) : undefined
}

function endOf(
  { most, withinDays, pauseDays, reasons }: Limit,
  released: readonly Released[],
  now: Date,
) {
  const counted = released
    .filter(({ reason }) => !reasons || reasons.includes(reason))
    .map(({ at }) => at.getTime())
    .filter((at) => at > now.getTime() - withinDays * day)
    .toSorted((one, other) => other - one)
  const [newest] = counted
  const nth = counted[most - 1]
  if (newest === undefined || nth === undefined) return undefined
  return pauseDays ? newest + pauseDays * day : nth + withinDays * day
}

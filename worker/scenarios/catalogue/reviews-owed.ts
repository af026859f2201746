const owedPerFirstHandIn = 5
const owedPerLaterHandIn = 3

/** How many reviews an author owes in one challenge for this many hand-ins. */
export function reviewsOwed(handIns: number): number {
  if (handIns === 0) return 0
  return owedPerFirstHandIn + owedPerLaterHandIn * (handIns - 1)
}

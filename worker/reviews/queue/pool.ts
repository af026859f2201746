/** In a large enough group nobody gets the same author again within this time. */
export const pairWindowDays = 90

/**
 * Whether a group is small: it has fewer than 8s + 1 active students (s = hand-ins per student in
 * 90 days, at least 1). In a small group a reviewer may get the same author again in another
 * challenge, because nobody would be left to review otherwise. The page of reviews says so.
 */
export function isSmallPool(students: number, handIns: number): boolean {
  const handInsEach = Math.max(1, students === 0 ? 1 : handIns / students)
  return students < 8 * handInsEach + 1
}

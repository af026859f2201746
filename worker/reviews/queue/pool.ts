/** In a large enough group nobody gets the same author again within this time. */
export const pairWindowDays = 90

/**
 * Whether a group is small: it has fewer than 8s + 1 active students (s = hand-ins per student in
 * 90 days, at least 1). With the rules about pairs nobody would be left to review, so there they
 * hold only within a challenge. The page of reviews then says that reviewers may get the same
 * author again.
 */
export function isSmallPool(students: number, handIns: number): boolean {
  const handInsEach = Math.max(1, students === 0 ? 1 : handIns / students)
  return students < 8 * handInsEach + 1
}

/** Nobody meets the same author again sooner than this, in a group large enough to allow it. */
export const pairWindowDays = 90

/**
 * With few people the rules about pairs would leave nobody to review: below 8s + 1 active students
 * (s = hand-ins a student in 90 days, at least 1) they hold within a challenge only. The page of the
 * cohort then says that reviewers may meet the same author again.
 */
export function isSmallPool(students: number, handIns: number): boolean {
  const handInsEach = Math.max(1, students === 0 ? 1 : handIns / students)
  return students < 8 * handInsEach + 1
}

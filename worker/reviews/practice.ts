/** Practice answers to judge before the first review in a challenge. They count for nothing else. */
export const practiceNeeded = 2

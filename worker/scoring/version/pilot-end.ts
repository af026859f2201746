const closedRoundsNeeded = 30
/** Submissions with two ratings each; with fewer, the agreement says too little. */
const submissionsNeeded = 30
const leastAgreement = 0.25

export interface Agreement {
  submissions: number
  /** ICC(1,1); null if undefined. */
  icc: number | null
}

/** Whether a pilot ends: enough closed rounds, and reviewers agree on every criterion. */
export function endsPilot(closedRounds: number, criteria: readonly Agreement[]): boolean {
  return (
    closedRounds >= closedRoundsNeeded &&
    criteria.length > 0 &&
    criteria.every(
      ({ submissions, icc }) =>
        submissions >= submissionsNeeded && icc !== null && icc >= leastAgreement,
    )
  )
}

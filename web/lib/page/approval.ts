interface Employer {
  state: string
  /** ISO time. */
  approvedUntil?: string | null
}

/** When an employer's approval ended; undefined if it has not. */
export function ranOutOn({ state, approvedUntil }: Employer, now: Date): string | undefined {
  const isOver = state === 'approved' && approvedUntil && new Date(approvedUntil) <= now
  return isOver ? approvedUntil : undefined
}

/**
 * Whether an employer may search and send requests: it is approved, and the approval has not ended.
 */
export function mayHire(employer: Employer | undefined, now: Date): boolean {
  return employer?.state === 'approved' && ranOutOn(employer, now) === undefined
}

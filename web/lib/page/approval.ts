interface Employer {
  state: string
  /** ISO time. */
  approvedUntil?: string | null
}

/** When an employer's approval ran out; undefined where it has not. */
export function ranOutOn({ state, approvedUntil }: Employer, now: Date): string | undefined {
  const isOver = state === 'approved' && approvedUntil && new Date(approvedUntil) <= now
  return isOver ? approvedUntil : undefined
}

/** Whether an employer may look for people and ask them: it is approved, and that has not run out. */
export function mayHire(employer: Employer | undefined, now: Date): boolean {
  return employer?.state === 'approved' && ranOutOn(employer, now) === undefined
}

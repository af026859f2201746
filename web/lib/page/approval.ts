interface Approved {
  state: string
  /** ISO time. */
  approvedUntil?: string | null
}

/** When an employer's approval ran out; undefined where it has not. */
export function ranOutOn({ state, approvedUntil }: Approved, now: Date): string | undefined {
  const isOver = state === 'approved' && approvedUntil && new Date(approvedUntil) <= now
  return isOver ? approvedUntil : undefined
}

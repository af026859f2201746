const key = 'mettle last review'

export interface LastReview {
  claimId: string
  /** ISO time. */
  undoUntil: string
}

/** The review handed in last in this tab, for the minute in which it can be taken back. */
export const lastReview = {
  keep: (review: LastReview): void => {
    try {
      sessionStorage.setItem(key, JSON.stringify(review))
    } catch {
      // Storage refused: its own page still offers the way back.
    }
  },
  find: (): LastReview | undefined => {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
      return isLastReview(kept) ? kept : undefined
    } catch {
      return undefined
    }
  },
  forget: (): void => {
    try {
      sessionStorage.removeItem(key)
    } catch {
      // Nothing was kept.
    }
  },
}

function isLastReview(kept: unknown): kept is LastReview {
  return typeof kept === 'object' && kept !== null && 'claimId' in kept && 'undoUntil' in kept
}

const key = 'mettle last review'

export interface LastReview {
  claimId: string
  /** ISO time. */
  undoUntil: string
  /** Who handed it in: somebody else may sign in in this tab. */
  accountId: string | undefined
}

/** The review last handed in from this tab, for the minute in which it can be undone. */
export const lastReview = {
  keep: (review: LastReview): void => {
    try {
      sessionStorage.setItem(key, JSON.stringify(review))
    } catch {
      // Storage is blocked: the review's own page still offers the undo.
    }
  },
  find: (accountId: string | undefined): LastReview | undefined => {
    try {
      const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
      return isLastReview(stored) && stored.accountId === accountId ? stored : undefined
    } catch {
      return undefined
    }
  },
  forget: (): void => {
    try {
      sessionStorage.removeItem(key)
    } catch {
      // Nothing was stored.
    }
  },
}

function isLastReview(stored: unknown): stored is LastReview {
  return (
    typeof stored === 'object' && stored !== null && 'claimId' in stored && 'accountId' in stored
  )
}

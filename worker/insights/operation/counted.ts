/** Counting stops here, so that the page stays cheap when much is wrong. It then says "more than". */
export const mostCounted = 1_000

/** A row of a count: how many, to `mostCounted + 1`, and the oldest time in it. */
export interface CountRow {
  n: number
  since: number | null
}

export interface Counted {
  n: number
  more: boolean
  since: Date | null
}

export const countedOf = ({ n, since }: CountRow): Counted => ({
  n: Math.min(n, mostCounted),
  more: n > mostCounted,
  since: since === null ? null : new Date(since),
})

/** For a count without rows. */
export const none: CountRow = { n: 0, since: null }

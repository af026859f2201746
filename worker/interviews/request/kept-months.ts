/** How long a request is kept after it ends, for `retention.ts` and the pages that say so. */
export const requestsKeptMonths = 24

/** How long messages between the two sides are kept. */
export const messagesKeptMonths = 12

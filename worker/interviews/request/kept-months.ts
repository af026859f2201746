/** How long a request is kept after it ended: for `retention.ts` and the pages that say so. */
export const requestsKeptMonths = 24

/** How long it is kept what the two sides wrote to each other. */
export const messagesKeptMonths = 12

/** How long disclosures are kept, for `retention.ts` and the page that says so. */
export const disclosuresKeptMonths = 24

/** How long it is kept who saw what of a student: for `retention.ts` and the page that says so. */
export const disclosuresKeptMonths = 24

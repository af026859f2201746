/** A test file, and a part of the name of the test in it. */
export type Kept = readonly [file: string, title: string]

export const term: Kept = [
  'test/worker/retention/terms.test.ts',
  'keeps a row of %s for %s and no longer',
]
export const erases: Kept = [
  'test/worker/erasure/finishing.test.ts',
  'leaves no row that the register deletes',
]
export const exports: Kept = [
  'test/worker/insights/export-whole.test.ts',
  'has every row of every part of the register',
]
export const exportsNobodyElse: Kept = [
  'test/worker/insights/export-privacy.test.ts',
  'no export of anybody here has a name or an address of somebody else',
]
export const staysWithoutText: Kept = [
  'test/house/personal.test.ts',
  '%s: sealed text is in an export, and gone after an erasure',
]
export const listed: Kept = [
  'test/worker/personal/register.test.ts',
  'finds the rows by every column that refers to an account',
]
export const says: Kept = [
  'test/worker/pages/privacy.test.ts',
  'says what the register says of $topic',
]
export const visibility = 'test/worker/talent/visibility.test.ts'
export const badgePage = 'test/worker/credentials/pages.test.ts'
export const unseen: Kept = [
  'test/worker/reviews/reviewing.test.ts',
  'without identifying the author',
]
export const requests = 'test/worker/interviews/requests.test.ts'
export const trail = 'test/worker/organizations/audit-trail.test.ts'
export const adminsSee: Kept = ['test/worker/pages/privacy.test.ts', 'an admin reads of a member']

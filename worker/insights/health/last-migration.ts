/** The newest file in migrations/. test/house/migrations.test.ts compares. */
export const lastMigration = '0060_claims_of_reviewer.sql'

/** Whether a database lacks a migration that this code needs. Files are numbered, so names sort. */
export const isBehind = (applied: string | null, expected: string) =>
  applied === null || applied < expected

import type { Retained } from './term.ts'

/** Tables of which the clock deletes no rows, with the reason. */
export const retained = (why: string, ...tables: string[]): Record<string, Retained> =>
  Object.fromEntries(tables.map((table) => [table, { retained: why }]))

export const ofPathways = {
  ...retained('as long as the organization', 'pathways'),
  ...retained('students stay on the version that they chose', 'pathway_versions'),
  ...retained('as long as the account', 'enrolments', 'attestations'),
}

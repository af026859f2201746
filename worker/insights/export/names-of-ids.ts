type Names = Readonly<Record<string, (id: string) => string>>

const organization = (id: string) => `(SELECT o.name FROM organizations o WHERE o.id = ${id})`

const challenge = (id: string) => `(SELECT v.title FROM challenge_versions v
  WHERE v.challenge_id = ${id} ORDER BY v.published_at DESC LIMIT 1)`

/** The column of the row that an id leads to. */
const via = (table: string, column: string) => (id: string) =>
  `(SELECT t.${column} FROM ${table} t WHERE t.id = ${id})`

/** SQL of the names that an export shows beside a column of ids: nobody knows an id by heart. */
const namesBeside: Readonly<Record<string, Names>> = {
  organization_id: { organization },
  // Of a consent: an organization's id, or all approved employers.
  recipient: { organization },
  cohort_id: { cohort: via('cohorts', 'name') },
  challenge_id: { challenge },
  attempt_id: { challenge: (id) => challenge(via('attempts', 'challenge_id')(id)) },
  submission_id: {
    challenge: (id) => challenge(via('submissions', 'challenge_id')(id)),
    organization: (id) => organization(via('submissions', 'organization_id')(id)),
  },
  claim_id: { challenge: (id) => challenge(via('claims', 'challenge_id')(id)) },
  request_id: {
    organization: (id) => organization(via('interview_requests', 'organization_id')(id)),
  },
  achievement_id: { skill: via('achievements', 'skill') },
}

/** The names beside the ids of a table, by column. `computed`: columns that are ids by SQL. */
export function namesOf(
  table: string,
  exported: readonly string[],
  computed: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const ids = [
    ...exported.map((name) => [name, `${table}.${name}`] as const),
    ...Object.entries(computed),
  ]
  const names = ids.flatMap(([column, id]) =>
    Object.entries(namesBeside[column] ?? {})
      .filter(([name]) => !exported.includes(name))
      .map(([name, sql]) => [name, sql(id)] as const),
  )
  // Of two ids that lead to the same kind of name, the first one counts.
  return Object.fromEntries(names.toReversed())
}

/** The columns of an export in their order: each id is followed by its names. */
export function orderOf(columns: readonly string[]): string[] {
  return [...new Set(columns.flatMap((name) => [name, ...Object.keys(namesBeside[name] ?? {})]))]
}

import type { Bindings } from '../../env.ts'

const hourMs = 3_600_000

const hourOf = (now: Date) => Math.floor(now.getTime() / hourMs) * hourMs
const keyOf = (name: string) => `hourly ${name}`

/** The names that `markDoneThisHour` has marked in this clock hour. */
export async function findDoneThisHour(
  { DB }: Bindings,
  now: Date,
  names: readonly string[],
): Promise<Set<string>> {
  const { results } = await DB.prepare(
    `SELECT key FROM counters WHERE key IN (SELECT value FROM json_each(?1)) AND starts_at = ?2`,
  )
    .bind(JSON.stringify(names.map(keyOf)), hourOf(now))
    .all<{ key: string }>()
  const done = new Set(results.map(({ key }) => key))
  return new Set(names.filter((name) => done.has(keyOf(name))))
}

export async function markDoneThisHour({ DB }: Bindings, now: Date, name: string): Promise<void> {
  await DB.prepare(
    `INSERT INTO counters (key, starts_at, n, cap) VALUES (?1, ?2, 1, 1) ON CONFLICT DO NOTHING`,
  )
    .bind(keyOf(name), hourOf(now))
    .run()
}

import type { Bindings } from '../../env.ts'

const hourMs = 3_600_000

/** True only for the first call with this name in a clock hour. */
export async function isFirstInHour({ DB }: Bindings, now: Date, name: string): Promise<boolean> {
  const startsAt = Math.floor(now.getTime() / hourMs) * hourMs
  const { meta } = await DB.prepare(
    `INSERT INTO counters (key, starts_at, n, cap) VALUES (?1, ?2, 1, 1) ON CONFLICT DO NOTHING`,
  )
    .bind(`hourly ${name}`, startsAt)
    .run()
  return meta.changes === 1
}

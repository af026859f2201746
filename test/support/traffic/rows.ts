import { env } from 'cloudflare:workers'

import type { Person } from '../builders.ts'

/** Ends all memberships of a person; the account stays. Bypasses the rule about the last admin. */
export async function leave({ id }: Pick<Person, 'id'>): Promise<void> {
  const own = 'WHERE account_id = ?1 AND ended_at IS NULL'
  await sql(`UPDATE memberships SET role = 'mentor' ${own} AND role = 'admin'`, id)
  await sql(`UPDATE memberships SET ended_at = ?2 ${own}`, id, Date.now())
}

/** Runs a statement directly on the database, to prepare rows between two requests. */
export async function sql(text: string, ...values: (string | number | null)[]): Promise<void> {
  await env.DB.prepare(text)
    .bind(...values)
    .run()
}

/** Closes the open attempts of a person, because at most two in a skill may be open. */
export function closeAttempts({ id }: Pick<Person, 'id'>): Promise<void> {
  const open = "WHERE student_id = ?1 AND state = 'open'"
  return sql(`UPDATE attempts SET state = 'lapsed', ended_at = 0 ${open}`, id)
}

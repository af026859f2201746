import { env } from 'cloudflare:workers'

import type { Person } from '../builders.ts'

/** Out of every organization, with an account that stays. The rule about a last admin is stepped over. */
export async function leave({ id }: Pick<Person, 'id'>): Promise<void> {
  const own = 'WHERE account_id = ?1 AND ended_at IS NULL'
  await sql(`UPDATE memberships SET role = 'mentor' ${own} AND role = 'admin'`, id)
  await sql(`UPDATE memberships SET ended_at = ?2 ${own}`, id, Date.now())
}

/** A statement straight to the database: what a test puts right between two requests. */
export async function sql(text: string, ...values: (string | number | null)[]): Promise<void> {
  await env.DB.prepare(text)
    .bind(...values)
    .run()
}

/** Two open attempts in a skill are the most: those there are stand aside. */
export function closeAttempts({ id }: Pick<Person, 'id'>): Promise<void> {
  const open = "WHERE student_id = ?1 AND state = 'open'"
  return sql(`UPDATE attempts SET state = 'lapsed', ended_at = 0 ${open}`, id)
}

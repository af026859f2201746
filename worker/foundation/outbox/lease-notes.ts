import type { Bindings } from '../../env.ts'

/** A row of the outbox that one drain has leased. */
export interface LeasedNote {
  id: string
  kind: string
  consumer: string
  lane: number
  subject_id: string
  payload: string
  due_at: number
  first_due_at: number
  until_at: number | null
  attempts: number
}

export const leaseMs = 30_000
/** After this time lane 2 is as urgent as lane 1: on a plan with little room it would never come. */
const longMs = 3_600_000

/**
 * Leases up to `size` due notes for 30 seconds. Each lane has a share, the lowest lane the largest.
 * Other lanes get what a lane does not use, so no lane has to wait until another is empty.
 */
export async function leaseNotes(
  { DB }: Bindings,
  token: string,
  size: number,
  now: number,
): Promise<LeasedNote[]> {
  const { results } = await DB.prepare(leaseSql)
    .bind(token, now + leaseMs, now, size, ...sharesOf(size))
    .all<LeasedNote>()
  const rank = ({ lane, due_at }: LeasedNote) => (due_at < now - longMs ? Math.min(lane, 1) : lane)
  // Invitations leave before other news, but not before what has waited for long.
  const orderOf = ({ kind, due_at }: LeasedNote) =>
    kind === 'invitation.made' || due_at < now - longMs ? 0 : 1
  return results.toSorted(
    (one, other) =>
      rank(one) - rank(other) || orderOf(one) - orderOf(other) || one.due_at - other.due_at,
  )
}

/** Ends the lease of notes that were not begun, so that the next run can take them at once. */
export async function handBack(
  { DB }: Bindings,
  token: string,
  notes: readonly LeasedNote[],
): Promise<void> {
  await DB.prepare(
    `UPDATE outbox SET lease_until = NULL
     WHERE id IN (SELECT value FROM json_each(?1)) AND lease_token = ?2`,
  )
    .bind(JSON.stringify(notes.map(({ id }) => id)), token)
    .run()
}

/**
 * Notes per lane: of 20, twelve for lane 0, six for lane 1, two for lane 2. At least one for each.
 */
export function sharesOf(size: number): [number, number, number] {
  const rest = Math.max(1, Math.floor(size / 10))
  const waitedFor = Math.max(1, Math.floor((size * 3) / 10))
  return [Math.max(1, size - rest - waitedFor), waitedFor, rest]
}

const lane = (number: number) => `
  SELECT id, ${number} AS lane, row_number() OVER (ORDER BY due_at) AS position, ?${5 + number} AS share FROM (
    SELECT id, due_at FROM outbox WHERE lane = ${number} AND done_at IS NULL AND dead_at IS NULL
      AND due_at <= ?3 AND (lease_until IS NULL OR lease_until <= ?3) ORDER BY due_at LIMIT ?4)`

const leaseSql = `
  UPDATE outbox SET lease_token = ?1, lease_until = ?2 WHERE id IN (
    SELECT id FROM (${[0, 1, 2].map(lane).join(' UNION ALL ')})
    ORDER BY position > share, lane, position LIMIT ?4)
  RETURNING id, kind, consumer, lane, subject_id, payload, due_at, first_due_at, until_at, attempts`

import { sql } from 'drizzle-orm'

import { carrierName } from '../accounts/mail-carrier.ts'
import type { Call } from '../foundation/call/call.ts'
import type { Outcome } from './carrier/carrier.ts'
import { fullAt, waitingMails } from './find-mail-state.ts'

const dayMs = 86_400_000
const outcomes = ['sent', 'quota', 'suppressed', 'refused', 'unknown'] as const
const reasons = ['bounced', 'complained', 'blocked'] as const

type Reason = (typeof reasons)[number]

/**
 * For the operator: how the tries to send mail ended, in the last 24 hours and 7 days; how many
 * mails wait for the quota; how many addresses are suppressed, by reason. No personal data.
 */
export async function findMailOutcomes({ db, env, now }: Call) {
  const carrier = carrierName(env)
  const [weekAgo, dayAgo] = [now.getTime() - 7 * dayMs, now.getTime() - dayMs]
  const [counted, suppressed, [state]] = await db.batch([
    db.all<{ outcome: Outcome; day: number; week: number }>(sql`
      SELECT outcome, sum(at > ${dayAgo}) AS day, count(*) AS week
      FROM mail_outcomes WHERE at > ${weekAgo} GROUP BY outcome`),
    db.all<{ reason: Reason; n: number }>(sql`
      SELECT reason, count(*) AS n FROM mail_suppressions WHERE at > 0 GROUP BY reason`),
    db.all<{ full_at: number | null; waiting: number }>(sql`
      SELECT ${fullAt(carrier)} AS full_at, ${waitingMails} AS waiting`),
  ])
  const of = (span: 'day' | 'week') =>
    countsOf(outcomes, (outcome) => counted.find((row) => row.outcome === outcome)?.[span])
  const { full_at: at = null, waiting = 0 } = state ?? {}
  return {
    carrier: carrier ?? null,
    last24Hours: of('day'),
    last7Days: of('week'),
    /** When the carrier last said that the quota is used up; null if it is not. */
    fullAt: at === null ? null : new Date(at),
    /** Mails that wait until the quota is back. */
    waiting,
    suppressed: countsOf(reasons, (reason) => suppressed.find((row) => row.reason === reason)?.n),
  }
}

function countsOf<Name extends string>(
  names: readonly Name[],
  count: (name: Name) => number | undefined,
): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, count(name) ?? 0])) as Record<Name, number>
}

import type { Bindings } from '../../env.ts'

interface PlanLimits {
  /** Of one database. */
  bytes: number
  rowsReadADay: number | null
  rowsWrittenADay: number | null
}

/**
 * What Cloudflare allows a database on each plan, as its documentation said in late 2026. Paid has
 * no limit a day: it counts by month, and more rows cost more.
 */
export const planLimits: Record<'free' | 'paid', PlanLimits> = {
  free: { bytes: 500_000_000, rowsReadADay: 5_000_000, rowsWrittenADay: 100_000 },
  paid: { bytes: 10_000_000_000, rowsReadADay: null, rowsWrittenADay: null },
}

export const planNameOf = ({ PLAN }: Pick<Bindings, 'PLAN'>) => (PLAN === 'paid' ? 'paid' : 'free')

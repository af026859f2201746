import type { Bindings } from '../../env.ts'
import { type Amounts, Meter } from './meter.ts'

interface Plan {
  /** For one invocation: a request and the drain after it, or one run of the cron. */
  limit: Amounts
  /** The most for one drain. */
  drain: Partial<Amounts>
  /** The most for one duty of the cron. The duty whose turn it is can use more. */
  duty: Partial<Amounts>
}

/** Cloudflare allows 32 invocations of Workers for one request; the first is our own. */
const calls = 31

const plans: Record<NonNullable<Bindings['PLAN']>, Plan> = {
  free: {
    limit: { queries: 50, subrequests: 50, calls },
    drain: { queries: 40 },
    duty: { queries: 12, calls: 6 },
  },
  paid: {
    limit: { queries: 1_000, subrequests: 10_000, calls },
    drain: { queries: 800 },
    duty: { queries: 250, calls: 6 },
  },
}

/** The limits of Cloudflare's plans, docs/decisions/024-plans.md. Free unless `PLAN` says paid. */
export const planOf = ({ PLAN }: Pick<Bindings, 'PLAN'>): Plan =>
  PLAN === 'paid' ? plans.paid : plans.free

/** The meter of a new invocation. */
export const meterOf = (env: Pick<Bindings, 'PLAN'>): Meter => new Meter(planOf(env).limit)

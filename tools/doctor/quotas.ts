import type { Run } from '../deploy/run.ts'
import { workers } from '../deploy/workers.ts'
import { type Finding, bad, good } from './finding.ts'

/** What a plan of Cloudflare has: bytes of one database, and rows a day of all databases. */
const limits = {
  free: { bytes: 500e6, read: 5e6, written: 100_000 },
  // Rows are not limited, but counted: 25 billion and 50 million a month are included.
  paid: { bytes: 10e9, read: 25e9 / 30, written: 50e6 / 30 },
}
/** From here on somebody must act before it is full. */
const nearly = 0.8

interface Usage {
  database_size: number
  rows_read_24h: number
  rows_written_24h: number
}

export function databaseQuotas(run: Run): Finding[] {
  const { plan } = run.answers
  const limit = limits[plan]
  const used = workers.map(({ name, database }) => {
    const info = ['d1', 'info', database.binding, '-c', run.configOf(name), '--json']
    return { name: database.name, ...(run.wrangler.json(info) as Usage) }
  })
  const sum = (key: 'rows_read_24h' | 'rows_written_24h') =>
    used.reduce((total, usage) => total + usage[key], 0)
  return [
    good(
      `plan "${plan}": for ${plan === 'free' ? 'a pilot of one class. A college needs the paid one' : 'a college'}`,
    ),
    ...used.map(({ name, database_size: bytes }) =>
      share(`${name}: storage`, bytes, limit.bytes, plan),
    ),
    share('rows read in 24 hours', sum('rows_read_24h'), limit.read, plan),
    share('rows written in 24 hours', sum('rows_written_24h'), limit.written, plan),
  ]
}

function share(what: string, used: number, limit: number, plan: string): Finding {
  const text = `${what}: ${((100 * used) / limit).toFixed(1)}% of what the plan "${plan}" has`
  if (used < nearly * limit) return good(text)
  return bad(
    text,
    plan === 'free'
      ? 'Take the paid plan on Cloudflare, then: npm run deploy -- --plan paid'
      : 'Ask whoever looks after this repository what grows.',
  )
}

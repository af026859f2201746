import * as v from 'valibot'

const Check = v.looseObject({ ok: v.boolean(), problem: v.optional(v.string()) })

/** What `GET /health` answers. */
const Health = v.object({
  ok: v.boolean(),
  environment: v.string(),
  version: v.string(),
  checks: v.record(v.string(), Check),
})
export type Health = v.InferOutput<typeof Health>

/** What a check is about, in words for a technician, and what to do if it fails. */
const cures: Record<string, string> = {
  production: 'the Worker answers 503 to everybody, for this reason',
  mail: 'mail cannot be sent. Check who sends it: npm run deploy -- --mail platform (or http)',
  signer: 'badges cannot be signed. Are the secrets of mettle-signer there? npm run deploy',
  vault: 'personal text cannot be opened. Are the secrets of mettle-signer there? npm run deploy',
  tick: 'the work of each minute does not run. It starts within three minutes after a first deploy. Later: look at the cron trigger of mettle on Cloudflare',
  migrations: 'the database does not have all migrations. Run: npm run deploy',
  sealed:
    'personal text could not be written and read again. Are the secrets of mettle-signer the right ones?',
}

/** Asks `/health`. Returns what is answered, or why there is no answer. */
export async function askHealth(base: string): Promise<Health | string> {
  try {
    const response = await fetch(new URL('/health', base), { signal: AbortSignal.timeout(15_000) })
    const read = v.safeParse(Health, await response.json().catch(() => undefined))
    return read.success ? read.output : `/health answers ${response.status}, and not what we expect`
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } }
    return `there is no answer at ${base} (${cause?.code ?? 'no answer in 15 seconds'})`
  }
}

/** A line for each check that fails. */
export function problemsOf(health: Health): string[] {
  const failed = Object.entries(health.checks).filter(([, { ok }]) => !ok)
  const lines = failed.map(([name, { problem }]) => {
    const why = problem ? ` (${problem})` : ''
    return `${name}${why}: ${cures[name] ?? 'failed'}`
  })
  if (health.environment !== 'production') lines.push(`environment: it is ${health.environment}`)
  return health.ok || lines.length > 0 ? lines : ['it says that it is not ok, and not why']
}

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

/** Where the same check can fail for a harmless reason. */
const curesOfProblems: Record<string, string> = {
  'nothing-sealed':
    'the work of each minute has not written anything yet. It starts within three minutes after a first deploy. Later: is "tick" good?',
}

const elsewhere = `Look from a phone that is not in your network. If it is not there either: is the
domain paid and in the Cloudflare account, and does https://www.cloudflarestatus.com say that all is well?`

/** What to do if nothing answers, by the code of the error. */
const unreachable: Record<string, string> = {
  ENOTFOUND: `Its name is not known. After a first deploy wait ten minutes. Later: is the domain
paid, and still in the Cloudflare account? Then npm run deploy makes the entry again.`,
  EAI_AGAIN: 'This computer cannot look up names. Is it online?',
}

/** Asks `/health`. Returns what is answered, or why there is no answer. */
export async function askHealth(base: string): Promise<Health | string> {
  try {
    const response = await fetch(new URL('/health', base), { signal: AbortSignal.timeout(15_000) })
    const read = v.safeParse(Health, await response.json().catch(() => undefined))
    if (read.success) return read.output
    return `/health answers ${response.status}, and not what we expect. Does another site have this address?`
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } }
    const code = cause?.code
    const why = code ?? 'no answer in 15 seconds'
    return `there is no answer at ${base} (${why}). ${unreachable[code ?? ''] ?? elsewhere}`
  }
}

/** A line for each check that fails. */
export function problemsOf(health: Health): string[] {
  const failed = Object.entries(health.checks).filter(([, { ok }]) => !ok)
  const lines = failed.map(([name, { problem = '' }]) => {
    const why = problem ? ` (${problem})` : ''
    return `${name}${why}: ${curesOfProblems[problem] ?? cures[name] ?? 'failed'}`
  })
  if (health.environment !== 'production') lines.push(`environment: it is ${health.environment}`)
  return health.ok || lines.length > 0 ? lines : ['it says that it is not ok, and not why']
}

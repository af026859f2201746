import { databaseOf } from '../../database-of.ts'
import type { Bindings } from '../../env.ts'
import { clock } from '../../foundation/call/clock.ts'
import { readSecret } from '../../foundation/crypto/secrets.ts'
import { carrierName } from '../mail-carrier.ts'

/**
 * Why this instance must not answer in production, or undefined: a clock that can be moved, an
 * address under workers.dev without `PILOT`, keys that are missing or made for development, no
 * carrier for mail, or demo people.
 */
export async function whyNotReady(env: Bindings): Promise<string | undefined> {
  if (env.ENVIRONMENT !== 'production') return undefined
  if (env.CLOCK_OFFSET_MS !== undefined) return 'clock-can-be-moved'
  if (isOnLoan(env.APP_ORIGIN) && env.PILOT !== 'yes') return 'address-needs-pilot'
  const keys = await whyNotKeys(env)
  if (keys) return keys
  if (!carrierName(env)) return 'no-mail-carrier'
  return (await wasOnALaptop(env)) ? 'made-up-accounts' : undefined
}

/** An address that belongs to Cloudflare, and that each badge would contain. */
const isOnLoan = (origin: string) => new URL(origin).hostname.endsWith('.workers.dev')

/**
 * Which keys are missing, malformed or made for development, here, in the signer or in the vault;
 * or undefined.
 */
export async function whyNotKeys(env: Bindings): Promise<string | undefined> {
  const now = clock(env)
  const secrets = [env.SIGN_IN_PEPPER, env.EMAIL_INDEX_KEY, env.PSEUDONYM_KEY]
  if (!secrets.every((text) => isReal(text, now))) return 'keys-missing'
  if ((await env.SIGNER.publicKeys('did:web:start')).dev) return 'signer-on-dev-seed'
  const vault = await env.VAULT.state()
  return vault === 'ready' ? undefined : `vault-has-${vault}`
}

/**
 * Whether this database was used in local development, and so may hold demo people: it then has
 * `dev_` tables (`worker/dev/clock.ts`). The demo people cannot be searched for, because mail
 * addresses are sealed.
 */
export async function wasOnALaptop(env: Bindings): Promise<boolean> {
  const ownTable = await databaseOf(env)
    .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name LIKE 'dev\\_%' ESCAPE '\\'")
    .first()
  return ownTable !== null
}

function isReal(text: string | undefined, now: Date): boolean {
  try {
    return text !== undefined && !readSecret(text, now).dev
  } catch {
    return false
  }
}

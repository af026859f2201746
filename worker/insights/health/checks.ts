import { eq, sql } from 'drizzle-orm'

import { carrierName } from '../../accounts/mail-carrier.ts'
import type { Bindings } from '../../env.ts'
import type { Call } from '../../foundation/call/call.ts'
import { open } from '../../foundation/crypto/seal.ts'
import { operationTimes } from '../../foundation/tables.ts'
import { isBehind, lastMigration } from './last-migration.ts'
import type { Found } from './outcome.ts'

const latestTickSeconds = 180

type Tick = Awaited<ReturnType<typeof findTick>>

/** When the last tick ended, and what it sealed. */
export function findTick({ db }: Call) {
  return db
    .select({ at: operationTimes.at, selfTest: operationTimes.selfTest })
    .from(operationTimes)
    .where(eq(operationTimes.name, 'tick'))
    .get()
}

export function checkTick(tick: Tick, now: Date): Found<{ ageSeconds: number | null }> {
  if (!tick) return { ageSeconds: null, problem: 'never-ticked' }
  const ageSeconds = Math.max(0, Math.round((now.getTime() - tick.at.getTime()) / 1_000))
  return { ageSeconds, problem: ageSeconds > latestTickSeconds ? 'tick-is-old' : undefined }
}

/** Opens what the last tick sealed: the vault, its database and this one all took part. */
export async function checkSealed(call: Call, tick: Tick): Promise<Found> {
  if (!tick?.selfTest) return { problem: 'nothing-sealed' }
  const opened = await open(call, operationTimes.selfTest, 'tick', tick.selfTest)
  return { problem: opened === tick.at.toISOString() ? undefined : 'sealed-text-differs' }
}

/** Without a carrier nobody can sign in. */
export function checkMail(env: Bindings): Found<{ carrier: string | null }> {
  const carrier = carrierName(env) ?? null
  return { carrier, problem: carrier ? undefined : 'no-mail-carrier' }
}

/** Whether the signer answers, and with the keys of an instance. It signs nothing here. */
export async function checkSigner({ SIGNER, ENVIRONMENT }: Bindings): Promise<Found> {
  const { keys, dev } = await SIGNER.publicKeys('did:web:health')
  if (dev && ENVIRONMENT === 'production') return { problem: 'signer-on-dev-seed' }
  return { problem: keys.some(({ active }) => active) ? undefined : 'signer-has-no-key' }
}

export async function checkVault({ VAULT, ENVIRONMENT }: Bindings): Promise<Found> {
  const state = await VAULT.state()
  const isLaptop = state === 'dev-wrapping-key' && ENVIRONMENT === 'local'
  return { problem: state === 'ready' || isLaptop ? undefined : `vault-has-${state}` }
}

interface Migrations {
  applied: string | null
  expected: string
  vault: { applied: string | null; expected: string } | null
}

/** Both databases: each Worker knows the newest migration that its code needs. */
export async function checkMigrations({ db, env }: Call): Promise<Found<Migrations>> {
  const [own, vault] = await Promise.all([
    db.get<{ name: string | null }>(sql`SELECT max(name) AS name FROM d1_migrations`),
    // An older signer cannot say. It is deployed first, so this is an answer too.
    env.VAULT.database().catch(() => undefined),
  ])
  const applied = own?.name ?? null
  return {
    applied,
    expected: lastMigration,
    vault: vault ? { applied: vault.applied, expected: vault.expected } : null,
    problem: whyBehind(applied, vault),
  }
}

function whyBehind(
  applied: string | null,
  vault: { applied: string | null; expected: string } | undefined,
) {
  if (isBehind(applied, lastMigration)) return 'migrations-behind'
  if (!vault) return 'vault-migrations-unknown'
  return isBehind(vault.applied, vault.expected) ? 'vault-migrations-behind' : undefined
}

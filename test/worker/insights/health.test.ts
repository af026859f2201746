import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

import type { Bindings } from '../../../worker/env.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { checkHealth } from '../../../worker/insights/health/check-health.ts'
import { lastMigration } from '../../../worker/insights/health/last-migration.ts'
import { markTick } from '../../../worker/insights/health/mark-tick.ts'
import { tick } from '../../../worker/tick.ts'
import { lastVaultMigration } from '../../../worker/signer/vault/find-database.ts'
import type { VaultState } from '../../../worker/signer/vault/binding.ts'
import { Client, envAt } from '../../support/client.ts'
import { countingDb } from '../../support/counting-db.ts'
import { countingVault } from '../../support/counting-vault.ts'
import { failingDb } from '../../support/failing-db.ts'
import { sql } from '../../support/traffic/rows.ts'

const start = Date.now()
const minute = 60_000
/** Each request is a minute after the one before, so that no answer is remembered. */
let requests = 0
const later = () => new Date(start + ++requests * minute)

const down = () => Promise.reject(new Error('down'))
const vaultThat = (other: Partial<Bindings['VAULT']>): Bindings['VAULT'] => ({
  ...countingVault(env.VAULT).VAULT,
  ...other,
})

/** `/health` a second after a tick, with some bindings replaced. */
async function healthWith(other: Partial<Bindings> = {}) {
  const at = later()
  await markTick(envAt(at), at)
  return new Client().get('/health', { at: new Date(at.getTime() + 1_000), env: other })
}

const wrong = (body: { checks: Record<string, { ok: boolean; problem?: string | undefined }> }) =>
  Object.entries(body.checks)
    .filter(([, { ok }]) => !ok)
    .map(([name, { problem }]) => `${name}: ${problem}`)

it('says that all is well after a tick, and is stored nowhere', async () => {
  const at = later()
  await tick(envAt(at))
  const { status, body, headers } = await new Client().get('/health', { at: later() })
  expect(body).toEqual({
    ok: true,
    environment: 'local',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    checks: {
      production: { ok: true },
      mail: { ok: true, carrier: 'mailbox' },
      signer: { ok: true },
      vault: { ok: true },
      // From the end of the tick.
      tick: { ok: true, ageSeconds: expect.toSatisfy((age: number) => age > 30 && age <= 60) },
      migrations: {
        ok: true,
        applied: lastMigration,
        expected: lastMigration,
        vault: { applied: lastVaultMigration, expected: lastVaultMigration },
      },
      sealed: { ok: true },
    },
  })
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
})

it('answers HEAD with the same status and no body', async () => {
  const answer = await new Client().send('HEAD', '/health', undefined, { at: later() })
  expect([answer.status, answer.text]).toEqual([200, ''])
  const away = { VAULT: vaultThat({ state: down }) }
  const failing = await new Client().send('HEAD', '/health', undefined, { at: later(), env: away })
  expect([failing.status, failing.text]).toEqual([503, ''])
})

describe('each check fails alone', () => {
  it.each<[problem: string, Partial<Bindings>]>([
    ['mail: no-mail-carrier', { MAIL: undefined as never }],
    ['signer: signer-away', { SIGNER: { sign: down, publicKeys: down } }],
    [
      'signer: signer-has-no-key',
      { SIGNER: { sign: down, publicKeys: async () => ({ keys: [], dev: false }) } },
    ],
    ['vault: vault-away', { VAULT: vaultThat({ state: down }) }],
    [
      'vault: vault-has-no-wrapping-key',
      { VAULT: vaultThat({ state: async () => 'no-wrapping-key' }) },
    ],
    ['sealed: sealed-text-does-not-open', { VAULT: vaultThat({ open: down }) }],
    ['migrations: vault-migrations-unknown', { VAULT: vaultThat({ database: down }) }],
    [
      'migrations: vault-migrations-behind',
      {
        VAULT: vaultThat({
          database: async () => ({ applied: '0002_a.sql', expected: '0003_b.sql', bytes: 1 }),
        }),
      },
    ],
  ])('%s', async (problem, other) => {
    const { status, body } = await healthWith(other)
    expect(wrong(body)).toEqual([problem])
    expect([status, body.ok]).toEqual([503, false])
  })

  it('a vault that never answers is away after three seconds', async () => {
    const silent = { VAULT: vaultThat({ state: () => new Promise(() => {}) }) }
    expect(wrong((await healthWith(silent)).body)).toEqual(['vault: vault-away'])
  })

  it('a tick of three minutes ago is well, and an older one is not', async () => {
    const at = later()
    await markTick(envAt(at), at)
    const after = (seconds: number) =>
      new Client().get('/health', { at: new Date(at.getTime() + seconds * 1_000) })
    requests += 10
    expect((await after(180)).body.checks.tick).toEqual({ ok: true, ageSeconds: 180 })
    const { status, body } = await after(301)
    expect(wrong(body)).toEqual(['tick: tick-is-old'])
    expect([status, body.checks.tick.ageSeconds]).toEqual([503, 301])
  })

  it('a database that lacks the newest migration is behind', async () => {
    const rename = 'UPDATE d1_migrations SET name = ?2 WHERE name = ?1'
    await sql(rename, lastMigration, '0000_nothing.sql')
    const { body } = await healthWith()
    await sql(rename, '0000_nothing.sql', lastMigration)
    expect(wrong(body)).toEqual(['migrations: migrations-behind'])
    expect(body.checks.migrations.applied < body.checks.migrations.expected).toBe(true)
  })

  it('a tick that could not seal leaves its time', async () => {
    const at = later()
    await markTick(envAt(at, { VAULT: vaultThat({ open: down, create: down }) }), at)
    const { body } = await new Client().get('/health', { at })
    expect(wrong(body)).toEqual(['sealed: nothing-sealed'])
    expect(body.checks.tick).toEqual({ ok: true, ageSeconds: 0 })
  })

  it('a sealed text of another time is not taken', async () => {
    const at = later()
    await markTick(envAt(at), at)
    await sql('UPDATE operation_times SET at = at - 1')
    const { body } = await new Client().get('/health', { at })
    expect(wrong(body)).toEqual(['sealed: sealed-text-differs'])
  })
})

it('says of a new database that the cron never ran, and of one that is away that it is', async () => {
  await sql('DELETE FROM operation_times')
  const { body } = await new Client().get('/health', { at: later() })
  expect(wrong(body)).toEqual(['tick: never-ticked', 'sealed: nothing-sealed'])
  expect(body.checks.tick.ageSeconds).toBeNull()

  const without = async (trip: number) => {
    const DB = failingDb(env.DB, trip, 'overloaded')
    return wrong((await healthWith({ DB })).body)
  }
  expect(await without(1)).toEqual(['tick: database-away', 'sealed: sealed-text-does-not-open'])
  expect(await without(2)).toEqual(['migrations: migrations-unknown'])
})

describe('in production', () => {
  const production = { ENVIRONMENT: 'production' as const }
  const key = JSON.stringify({ current: '1', keys: { 1: '77'.repeat(32) } })

  it('answers while the gate says 503 to everybody, and says why by a short name', async () => {
    const { status, body, text } = await healthWith({ ...production, MAIL: undefined as never })
    expect(status).toBe(503)
    expect(wrong(body)).toEqual([
      'production: clock-can-be-moved',
      'mail: no-mail-carrier',
      'signer: signer-on-dev-seed',
      'vault: vault-has-dev-wrapping-key',
    ])
    for (const secret of [env.SIGN_IN_PEPPER, env.EMAIL_INDEX_KEY, '11'.repeat(32)]) {
      expect(text).not.toContain(secret)
    }
    const page = await new Client().get('/', { env: production })
    expect(page.status).toBe(503)
  })

  it('is well with the keys of an instance and a carrier', async () => {
    const now = new Date()
    await markTick(env, now)
    const real: Bindings = {
      ...env,
      ...production,
      SIGN_IN_PEPPER: key,
      EMAIL_INDEX_KEY: key,
      PSEUDONYM_KEY: key,
      MAIL_API_KEY: 'a key of the provider',
      SIGNER: {
        sign: down,
        publicKeys: async (issuer) => ({ ...(await env.SIGNER.publicKeys(issuer)), dev: false }),
      },
      VAULT: vaultThat({ state: async (): Promise<VaultState> => 'ready' }),
    }
    const well = await checkHealth(systemCall(real, 'health', now))
    expect([wrong(well), well.ok, well.checks.mail.carrier]).toEqual([[], true, 'http'])
    const { MAIL_API_KEY: _, ...without } = real
    const ill = await checkHealth(systemCall(without, 'health', now))
    expect(wrong(ill)).toEqual(['production: no-mail-carrier', 'mail: no-mail-carrier'])
  })
})

it('checks once in five seconds, however many ask, and is limited as pages are', async () => {
  const at = later()
  await markTick(envAt(at), at)
  const { DB, trips } = countingDb(env.DB)
  const { VAULT, calls } = countingVault(env.VAULT)
  const ask = (seconds: number) =>
    new Client().get('/health', {
      at: new Date(at.getTime() + seconds * 1_000),
      env: { DB, VAULT },
    })
  await Promise.all([ask(0), ask(0), ask(1), ask(2)])
  expect([trips(), calls()]).toEqual([2, 3])
  await ask(8)
  expect([trips(), calls()]).toEqual([4, 6])

  const full = { limit: () => Promise.resolve({ success: false }) }
  const { status } = await new Client().get('/health', { at: later(), env: { BY_ADDRESS: full } })
  expect(status).toBe(429)
})

import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import { wasOnALaptop, whyNotKeys, whyNotReady } from '../../../worker/accounts/door/production.ts'
import type { Bindings } from '../../../worker/env.ts'
import type { VaultState } from '../../../worker/signer/vault/binding.ts'
import { Client } from '../../support/client.ts'

const production = { ENVIRONMENT: 'production' as const }

it('answers 503 to everybody while keys are development keys', async () => {
  for (const path of ['/', '/api/challenges', '/api/session', '/sign-in', '/credentials/x']) {
    expect(await new Client().get(path, { env: production })).toMatchObject({
      status: 503,
      body: { type: '/problems/not-ready' },
    })
  }
})

it('gives the reason in the log and not to the caller', async () => {
  expect(await whyNotReady({ ...env, ...production })).toBe('keys-missing')
  expect(await whyNotReady({ ...env, ...production, CLOCK_OFFSET_MS: 0 })).toBe(
    'clock-can-be-moved',
  )
  expect((await new Client().get('/', { env: production })).text).not.toContain('keys')
})

it('takes an address on workers.dev, which each badge would contain, only for a pilot', async () => {
  const borrowed = { ...env, ...production, APP_ORIGIN: 'https://mettle.someone.workers.dev' }
  expect(await whyNotReady(borrowed)).toBe('address-needs-pilot')
  expect(await whyNotReady({ ...borrowed, PILOT: 'yes' })).toBe('keys-missing')
})

it('accepts no key of a laptop, in this Worker, in the signer or in the vault', async () => {
  const key = JSON.stringify({ current: '1', keys: { 1: '77'.repeat(32) } })
  const own = { ...env, SIGN_IN_PEPPER: key, EMAIL_INDEX_KEY: key, PSEUDONYM_KEY: key }
  const signed = { ...own, SIGNER: { ...env.SIGNER, publicKeys: async () => noKeys } }
  const noKeys = { keys: [], dev: false }
  const vault = (state: VaultState) => ({ ...env.VAULT, state: async () => state })

  expect(await whyNotKeys(env)).toBe('keys-missing')
  expect(await whyNotKeys(own)).toBe('signer-on-dev-seed')
  expect(await whyNotKeys(signed)).toBe('vault-has-dev-wrapping-key')
  expect(await whyNotKeys({ ...signed, VAULT: vault('no-wrapping-key') })).toBe(
    'vault-has-no-wrapping-key',
  )
  expect(await whyNotKeys({ ...signed, VAULT: vault('ready') })).toBeUndefined()
})

it('does not start in production without a way to send mail', async () => {
  const key = JSON.stringify({ current: '1', keys: { 1: '77'.repeat(32) } })
  const ready = {
    ...env,
    ...production,
    SIGN_IN_PEPPER: key,
    EMAIL_INDEX_KEY: key,
    PSEUDONYM_KEY: key,
    SIGNER: { ...env.SIGNER, publicKeys: async () => ({ keys: [], dev: false }) },
    VAULT: { ...env.VAULT, state: async (): Promise<VaultState> => 'ready' },
  }
  const why = (mail: Partial<Bindings>) => whyNotReady({ ...ready, ...mail })
  expect(await why({})).toBe('no-mail-carrier')
  expect(await why({ MAIL_API_KEY: 'a key of the provider' })).toBeUndefined()
  expect(await why({ MAIL_CARRIER: 'http' })).toBe('no-mail-carrier')
  // The binding alone may be there because wrangler.toml names it.
  expect(env.EMAIL).toBeDefined()
  expect(await why({ MAIL_CARRIER: 'platform' })).toBeUndefined()
  const { EMAIL: _, ...unbound } = ready
  expect(await whyNotReady({ ...unbound, MAIL_CARRIER: 'platform' })).toBe('no-mail-carrier')
})

it('is ready on a laptop', async () => {
  expect(await whyNotReady(env)).toBeUndefined()
})

it('recognizes a database with demo people, and no other', async () => {
  expect(await wasOnALaptop(env)).toBe(false)
  for (const table of ['dev_state', 'dev_sent', 'dev_cast']) {
    await env.DB.exec(`CREATE TABLE ${table} (n INTEGER) STRICT`)
    try {
      expect(await wasOnALaptop(env)).toBe(true)
    } finally {
      await env.DB.exec(`DROP TABLE ${table}`)
    }
  }
})

import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import { wasOnALaptop, whyNotReady } from '../../../worker/accounts/door/production.ts'
import { Client } from '../../support/client.ts'

const production = { ENVIRONMENT: 'production' as const }

it('answers 503 to everybody while columns are not sealed or keys are development keys', async () => {
  for (const path of ['/', '/api/challenges', '/api/session', '/sign-in', '/credentials/x']) {
    expect(await new Client().get(path, { env: production })).toMatchObject({
      status: 503,
      body: { type: '/problems/not-ready' },
    })
  }
})

it('gives the reason in the log and not to the caller', async () => {
  expect(await whyNotReady({ ...env, ...production })).toBe('columns-not-sealed')
  expect(await whyNotReady({ ...env, ...production, CLOCK_OFFSET_MS: 0 })).toBe(
    'clock-can-be-moved',
  )
  expect((await new Client().get('/', { env: production })).text).not.toContain('sealed')
})

it('is ready on a laptop', async () => {
  expect(await whyNotReady(env)).toBeUndefined()
})

it('recognizes a database with demo people, and no other', async () => {
  expect(await wasOnALaptop(env)).toBe(false)
  for (const table of ['dev_state', 'dev_mails', 'dev_people']) {
    await env.DB.exec(`CREATE TABLE ${table} (n INTEGER) STRICT`)
    try {
      expect(await wasOnALaptop(env)).toBe(true)
    } finally {
      await env.DB.exec(`DROP TABLE ${table}`)
    }
  }
})

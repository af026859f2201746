import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'

import dev from '../../../worker/dev.ts'
import { prepareDev } from '../../../worker/dev/clock.ts'
import { endProgress, keepProgress } from '../../../worker/dev/progress.ts'
import { dropDevTables } from '../../support/dev-tables.ts'

it('while the demo is made, /sign-in says how far it is and nothing can be changed', async () => {
  await prepareDev(env)
  const ask = (method: string, path: string) =>
    dev.fetch(new Request(`http://localhost${path}`, { method }), env, createExecutionContext())
  const signIn = async () => (await ask('GET', '/sign-in')).text()
  try {
    await keepProgress(env, 1, 40)
    await keepProgress(env, 12, 40)
    expect(await signIn()).toContain('The demo is being prepared: 12 of 40 scenes')
    expect(await signIn()).toContain('http-equiv="refresh"')
    expect((await ask('POST', '/api/sign-ins')).status).toBe(503)

    await endProgress(env)
    expect(await signIn()).not.toContain('being prepared')
    expect((await ask('POST', '/api/sign-ins')).status).not.toBe(503)
  } finally {
    await dropDevTables()
  }
})

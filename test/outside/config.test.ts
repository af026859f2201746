import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { describe, expect, it } from 'vitest'

import type { Answers } from '../../tools/deploy/record.ts'
import { main, workers } from '../../tools/deploy/workers.ts'
import { writeConfig } from '../../tools/deploy/write-config.ts'
import { migrateAtOnce } from '../../tools/migrate/migrate-at-once.ts'

/** The real wrangler, which needs no account for these commands. */
const wrangler = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve('node_modules/wrangler/bin/wrangler.js'), ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, CI: '1', NO_COLOR: '1', WRANGLER_SEND_METRICS: 'false' },
    },
  )
  return { status, text: stdout + stderr }
}

const folder = mkdtempSync(join(tmpdir(), 'mettle-config-'))
const fileOf = (name: string) => join(folder, `${name}.json`)
const ids = {
  database: '11111111-1111-4111-8111-111111111111',
  vault: '22222222-2222-4222-8222-222222222222',
  salts: '3'.repeat(32),
}
const college: Answers = {
  origin: 'https://mettle.college.example',
  plan: 'paid',
  mail: 'platform',
  sender: 'Mettle <hello@college.example>',
  jurisdiction: 'eu',
  account: 'a'.repeat(32),
  pilot: false,
}
const written = (worker: (typeof workers)[number], answers: Partial<Answers> = {}) => {
  const file = fileOf(worker.name)
  writeConfig(worker, { file, root: resolve('.'), answers: { ...college, ...answers }, ids })
  return JSON.parse(readFileSync(file, 'utf8'))
}

describe('the configuration that an installation writes', () => {
  it.each(workers)('of $name is accepted by wrangler without a warning', (worker) => {
    const { binding, name, id } = worker.database
    expect(written(worker).d1_databases[0].database_id).toBe(ids[id])
    const secrets = join(folder, 'secrets.json')
    const key = '5'.repeat(64)
    writeFileSync(secrets, JSON.stringify({ A_KEY: `{"current":"1","keys":{"1":"${key}"}}` }))
    const args = ['--dry-run', '--outdir', join(folder, 'out'), '--secrets-file', secrets]
    const { status, text } = wrangler('deploy', '-c', fileOf(worker.name), ...args)
    expect([status, text]).toEqual([0, expect.not.stringMatching(/WARNING|ERROR/)])
    expect(text).toContain(`env.${binding} (${name})`)
    expect(text).not.toContain(key)
  })

  it.each(workers)('of $name finds its migrations', async (worker) => {
    written(worker)
    const where = ['-c', fileOf(worker.name), '--local', '--persist-to', join(folder, 'state')]
    // Wrangler needs a second for each file, so it applies the few of the signer only.
    if (worker === main) await migrateAtOnce(fileOf(worker.name), join(folder, 'state'))
    const args = ['d1', 'migrations', 'apply', worker.database.binding, ...where]
    const { status, text } = wrangler(...args)
    expect(status).toBe(0)
    if (worker === main) return expect(text).toContain('No migrations to apply')
    const names = readdirSync('migrations/vault').filter((name) => name.endsWith('.sql'))
    for (const name of names) expect(text).toContain(name)
  })

  it('has the address of the college as a domain of its own', () => {
    expect(written(main)).toMatchObject({
      workers_dev: false,
      routes: [{ pattern: 'mettle.college.example', custom_domain: true }],
      vars: { APP_ORIGIN: college.origin, MAIL_FROM: college.sender, MAIL_CARRIER: 'platform' },
      send_email: [{ name: 'EMAIL' }],
      limits: { cpu_ms: expect.any(Number) },
    })
  })

  it('has no limit that the free plan refuses, and no mail of Cloudflare where another sends it', () => {
    const config = written(main, { plan: 'free', mail: 'http' })
    expect(config).not.toHaveProperty('limits')
    expect(config).not.toHaveProperty('send_email')
    expect(config.vars).toMatchObject({ PLAN: 'free', MAIL_CARRIER: 'http' })
  })
})

describe('the committed configuration', () => {
  it.each(workers)('$config has no id of anybody’s account', ({ config }) => {
    expect(readFileSync(config, 'utf8')).not.toMatch(/^\s*(?:database_id|id|account_id) *=/m)
  })

  it.each(workers)('$config logs no address and no query', ({ config }) => {
    const text = readFileSync(config, 'utf8')
    expect(text).toMatch(/\[observability\]\nenabled = true\n(?:#.*\n)*redact_query_string = true/)
    expect(text).toMatch(/\[observability\.logs\]\ninvocation_logs = false/)
  })
})

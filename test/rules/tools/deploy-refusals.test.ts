import { execFile } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

import { afterAll, describe, expect, it } from 'vitest'

import {
  Computer,
  everyAnswer,
  healthy,
  root,
  scratch,
  serve,
} from '../../support/wrangler/repository.ts'

const instance = await serve({ '/health': healthy })
afterAll(() => instance.stop())

const host = 'mettle.college.example'
const aComputer = () => new Computer(instance.address)

async function installed(args: string[] = []) {
  const computer = aComputer()
  const { code } = await computer.deploy([...everyAnswer, ...args])
  expect(code).toBe(0)
  return computer
}

const anIssuer = `PRAGMA foreign_keys = off;
  INSERT INTO issuers (organization_id, did, origin, slug, name, url) VALUES ('o',
    'did:web:${host}:organizations:riverside', 'https://${host}', 'riverside', 'Riverside',
    'https://${host}/organizations/riverside');
  INSERT INTO issuer_keys (did, purpose, generation, public_key_multibase, listed_at, active_at)
    VALUES ('did:web:${host}:organizations:riverside', 'credential', '1', 'z6Mk', 0, 0);`

describe('npm run deploy stops before it changes anything', () => {
  const changed = ({ calls }: Computer) =>
    calls.filter(
      ([first, second, third]) => /create/.test(`${second} ${third}`) || first === 'deploy',
    )

  it('without an answer and a terminal: it names the options', async () => {
    const computer = aComputer()
    const { code, text } = await computer.deploy(['--plan', 'free'])
    expect([code, changed(computer)]).toEqual([1, []])
    expect(text).toContain('--origin, --mail, --sender, --jurisdiction')
  })

  it.each([
    ['--origin', 'http://mettle.college.example'],
    ['--origin', 'https://mettle.college.example/'],
    ['--origin', 'https://mettle.someone.workers.dev'],
    ['--plan', 'large'],
    ['--sender', 'hello@college.example'],
    ['--account', 'Another college'],
  ])('with %s %s', async (option, value) => {
    const computer = aComputer()
    const { code, text } = await computer.deploy([...everyAnswer, option, value])
    expect([code, changed(computer)]).toEqual([1, []])
    expect(text).toContain(value)
  })

  it('while files differ from the commit', async () => {
    const file = join(root, 'worker/index.ts')
    const own = readFileSync(file, 'utf8')
    writeFileSync(file, `${own}\n// a change`)
    const computer = aComputer()
    const { code, text } = await computer.deploy(everyAnswer)
    writeFileSync(file, own)
    expect([code, changed(computer)]).toEqual([1, []])
    expect(text).toContain('worker/index.ts')
  })

  it('if a database of the instance is gone: a new one would be empty', async () => {
    const computer = await installed()
    const account = computer.cloudflare
    computer.cloudflare = { ...account, databases: [] }
    const { code, text } = await computer.deploy()
    expect([code, computer.cloudflare.databases]).toEqual([1, []])
    expect(text).toContain('mettle-vault')
  })

  it('if the secrets are lost here and on the Worker: new ones would open nothing', async () => {
    const computer = await installed()
    renameSync(join(computer.place.keysHome, host), join(computer.folder, 'elsewhere'))
    computer.cloudflare = { ...computer.cloudflare, workers: {} }
    const { code, text } = await computer.deploy()
    expect([code, computer.cloudflare.workers]).toEqual([1, {}])
    expect(text).toContain('Put your copy there.')
  })

  it('if badges contain another address', async () => {
    const computer = await installed()
    computer.inDatabase('mettle', anIssuer)
    await expect(computer.deploy(['--origin', 'https://other.example'])).resolves.toMatchObject({
      code: 1,
      text: expect.stringContaining(`name https://${host}. It cannot become https://other.example`),
    })
  })
})

describe('npm run deploy', () => {
  it('with --dry-run packs and says what it would do, and changes nothing', async () => {
    const computer = aComputer()
    const { code, text } = await computer.deploy([...everyAnswer, '--dry-run'])
    expect([code, text]).toEqual([0, expect.stringContaining('9 First admin\n  Would print')])
    const calls = computer.calls.map((args) => [args[0], args.includes('--dry-run')])
    expect(calls).toEqual([
      ['whoami', false],
      ['deploy', true],
      ['deploy', true],
    ])
    expect(existsSync(join(computer.place.home, 'deploy.toml'))).toBe(false)
  })

  it('with --pilot takes an address on workers.dev, and the Worker is told', async () => {
    const computer = await installed(['--pilot', '--origin', 'https://mettle.someone.workers.dev'])
    expect(computer.worker.versions[0].vars.PILOT).toBe('yes')
    const config = JSON.parse(readFileSync(computer.run().configOf('mettle'), 'utf8'))
    expect([config.workers_dev, config.routes]).toEqual([true, undefined])
  })

  it('on another computer makes no secrets and deploys nothing that is there', async () => {
    const computer = await installed()
    const { workers } = computer.cloudflare
    rmSync(computer.place.keysHome, { recursive: true })
    rmSync(computer.place.home, { recursive: true })
    const { code, text } = await computer.deploy(everyAnswer)
    expect([code, computer.cloudflare.workers]).toEqual([0, workers])
    expect(text).toContain('All secrets are there.')
    expect(text).toContain('but not on this computer')
  })

  it('gives the key of the mail provider from a file, and shows it nowhere', async () => {
    const [file, key] = [join(scratch(), 'key'), 're_live_2b7c9f0a51e4']
    writeFileSync(file, `${key}\n`)
    const without = aComputer()
    await expect(without.deploy([...everyAnswer, '--mail', 'http'])).resolves.toMatchObject({
      code: 1,
      text: expect.stringContaining('--mail-key-file'),
    })
    const computer = await installed(['--mail', 'http', '--mail-key-file', file])
    const mettle = computer.worker
    expect([mettle.secrets.MAIL_API_KEY, mettle.versions[0].vars.MAIL_CARRIER]).toEqual([
      key,
      'http',
    ])
    expect(computer.printed.join('\n')).toContain(`https://${host}/api/mail-events`)
    writeFileSync(file, 're_live_another')
    await computer.deploy(['--mail-key-file', file])
    expect(computer.worker.secrets.MAIL_API_KEY).toBe('re_live_another')
    const shown = [...computer.printed, ...computer.calls.flat()].join('\n')
    expect(shown).not.toMatch(/re_live/)
    expect(readFileSync(join(computer.place.home, 'deploy.toml'), 'utf8')).not.toMatch(/re_live/)
  })

  it('says which check of the instance fails, and goes on once it is good', async () => {
    const checks = { ...healthy.checks, mail: { ok: false, problem: 'no-mail-carrier' } }
    const ill = await serve({ '/health': { ...healthy, ok: false, checks } })
    const computer = new Computer(ill.address)
    const { code, text } = await computer.deploy(everyAnswer)
    expect([code, text]).toEqual([1, expect.stringContaining('mail (no-mail-carrier)')])
    expect(text).toMatch(/Not done: {2}8 Try, 9 First admin/)
    ill.stop()
    computer.place.smokeAt = instance.address
    expect((await computer.deploy()).code).toBe(0)
  })

  it('stops if the keys of an issuer are not found at the address', async () => {
    const computer = await installed()
    computer.inDatabase('mettle', anIssuer)
    const { code, text } = await computer.deploy()
    expect([code, text]).toEqual([1, expect.stringContaining('The keys of riverside')])
    const id = `did:web:${host}:organizations:riverside`
    const good = { '/health': healthy, '/organizations/riverside/did.json': { id } }
    const server = await serve(good)
    computer.place.smokeAt = server.address
    expect((await computer.deploy()).code).toBe(0)
    server.stop()
  })

  it('runs as a program, with the stand-in that METTLE_WRANGLER names', async () => {
    const folder = scratch()
    const env = {
      ...process.env,
      METTLE_WRANGLER: resolve('test/support/wrangler/stand-in.mjs'),
      METTLE_STAND_IN: join(folder, 'account'),
      METTLE_KEYS: join(folder, 'keys'),
      METTLE_SMOKE_AT: instance.address,
    }
    const run = (...args: string[]) =>
      promisify(execFile)(process.execPath, [resolve('tools/deploy/main.ts'), ...args], {
        cwd: root,
        env,
      })
    const { stdout, stderr } = await run(...everyAnswer)
    expect([stdout, stderr]).toEqual([expect.stringContaining('/first-admin?token='), ''])
    await expect(run('--wrong')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('--jurisdiction eu|none'),
    })
    // A try touches no real answer: all of it is in a folder of its own.
    expect(readdirSync(join(root, '.local'))).toEqual(['try'])
    rmSync(join(root, '.local'), { recursive: true })
  })
})

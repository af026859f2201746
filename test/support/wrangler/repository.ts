import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { install } from '../../../tools/deploy/install.ts'
import { readOptions } from '../../../tools/deploy/options.ts'
import { type Place, Run } from '../../../tools/deploy/run.ts'
import { publishable } from '../../../tools/scenarios/publishable.ts'
import { answer, callsIn } from './account.mjs'
import { execute } from './database.mjs'

export const scratch = () => mkdtempSync(join(tmpdir(), 'mettle-deploy-'))

/** A repository of our settings, migrations and one challenge, all in a commit. */
function makeRepository(): string {
  const root = scratch()
  for (const file of ['wrangler.toml', 'worker/signer/wrangler.toml'])
    cpSync(file, join(root, file))
  for (const file of ['worker/index.ts', 'worker/signer/index.ts']) cpSync(file, join(root, file))
  symlinkSync(resolve('migrations'), join(root, 'migrations'))
  mkdirSync(join(root, 'dist/assets'), { recursive: true })
  writeFileSync(join(root, 'dist/assets/app-1.js'), 'app')
  writeFileSync(join(root, '.gitignore'), '.local/\n')
  for (const part of ['collaboration/hand-to-hand', 'rubrics'])
    cpSync(`scenarios/${part}`, join(root, 'scenarios', part), { recursive: true })
  git(root, 'init', '-q')
  commit(root)
  return root
}

const git = (root: string, ...args: string[]) => execFileSync('git', args, { cwd: root })
const author = ['-c', 'user.name=test', '-c', 'user.email=test@mettle.example']

export function commit(root: string): void {
  git(root, 'add', '-A')
  git(root, ...author, 'commit', '-q', '--no-verify', '-m', 'a change')
}

export const root = makeRepository()
const challenges = publishable(join(root, 'scenarios'))

const words = (text: string) => text.split(' ')
export const everyAnswer = [
  ...words('--origin https://mettle.college.example --plan paid --mail platform --jurisdiction eu'),
  '--sender',
  'Mettle <hello@college.example>',
]

interface Version {
  id: string
  vars: Record<string, string>
}

interface DeployedWorker {
  live: string
  secrets: Record<string, string>
  versions: [Version, ...Version[]]
}

/** What the stand-in keeps: see commands.mjs. */
interface Cloudflare {
  databases: { uuid: string; name: string }[]
  namespaces: object[]
  workers: { 'mettle-signer'?: DeployedWorker; mettle?: DeployedWorker }
  usage?: { database_size: number }
}

/** A computer with this repository, an account on Cloudflare, and a person without a terminal. */
export class Computer {
  readonly folder = scratch()
  readonly account = join(this.folder, 'account')
  readonly place: Place
  /** All that was ever printed. */
  readonly printed: string[] = []
  fail = ''

  constructor(smokeAt: string) {
    this.place = {
      root,
      home: join(this.folder, '.local'),
      keysHome: join(this.folder, 'keys'),
      wrangler: (args) => answer(args, { folder: this.account, fail: this.fail }),
      challenges: () => challenges,
      smokeAt,
      patience: { tries: 1, milliseconds: 1 },
      say: (line) => void this.printed.push(line),
    }
  }

  get calls(): string[][] {
    return callsIn(this.account).map(({ args }: { args: string[] }) => args)
  }

  /** What Cloudflare has. */
  get cloudflare(): Cloudflare {
    return JSON.parse(readFileSync(join(this.account, 'account.json'), 'utf8'))
  }

  set cloudflare(known: Cloudflare) {
    writeFileSync(join(this.account, 'account.json'), JSON.stringify(known))
  }

  get worker(): DeployedWorker {
    const { mettle } = this.cloudflare.workers
    if (!mettle) throw new Error('mettle is not deployed')
    return mettle
  }

  /** Runs SQL in a database, as the instance would. */
  inDatabase(name: 'mettle' | 'mettle-vault', sql: string): void {
    const { databases } = this.cloudflare
    const found = databases.find((one) => one.name === name)
    execute(join(this.account, `${found?.uuid}.sqlite`), sql, true)
  }

  run(args: string[] = []): Run {
    return new Run(this.place, readOptions(args))
  }

  /** Runs the installer; returns what this run printed. */
  async deploy(args: string[] = [], { fail = '' } = {}): Promise<{ code: number; text: string }> {
    const before = this.printed.length
    this.fail = fail
    const code = await install(this.run(args))
    this.fail = ''
    return { code, text: this.printed.slice(before).join('\n') }
  }
}

/** What an instance answers to `/health`, and anything else by its path. */
export async function serve(answers: Record<string, unknown>) {
  const server = createServer((request, response) => {
    const found = answers[request.url ?? '']
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify(found ?? {}))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { address: `http://127.0.0.1:${port}`, stop: () => server.close() }
}

const ok = { ok: true }
export const healthy = {
  ok: true,
  environment: 'production',
  version: '0.1.0',
  checks: {
    mail: { ok: true, carrier: 'platform' },
    signer: ok,
    vault: ok,
    tick: { ok: true, ageSeconds: 20 },
    migrations: { ok: true, applied: 47, expected: 47 },
    sealed: ok,
  },
}

import { existsSync, globSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { Miniflare, Response, convertV4MiniflareOptions } from 'miniflare'

import { reading, tableNames } from '../backup/database-file.ts'
import type { InstanceFiles } from '../backup/instance-files.ts'
import { databaseNames } from '../backup/manifest.ts'
import { bundle } from '../bundle.ts'

const compatibilityDate = '2026-10-20'
const origin = 'https://scratch.example'

/** The secrets of each Worker. A drill has none: it needs no more than a page that shows. */
type Secrets = Record<'main' | 'signer', Record<string, string>>
const noSecrets: Secrets = { main: {}, signer: { ISSUER_SEEDS: '', WRAPPING_KEYS: '' } }

export interface Scratch {
  /** Where the two databases are now. */
  files: InstanceFiles
  get(path: string, headers?: Record<string, string>): Promise<{ status: number; text: string }>
  /** Does what the cron does for erasures in the minutes after a restore. */
  erase(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts the product's two Workers in workerd over two restored databases, which it moves into `folder`. They
 * have no secrets and no salts: they open no sealed text, sign nothing and mail nobody.
 */
export async function startScratch(
  folder: string,
  files: InstanceFiles,
  secrets: Secrets = noSecrets,
): Promise<Scratch> {
  const options = convertV4MiniflareOptions({
    workers: await workers(secrets),
    resourcePersistencePath: folder,
    // Notes that need a secret fail here, and say so: nobody needs to read it.
    handleStructuredLogs: () => {},
  })
  const placed = await place(options, folder, files)
  const miniflare = new Miniflare(options)
  const send = async (method: string, path: string, headers: Record<string, string> = {}) => {
    const response = await miniflare.dispatchFetch(`${origin}${path}`, { method, headers })
    return { status: response.status, text: await response.text() }
  }
  return {
    files: placed,
    get: (path, headers) => send('GET', path, headers),
    async erase() {
      const { status } = await send('POST', '/drill/erasures')
      if (status !== 200) throw new Error(`The erasures could not run: ${status}`)
    },
    stop: () => miniflare.dispose(),
  }
}

/** Puts the restored files where workerd keeps its databases, under the names that it has given them. */
async function place(
  options: ConstructorParameters<typeof Miniflare>[0],
  folder: string,
  files: InstanceFiles,
): Promise<InstanceFiles> {
  const placed = { ...files }
  const empty = new Miniflare(options)
  const bindings = {
    main: { binding: 'DB', worker: 'mettle' },
    vault: { binding: 'VAULT_DB', worker: 'mettle-signer' },
  }
  for (const name of databaseNames) {
    const { binding, worker } = bindings[name]
    const db = await empty.getD1Database(binding, worker)
    await db.prepare(`CREATE TABLE place_of_${name} (n INTEGER)`).run()
  }
  await empty.dispose()
  for (const path of globSync(`${folder}/d1/**/*.sqlite`)) {
    const tables = reading(path, tableNames)
    const name = databaseNames.find((each) => tables.includes(`place_of_${each}`))
    if (!name) continue
    // What is left of the empty database would be read as changes of the restored one.
    for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`, { force: true })
    renameSync(files[name], path)
    placed[name] = path
  }
  return placed
}

async function workers(secrets: Secrets) {
  const [main, signer] = await Promise.all([
    bundle('tools/restore/drill-worker.ts'),
    bundle('worker/signer/index.ts'),
  ])
  const limit = { namespace_id: '1', simple: { limit: 1_000_000, period: 60 as const } }
  const signerOf = (entrypoint: string) => ({ name: 'mettle-signer', entrypoint })
  return [
    {
      name: 'mettle',
      modules: [{ type: 'ESModule' as const, path: 'main.js', contents: main }],
      compatibilityDate,
      bindings: {
        ENVIRONMENT: 'local',
        APP_ORIGIN: origin,
        MAIL_FROM: 'Drill <drill@scratch.example>',
        ...secrets.main,
      },
      d1Databases: { DB: 'drill-main' },
      ratelimits: { BY_ADDRESS: limit, BY_ACCOUNT: limit, BY_SIGN_IN: limit },
      serviceBindings: {
        ASSETS: (request: { url: string }) => respondWithFile(new URL(request.url).pathname),
        SIGNER: signerOf('Signer'),
        VAULT: signerOf('Vault'),
      },
    },
    {
      name: 'mettle-signer',
      modules: [{ type: 'ESModule' as const, path: 'signer.js', contents: signer }],
      compatibilityDate,
      bindings: secrets.signer,
      d1Databases: { VAULT_DB: 'drill-vault' },
      kvNamespaces: { WRAPPING_SALTS: 'drill-salts' },
    },
  ]
}

function respondWithFile(pathname: string): Response {
  const path = join('dist', pathname)
  if (!path.startsWith('dist') || !existsSync(path)) return new Response('', { status: 404 })
  return new Response(readFileSync(path))
}

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

import { type Worker, main, signer } from '../deploy/workers.ts'
import type { DatabaseName } from './manifest.ts'
import { Refusal } from './refusal.ts'

const databaseOf = ({ name, config, database }: Worker) => ({
  name: database.name,
  config,
  deployed: `.local/deploy/${name}.json`,
})

/** The databases of an instance, each with the configuration that names it on this computer. */
export const databases: Record<DatabaseName, ReturnType<typeof databaseOf>> = {
  main: databaseOf(main),
  vault: databaseOf(signer),
}

/**
 * The configuration of the deployed database: what `npm run deploy` wrote, with its id. On another computer, such as
 * that of the nightly job, the committed one, with which wrangler looks for the database by its name.
 */
export function deployedConfig(database: DatabaseName): string {
  const { config, deployed } = databases[database]
  return existsSync(deployed) ? deployed : config
}

/** Such as `['d1', 'execute', 'mettle', '-c', …]`, for the deployed database. */
export const onDeployed = (database: DatabaseName, ...command: string[]) => [
  'd1',
  ...command,
  databases[database].name,
  '-c',
  deployedConfig(database),
]

/** Runs wrangler to its end and returns what it prints. `METTLE_WRANGLER` is for tests. */
export function wrangler(...words: string[]): string {
  const program = process.env['METTLE_WRANGLER'] ?? 'node_modules/wrangler/bin/wrangler.js'
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, CI: '1', NO_COLOR: '1', WRANGLER_SEND_METRICS: 'false' },
  })
  if (status === 0) return stdout
  throw new Refusal(`wrangler ${words.slice(0, 3).join(' ')} failed. Are you signed in to Cloudflare?
If not: npx wrangler login. wrangler says:\n${stderr || stdout}`)
}

/** The rows of a query on a deployed database. */
export function askRemote(database: DatabaseName, sql: string): unknown[] {
  const execute = onDeployed(database, 'execute')
  const printed = wrangler(...execute, '--remote', '--json', '--yes', '--command', sql)
  const answer: { results?: unknown[] }[] = JSON.parse(printed)
  return answer.flatMap(({ results = [] }) => results)
}

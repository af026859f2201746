import { spawnSync } from 'node:child_process'

import { publishable } from '../scenarios/publishable.ts'
import { statements } from '../scenarios/transport.ts'
import { firstAdminToken, linkText } from '../setup/first-admin.mjs'
import { workers } from '../deploy/workers.ts'
import { bundleOf, configOf, origin, writeConfigs } from './home.ts'
import type { Instance } from './instance.ts'

/** Bundles both Workers with the configuration and the arguments of a deploy. Sends nothing. */
export function pack(home: string): void {
  writeConfigs(home)
  for (const { name } of workers) {
    const config = configOf(home, name)
    wrangler(['deploy', '-c', config, '--dry-run', '--outdir', bundleOf(home, name)])
  }
}

/** Applies the migrations of both databases. */
export function migrate(home: string): void {
  for (const { name, database } of workers) {
    const config = configOf(home, name)
    wrangler(['d1', 'migrations', 'apply', database.name, '-c', config, ...here(home)])
  }
}

/**
 * Sends challenges as SQL, in parts, as a deploy does. Returns their ids. The cron joins and publishes
 * them.
 */
export async function sendChallenges(
  instance: Instance,
  folders: readonly string[],
): Promise<string[]> {
  const publications = publishable('scenarios', folders)
  if (!publications) throw new Error('A challenge cannot be published. The findings are above.')
  const parts = await Promise.all(publications.map((publication) => statements(publication)))
  await instance.execute(parts.flat().join(''))
  return publications.map(({ version }) => version.challenge.id)
}

/** The link that a deploy prints for the first admin. */
export async function firstAdminLink(instance: Instance): Promise<string> {
  const { token, sql } = firstAdminToken(Date.now())
  await instance.execute(sql)
  return /https:\S+/.exec(linkText(origin, token))?.[0] ?? ''
}

const here = (home: string) => ['--local', '--persist-to', home]

function wrangler(args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/wrangler/bin/wrangler.js', ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, CI: '1', NO_COLOR: '1', WRANGLER_SEND_METRICS: 'false' },
    },
  )
  if (status !== 0) throw new Error(`wrangler ${args.join(' ')} failed:\n${stdout}${stderr}`)
}

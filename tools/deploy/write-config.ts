import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'

import { parse } from 'smol-toml'

import type { Answers, Recorded } from './record.ts'
import { type Worker, main } from './workers.ts'

/** The keys that we read; all others are passed on. */
interface Config {
  main: string
  vars?: Record<string, string>
  assets?: { directory: string }
  limits?: object
  send_email?: object
  kv_namespaces?: { preview_id?: string }[]
  d1_databases: { migrations_dir: string; preview_database_id?: string }[]
}

interface Instance {
  answers: Answers
  ids: Recorded['ids'] | undefined
}

/** Writes the configuration of one Worker as JSON: the committed one with the answers and the ids. */
export function writeConfig(
  worker: Worker,
  { file, root, answers, ids }: Instance & { file: string; root: string },
): void {
  const source = resolve(root, worker.config)
  const committed = parse(readFileSync(source, 'utf8')) as unknown as Config
  const moved = (path: string) =>
    relative(dirname(file), resolve(dirname(source), path)).replaceAll('\\', '/')
  const { limits, send_email: sendEmail, ...rest } = committed
  const config = {
    ...rest,
    account_id: answers.account,
    main: moved(committed.main),
    // The free plan has a limit of its own, and refuses this key.
    ...(answers.plan === 'paid' && limits && { limits }),
    ...(answers.mail === 'platform' && sendEmail && { send_email: sendEmail }),
    ...(worker === main && { ...addressOf(answers), vars: varsOf(committed.vars, answers) }),
    ...(committed.assets && {
      assets: { ...committed.assets, directory: moved(committed.assets.directory) },
    }),
    ...(committed.kv_namespaces && {
      kv_namespaces: committed.kv_namespaces.map((namespace) => ({
        ...namespace,
        preview_id: undefined,
        ...(ids?.salts && { id: ids.salts }),
      })),
    }),
    // The ids of a laptop are left out: JSON has no undefined.
    d1_databases: committed.d1_databases.map((database) => ({
      ...database,
      preview_database_id: undefined,
      migrations_dir: moved(database.migrations_dir),
      ...(ids?.[worker.database.id] && { database_id: ids[worker.database.id] }),
    })),
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(config, null, 2))
}

/** A custom domain, whose DNS entry and certificate Cloudflare makes; or the address of an account. */
function addressOf({ origin }: Answers) {
  const { host } = new URL(origin)
  if (host.endsWith('.workers.dev')) return { workers_dev: true }
  return { workers_dev: false, routes: [{ pattern: host, custom_domain: true }] }
}

function varsOf(committed: Record<string, string> | undefined, answers: Answers) {
  return {
    ...committed,
    ENVIRONMENT: 'production',
    APP_ORIGIN: answers.origin,
    MAIL_FROM: answers.sender,
    MAIL_CARRIER: answers.mail,
    PLAN: answers.plan,
    ...(answers.pilot && { PILOT: 'yes' }),
  }
}

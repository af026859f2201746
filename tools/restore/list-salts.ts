import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

import * as v from 'valibot'

import { Refusal } from '../backup/refusal.ts'
import { databases, deployedConfig, wrangler } from '../backup/wrangler.ts'
import { saltsName } from '../deploy/workers.ts'

/**
 * The names of the salts that an instance has: the one in `home`, or the deployed one. Never the salts: see
 * docs/decisions/019-wrapping-epochs.md.
 */
export function listSalts(home: string | undefined): string[] {
  const namespace =
    home === undefined
      ? ['--namespace-id', deployedId(), '-c', deployedConfig('vault'), '--remote']
      : ['--namespace-id', localId(), '--local', '--persist-to', resolve(home)]
  const keys: unknown = JSON.parse(wrangler('kv', 'key', 'list', ...namespace))
  return v.parse(v.array(v.object({ name: v.string() })), keys).map(({ name }) => name)
}

/** Looked for by its name: the committed configuration, which another computer has, knows no id. */
function deployedId(): string {
  const listed: unknown = JSON.parse(
    wrangler('kv', 'namespace', 'list', '-c', deployedConfig('vault')),
  )
  const namespaces = v.parse(v.array(v.object({ id: v.string(), title: v.string() })), listed)
  const found = namespaces.find(({ title }) => title === saltsName)
  if (!found) throw new Refusal(`The account has no namespace ${saltsName}: the salts are gone.`)
  return found.id
}

/** `wrangler dev` keeps a namespace under its `preview_id`, or else under its `id`. */
function localId(): string {
  const [, section = ''] = readFileSync(databases.vault.config, 'utf8').split('[[kv_namespaces]]')
  const id = /^preview_id = "(\w+)"/m.exec(section) ?? /^id = "(\w+)"/m.exec(section)
  if (!id?.[1]) throw new Refusal(`${databases.vault.config} names no namespace for the salts.`)
  return id[1]
}

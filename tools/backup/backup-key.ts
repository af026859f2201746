import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

import * as v from 'valibot'

import { Refusal } from './refusal.ts'

/** Keys by their name; `current` seals new backups, the others open older ones. */
const BackupKeys = v.strictObject({
  current: v.string(),
  keys: v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
})
type BackupKeys = v.InferOutput<typeof BackupKeys>

export interface BackupKey {
  id: string
  bytes: Buffer
}

type Environment = Record<string, string | undefined>

/**
 * The file of the backup key: outside of the repository, and in another folder than the secrets that
 * `npm run deploy` makes, because the backup key and the wrapping key must never be in one place.
 */
export function keyFile(env: Environment): string {
  const configuration = env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
  return env['METTLE_BACKUP_KEY_FILE'] ?? join(configuration, 'mettle-backup', 'backup-key.json')
}

/** The key that seals a new backup. `made`: it was made now, so somebody must keep a copy. */
export function currentKey(env: Environment): BackupKey & { made: boolean } {
  const made = !env['METTLE_BACKUP_KEY'] && !existsSync(keyFile(env))
  const keys = made ? addKey(env) : readKeys(env)
  return { ...keyOf(keys, keys.current), made }
}

/** The key with this name, which a backup names. */
export const keyNamed = (env: Environment, id: string) => keyOf(readKeys(env), id)

/** Adds a key and makes it the current one. The file is replaced at once or not at all. */
export function addKey(env: Environment): BackupKeys {
  const path = keyFile(env)
  const known = existsSync(path) ? readKeys({ ...env, METTLE_BACKUP_KEY: undefined }) : undefined
  const id = String(Math.max(0, ...Object.keys(known?.keys ?? {}).map(Number)) + 1)
  const key = randomBytes(32).toString('hex')
  const keys = { current: id, keys: { ...known?.keys, [id]: key } }
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.new`, `${JSON.stringify(keys)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return keys
}

function readKeys(env: Environment): BackupKeys {
  const path = keyFile(env)
  const given = env['METTLE_BACKUP_KEY']
  if (!given && !existsSync(path)) {
    throw new Refusal(`There is no backup key in ${path}. Put your copy there (chmod 600).`)
  }
  if (!given && (statSync(path).mode & 0o077) !== 0) {
    throw new Refusal(`Others can read the backup key. Run: chmod 600 ${path}`)
  }
  const where = given ? 'METTLE_BACKUP_KEY' : path
  // Not the error of the parser, which can show a piece of the key.
  const keys = v.safeParse(BackupKeys, parsed(given ?? readFileSync(path, 'utf8')))
  if (!keys.success) throw new Refusal(`${where} does not hold a backup key.`)
  return keys.output
}

function keyOf({ keys }: BackupKeys, id: string): BackupKey {
  const key = keys[id]
  if (!key)
    throw new Refusal(`This backup needs backup key ${id}, which is not in the file of keys.`)
  return { id, bytes: Buffer.from(key, 'hex') }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

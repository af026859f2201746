import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import { secrets as kinds } from '../keys/secrets.mjs'
import type { Run } from './run.ts'
import type { Worker } from './workers.ts'

/** The secrets of one Worker, as the text that it gets, by name. */
export type Secrets = Record<string, string>

/** The names of the secrets that we make ourselves. */
export const madeFor = ({ name }: Worker): string[] =>
  Object.values(kinds)
    .filter(({ worker }) => (worker === 'main') === (name === 'mettle'))
    .map(({ variable }) => variable)

export function newSecret(): string {
  return JSON.stringify({ current: '1', keys: { 1: randomBytes(32).toString('hex') } })
}

/** Reads a file of secrets, and tells wrangler's printer what it must never print. */
export function readSecrets(run: Run, { name }: Worker): Secrets {
  const file = run.secretsOf(name)
  const found: Secrets = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  for (const text of Object.values(found)) hide(run, text)
  return found
}

/** Only the owner can read the file, and a crash leaves the old one whole. */
export function writeSecrets(file: string, secrets: Secrets): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** The whole text, and each key in it. */
export function hide(run: Run, text: string): void {
  for (const [key] of text.matchAll(/[\da-f]{64}/g)) run.wrangler.secrets.add(key)
  run.wrangler.secrets.add(text)
}

/** Names a value without telling it: the values are 32 random bytes and more. */
export const fingerprint = (text: string) =>
  createHash('sha256').update(text).digest('hex').slice(0, 16)

/** The names of the secrets that a Worker has; none if it does not exist yet. */
export function namesOnWorker(run: Run, { name }: Worker): string[] {
  const listed = run.wrangler.jsonIfThere(['secret', 'list', '--name', name])
  return ((listed ?? []) as { name: string }[]).map((secret) => secret.name)
}

import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Answers } from '../deploy/record.ts'
import { madeFor, newSecret } from '../deploy/secrets.ts'
import { type Worker, workers } from '../deploy/workers.ts'
import { writeConfig } from '../deploy/write-config.ts'
import type { Certificate } from './certificate.ts'

export const origin = 'https://mettle.example'
export const host = new URL(origin).host

export type WorkerName = Worker['name']

/** What an operator would answer to the installer. */
const answers: Answers = {
  origin,
  plan: 'free',
  mail: 'http',
  sender: `Mettle <hello@${host}>`,
  jurisdiction: 'none',
  account: 'no-account',
  pilot: false,
}

/** The configuration of a Worker that an installation with these answers writes. */
export const configOf = (home: string, name: WorkerName) => join(home, 'config', `${name}.json`)

export function writeConfigs(home: string): void {
  for (const worker of workers) {
    const file = configOf(home, worker.name)
    const ids = { database: 'mettle', vault: 'mettle-vault', salts: 'mettle-wrapping-salts' }
    writeConfig(worker, { file, root: process.cwd(), answers, ids })
  }
}

/**
 * Makes the folder of one rehearsal: data, bundles, secrets, certificate and log. What is in it
 * outlives a `kill -9`.
 */
export function makeHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'mettle-rehearsal-'))
  for (const part of ['secrets', 'bundles']) mkdirSync(join(home, part), { mode: 0o700 })
  return home
}

export const bundleOf = (home: string, name: WorkerName) => join(home, 'bundles', name)
export const logOf = (home: string) => join(home, 'workers.log')

/** New keys, without the mark of a development key. Each Worker gets a file, as a deploy has one. */
export function makeSecrets(home: string): void {
  for (const worker of workers) {
    const { name } = worker
    const secrets = Object.fromEntries(madeFor(worker).map((key) => [key, newSecret()]))
    const own = name === 'mettle' ? { MAIL_API_KEY: `re_${randomBytes(16).toString('hex')}` } : {}
    keep(join(home, 'secrets', name), { ...secrets, ...own })
  }
}

export const readSecrets = (home: string, name: WorkerName): Record<string, string> =>
  read(join(home, 'secrets', name))

export const keepCertificate = (home: string, certificate: Certificate) =>
  keep(join(home, 'secrets', 'certificate'), certificate)

export const readCertificate = (home: string): Certificate =>
  read(join(home, 'secrets', 'certificate'))

function keep(path: string, value: object) {
  writeFileSync(`${path}.json`, JSON.stringify(value), { mode: 0o600 })
}

const read = (path: string) => JSON.parse(readFileSync(`${path}.json`, 'utf8'))

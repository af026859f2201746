import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import { parse, stringify } from 'smol-toml'

import type { Worker } from './workers.ts'

/** What an instance is. The first award fixes the origin. */
export interface Answers {
  origin: string
  plan: 'free' | 'paid'
  mail: 'platform' | 'http'
  sender: string
  jurisdiction: 'eu' | 'none'
  /** The id of the Cloudflare account. */
  account: string
  pilot: boolean
}

/** `.local/deploy.toml`: answers, and what Cloudflare told us. It holds no secret. */
export interface Recorded extends Partial<Answers> {
  /** The ids of what was made on Cloudflare. */
  ids?: { database?: string; vault?: string; salts?: string }
  /** When the secrets were made, and the folder that they are in. */
  keys?: { made: string; folder: string }
  /**
   * For each secret that this computer gave to a Worker, the start of its SHA-256: a secret that was
   * changed here since then is given again.
   */
  given?: Record<string, string>
  /** What there was before the last deploy, which is the way back. `release` names that deploy. */
  before?: Before
}

export interface Before {
  release: string
  /** When this deploy began: ISO 8601. */
  at?: string
  bookmarks?: Partial<Record<'database' | 'vault', string>>
  /** The version of each Worker, and the secrets that the deploy changed. */
  versions?: Partial<Record<Worker['name'], string>>
  changedSecrets?: string[]
}

const heading = `# Written by npm run deploy: your answers, and the ids of what it made on Cloudflare. There are no secrets here.
# Keep a copy with your notes. You can change plan, mail, sender and pilot. Then run npm run deploy again.
`

export function readRecord(file: string): Recorded {
  return existsSync(file) ? parse(readFileSync(file, 'utf8')) : {}
}

/** A crash leaves the old file whole. */
export function saveRecord(file: string, recorded: Recorded): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, heading + stringify(recorded))
  renameSync(`${file}.new`, file)
}

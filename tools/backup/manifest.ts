import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import * as v from 'valibot'

import type { BackupKey } from './backup-key.ts'
import { Refusal } from './refusal.ts'

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

const Stored = v.strictObject({
  file: v.pipe(v.string(), v.regex(/^[a-z.]+$/)),
  bytes: v.number(),
  sha256,
  plainSha256: sha256,
  /** Rows of each table. */
  counts: v.record(v.string(), v.number()),
  migrations: v.array(v.string()),
})

/** What a backup is, in plain text. The counts name nobody. */
export const Manifest = v.strictObject({
  format: v.literal(1),
  /** The moment before which everything is in the backup: its main database was copied after it. */
  moment: v.pipe(v.string(), v.isoTimestamp()),
  source: v.picklist(['local', 'remote']),
  version: v.string(),
  key: v.string(),
  databases: v.strictObject({ main: Stored, vault: Stored }),
  /** HMAC-SHA-256 of all of the above, so that nobody without the backup key makes or changes one. */
  code: sha256,
})
export type Manifest = v.InferOutput<typeof Manifest>
export type Stored = v.InferOutput<typeof Stored>

/** Also the files' names in a backup, and part of what is authenticated. */
export const databaseNames = ['main', 'vault'] as const
export type DatabaseName = (typeof databaseNames)[number]

export const manifestFile = 'manifest.json'
const folder = /^mettle-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/

/** A folder has this name only once it is whole. Names sort by time. */
export const folderName = (moment: string) => `mettle-${moment.replaceAll(/[:.]/g, '-')}`

/** The backups in a folder, the newest first. One that was cut off has another name or no manifest. */
export function listBackups(inside: string): string[] {
  if (!existsSync(inside)) return []
  return readdirSync(inside)
    .filter((name) => folder.test(name) && existsSync(join(inside, name, manifestFile)))
    .toSorted()
    .toReversed()
    .map((name) => join(inside, name))
}

/** The backup in this folder, which is one itself or holds some. */
export function newestBackup(inside: string): string {
  if (existsSync(join(inside, manifestFile))) return inside
  const [newest] = listBackups(inside)
  if (!newest) throw new Refusal(`There is no whole backup in ${inside}.`)
  return newest
}

export function codeOf(described: Omit<Manifest, 'code'>, key: BackupKey): string {
  const own = Buffer.from(hkdfSync('sha256', key.bytes, '', 'mettle backup v1|manifest', 32))
  return createHmac('sha256', own).update(JSON.stringify(described)).digest('hex')
}

/** Reads a manifest and checks its code with the key that it names. */
export function readManifest(backup: string, keyNamed: (id: string) => BackupKey): Manifest {
  const path = join(backup, manifestFile)
  if (!existsSync(path)) throw new Refusal(`There is no whole backup in ${backup}.`)
  const read = v.safeParse(Manifest, parsed(readFileSync(path, 'utf8')))
  if (!read.success) throw new Refusal(`${path} is damaged, or from another version of Mettle.`)
  const { code, ...described } = read.output
  const expected = codeOf(described, keyNamed(described.key))
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(code))) {
    throw new Refusal(`${path} was changed, or made with another backup key.`)
  }
  return read.output
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { BackupKey } from './backup-key.ts'
import { factsOf, faultsOf } from './database-file.ts'
import type { InstanceFiles } from './instance-files.ts'
import {
  type DatabaseName,
  type Manifest,
  type Stored,
  codeOf,
  folderName,
  manifestFile,
} from './manifest.ts'
import { dropLeft, inPlainFolder } from './plain-folder.ts'
import { Refusal } from './refusal.ts'
import { sealFile } from './sealed-file.ts'

interface Source {
  source: Manifest['source']
  version: string
  copy: (to: InstanceFiles) => Promise<void>
}

const partial = '.partial-'

/**
 * Makes a backup in a folder: both databases sealed, and the manifest. It is written under another
 * name, which it loses as the last step, so a backup that was cut off is never taken for a whole one. Returns
 * its path.
 */
export async function takeBackup(
  source: Source,
  key: BackupKey,
  inside: string,
  now: Date,
): Promise<{ path: string; manifest: Manifest }> {
  mkdirSync(inside, { recursive: true })
  dropLeft(inside, partial, now.getTime())
  const moment = now.toISOString()
  const unfinished = join(inside, `${partial}${folderName(moment)}`)
  mkdirSync(unfinished, { mode: 0o700 })
  try {
    const manifest = await inPlainFolder(tmpdir(), (plain) =>
      seal(source, key, { plain, into: unfinished, moment }),
    )
    const path = join(inside, folderName(moment))
    renameSync(unfinished, path)
    return { path, manifest }
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

async function seal(
  { source, version, copy }: Source,
  key: BackupKey,
  { plain, into, moment }: { plain: string; into: string; moment: string },
): Promise<Manifest> {
  const copies = { main: join(plain, 'main'), vault: join(plain, 'vault') }
  await copy(copies)
  const main = await store('main', copies.main, key, into)
  const vault = await store('vault', copies.vault, key, into)
  const databases = { main, vault }
  const described = { format: 1 as const, moment, source, version, key: key.id, databases }
  const manifest = { ...described, code: codeOf(described, key) }
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  writeFileSync(join(into, manifestFile), text, { mode: 0o600, flush: true })
  return manifest
}

async function store(
  name: DatabaseName,
  copy: string,
  key: BackupKey,
  into: string,
): Promise<Stored> {
  const [fault] = faultsOf(copy)
  // It could not be restored either. The backups from before are the ones to keep.
  if (fault)
    throw new Refusal(`The ${name} database is not sound: ${fault}. There is no new backup.`)
  const file = `${name}.sealed`
  return { file, ...(await sealFile(key.bytes, name, copy, join(into, file))), ...factsOf(copy) }
}

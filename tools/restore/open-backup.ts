import { join } from 'node:path'

import type { BackupKey } from '../backup/backup-key.ts'
import { factsOf, faultsOf } from '../backup/database-file.ts'
import type { InstanceFiles } from '../backup/instance-files.ts'
import { type Manifest, databaseNames, readManifest } from '../backup/manifest.ts'
import { Refusal } from '../backup/refusal.ts'
import { openFile } from '../backup/sealed-file.ts'

export interface Opened {
  manifest: Manifest
  files: InstanceFiles
}

/**
 * Opens both databases of a backup into a folder, and compares them with the manifest: hashes, rows of each table,
 * migrations. Throws a Refusal if anything differs.
 */
export async function openBackup(
  backup: string,
  keyNamed: (id: string) => BackupKey,
  folder: string,
): Promise<Opened> {
  const manifest = readManifest(backup, keyNamed)
  const key = keyNamed(manifest.key)
  const files = { main: join(folder, 'main'), vault: join(folder, 'vault') }
  await Promise.all(
    databaseNames.map((name) => {
      const { file, sha256, plainSha256 } = manifest.databases[name]
      const sealed = { path: join(backup, file), sha256, plainSha256 }
      return openFile(key.bytes, name, sealed, files[name])
    }),
  )
  for (const name of databaseNames) compare(name, files[name], manifest)
  return { manifest, files }
}

function compare(name: (typeof databaseNames)[number], path: string, manifest: Manifest): void {
  const { counts, migrations } = manifest.databases[name]
  const found = factsOf(path)
  const tables = new Set([...Object.keys(counts), ...Object.keys(found.counts)])
  const other = [...tables].find((table) => counts[table] !== found.counts[table])
  if (other) {
    throw new Refusal(
      `${other} has ${found.counts[other] ?? 'no'} rows, and ${counts[other] ?? 'none'} in the manifest.`,
    )
  }
  if (migrations.join() !== found.migrations.join()) throw new Refusal(`${name}: other migrations.`)
  const [fault] = faultsOf(path)
  if (fault) throw new Refusal(`The ${name} database is not sound: ${fault}`)
}

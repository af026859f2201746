import { rmSync } from 'node:fs'
import { basename } from 'node:path'

import { folderName, listBackups } from './manifest.ts'

const keptMs = 30 * 86_400_000

/**
 * Deletes the backups that are older than 30 days, by the time in their names. The newest stays whatever its
 * age: the job that makes them could be what stopped. Returns how many went.
 */
export function endOldBackups(inside: string, now: Date): number {
  const oldest = folderName(new Date(now.getTime() - keptMs).toISOString())
  const [, ...older] = listBackups(inside)
  const over = older.filter((path) => basename(path) < oldest)
  for (const path of over) rmSync(path, { recursive: true })
  return over.length
}

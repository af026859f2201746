// `npm run backup -- --to DIR`: seals a copy of both databases of this computer's instance, or with
// `--remote` of the deployed one. `-- new-key` changes the backup key.
import { realpathSync } from 'node:fs'
import { sep } from 'node:path'
import { parseArgs } from 'node:util'

import { addKey, currentKey, keyFile } from './backup/backup-key.ts'
import { copyLocal } from './backup/copy-local.ts'
import { copyRemote } from './backup/copy-remote.ts'
import { endOldBackups } from './backup/end-old.ts'
import { filesOf } from './backup/instance-files.ts'
import type { Manifest } from './backup/manifest.ts'
import { markLocal, markRemote } from './backup/mark-time.ts'
import { Refusal, runCommand, say } from './backup/refusal.ts'
import { takeBackup } from './backup/take-backup.ts'
import { versionOf } from './backup/version.ts'
import { findPort, homeOf } from './start/instance.mjs'

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { to: { type: 'string' }, remote: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  if (positionals[0] === 'new-key') return changeKey()
  if (!values.to || positionals.length > 0) {
    throw new Refusal(
      'Say where: npm run backup -- --to <folder> (and --remote for the deployed instance)',
    )
  }
  await backUp(values.to, values.remote)
})

async function backUp(to: string, remote: boolean): Promise<void> {
  const now = new Date()
  const files = remote ? undefined : filesOf(homeOf(Number(process.env['PORT'] ?? findPort())))
  const key = currentKey(process.env)
  if (key.made) sayNewKey(key.id)
  const { path, manifest } = await takeBackup(
    {
      source: files ? 'local' : 'remote',
      version: versionOf(),
      copy: (copies) => (files ? copyLocal(files, copies) : copyRemote(copies)),
    },
    key,
    to,
    now,
  )
  if (files) markLocal(files.main, now.getTime())
  else markRemote(now.getTime())
  const ended = endOldBackups(to, now)
  say(`A backup of ${summary(manifest)} is in ${path}.`)
  if (ended > 0) say(`Deleted ${ended} backups that are older than 30 days.`)
  if (isBeside(to)) {
    say(`Warning: the backup key is in the same folder. Move it: ${keyFile(process.env)}`)
  }
}

function changeKey(): void {
  sayNewKey(addKey(process.env).current)
  say('New backups are sealed with it. Older ones need the keys that are in the file beside it.')
}

function sayNewKey(id: string): void {
  say(`Made backup key ${id} in ${keyFile(process.env)}. Keep a copy of this file on paper or in a safe, and not
where the wrapping key is: without it no backup can be opened.`)
}

function summary({ databases: { main, vault } }: Manifest): string {
  const rows = Object.values(main.counts).reduce((sum, count) => sum + count, 0)
  const size = ((main.bytes + vault.bytes) / 1e6).toFixed(1)
  return `${rows} rows and ${vault.counts['owner_keys'] ?? 0} keys of owners (${size} MB)`
}

/** Whether somebody who copies the backups copies the key with them. */
function isBeside(to: string): boolean {
  if (process.env['METTLE_BACKUP_KEY']) return false
  return realpathSync(keyFile(process.env)).startsWith(`${realpathSync(to)}${sep}`)
}

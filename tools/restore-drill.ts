// `npm run restore-drill`: restores the newest backup of `--from DIR` into a scratch instance on this
// computer and uses it. Without `--from`, it makes a backup of this computer's instance first. It changes nothing:
// `npm run restore` does. `--remote` takes later erasures from the deployed instance.
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { keyNamed } from './backup/backup-key.ts'
import { copyLocal } from './backup/copy-local.ts'
import { filesOf, instanceFiles } from './backup/instance-files.ts'
import { newestBackup } from './backup/manifest.ts'
import { inPlainFolder } from './backup/plain-folder.ts'
import { runCommand, say } from './backup/refusal.ts'
import { takeBackup } from './backup/take-backup.ts'
import { versionOf } from './backup/version.ts'
import { askRemote } from './backup/wrangler.ts'
import { askLocal } from './restore/ask.ts'
import { drill } from './restore/drill.ts'
import { listSalts } from './restore/list-salts.ts'
import { findPort, homeOf } from './start/instance.mjs'

const home = homeOf(Number(process.env['PORT'] ?? findPort()))

await runCommand(async () => {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, remote: { type: 'boolean', default: false } },
  })
  const started = performance.now()
  await inPlainFolder(tmpdir(), async (folder) => {
    const files = instanceFiles(home)
    const ask = values.remote ? askRemote : files && askLocal(files)
    await drill({
      ...(values.from ? stored(values.from) : await made(join(folder, 'backups'))),
      ask,
      listSalts: ask && (() => listSalts(values.remote ? undefined : home)),
      folder,
      now: new Date(),
      say,
    })
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  say(`\nThe backup can be restored. The drill took ${seconds} s and left nothing behind.`)
})

function stored(inside: string) {
  return { backup: newestBackup(inside), keyNamed: (id: string) => keyNamed(process.env, id) }
}

/** A backup for this drill only, with a key that is in memory only. */
async function made(inside: string) {
  const files = filesOf(home)
  const key = { id: 'drill', bytes: randomBytes(32) }
  const copy = (copies: typeof files) => copyLocal(files, copies)
  const source = { source: 'local' as const, version: versionOf(), copy }
  const { path } = await takeBackup(source, key, inside, new Date())
  say('ok  Made a backup of the instance on this computer for the drill.')
  return { backup: path, keyNamed: () => key }
}

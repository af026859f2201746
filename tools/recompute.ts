// `npm run recompute`: works out every stored estimate again, from the numbers stored with it and from the ratings of
// its reviews. Reads this computer's instance (running or not), or a backup with `--from DIR`. Changes nothing. Prints
// each submission whose numbers differ, and exits 1 if there is one.
import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'

import { keyNamed } from './backup/backup-key.ts'
import { filesOf } from './backup/instance-files.ts'
import { newestBackup } from './backup/manifest.ts'
import { inPlainFolder } from './backup/plain-folder.ts'
import { runCommand, say } from './backup/refusal.ts'
import { recompute } from './recompute/recompute.ts'
import { openBackup } from './restore/open-backup.ts'
import { findPort, homeOf } from './start/instance.mjs'

await runCommand(async () => {
  const { values } = parseArgs({ options: { from: { type: 'string' } } })
  const differing = values.from
    ? await ofBackup(values.from)
    : recompute(filesOf(homeOf(Number(process.env['PORT'] ?? findPort()))).main, say)
  if (differing > 0) process.exitCode = 1
})

async function ofBackup(inside: string): Promise<number> {
  return inPlainFolder(tmpdir(), async (folder) => {
    const keys = (id: string) => keyNamed(process.env, id)
    const { files } = await openBackup(newestBackup(inside), keys, folder)
    return recompute(files.main, say)
  })
}

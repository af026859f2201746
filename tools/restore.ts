// `npm run restore`: puts a backup in the place of this computer's stopped instance (`--from DIR`), takes the deployed
// databases back to a moment (`--remote --time T`), or writes a backup as SQL for new databases (`--from DIR --sql OUT`).
// `--main-only` keeps the vault that is there.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { keyNamed } from './backup/backup-key.ts'
import { databaseNames, newestBackup } from './backup/manifest.ts'
import { inPlainFolder } from './backup/plain-folder.ts'
import { Refusal, runCommand, say } from './backup/refusal.ts'
import { applyMigrations } from './restore/apply-migrations.ts'
import { carryOverMain } from './restore/carry-over.ts'
import { dumpSql } from './restore/dump-sql.ts'
import { listSalts } from './restore/list-salts.ts'
import { type Opened, openBackup } from './restore/open-backup.ts'
import { restoreLocal } from './restore/restore-local.ts'
import { restoreRemote } from './restore/restore-remote.ts'
import { findPort, homeOf } from './start/instance.mjs'

// `environment.mjs` reads it when it is imported.
process.env['PORT'] ??= String(findPort())
const home = homeOf(Number(process.env['PORT']))
const now = new Date()
const usage = `Use one of:
  npm run restore -- --from <folder of backups>                 this computer, both databases
  npm run restore -- --from <folder> --main-only                the vault that is here stays
  npm run restore -- --from <folder> --sql <folder for the SQL> for new databases
  npm run restore -- --remote --time 2026-11-30T08:00:00Z       the deployed databases; --yes to do it`

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      sql: { type: 'string' },
      time: { type: 'string' },
      remote: { type: 'boolean', default: false },
      'main-only': { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
    },
  })
  const withVault = !values['main-only']
  if (values.remote && values.time) {
    return restoreRemote({ moment: new Date(values.time), withVault, really: values.yes, now, say })
  }
  if (!values.from || values.remote) throw new Refusal(usage)
  await withOpened(values.from, (opened) =>
    values.sql ? writeSql(opened, values.sql) : restoreHere(opened, withVault),
  )
})

async function restoreHere(opened: Opened, withVault: boolean): Promise<void> {
  const { answers } = await import('./start/environment.mjs')
  const { migrate } = await import('./start/prepare.mjs')
  if (await answers())
    throw new Refusal('The instance runs. Stop it first: Ctrl+C where it was started.')
  restoreLocal(opened, { home, withVault, migrate, listSalts: () => listSalts(home), now, say })
  say(`\nThe backup of ${opened.manifest.moment} is in place. What it replaced is in ${home}/replaced-…: delete it
when you do not need it. Next: npm start. In its first minutes it erases again who was erased since, 10 at a time.`)
}

/** For a new account: the erasures since are lost with the old one. */
async function writeSql({ files, manifest }: Opened, out: string): Promise<void> {
  mkdirSync(out, { recursive: true, mode: 0o700 })
  const more = { main: carryOverMain(undefined, now), vault: [] }
  for (const name of databaseNames) {
    applyMigrations(name, files[name])
    await dumpSql(files[name], join(out, `${name}.sql`), more[name])
  }
  say(`Both databases as of ${manifest.moment} are in ${out}, as plain text that must be deleted afterwards. Run:
  npx wrangler d1 execute mettle -c wrangler.toml --remote --yes --file ${out}/main.sql
  npx wrangler d1 execute mettle-vault -c worker/signer/wrangler.toml --remote --yes --file ${out}/vault.sql
Both databases must be new and empty. Erasures since then must be asked for again.`)
}

async function withOpened(from: string, work: (opened: Opened) => Promise<void>): Promise<void> {
  // Beside the databases, because a file can be moved into its place only on one disk.
  mkdirSync(home, { recursive: true })
  await inPlainFolder(home, async (folder) => {
    await work(await openBackup(newestBackup(from), (id) => keyNamed(process.env, id), folder))
  })
}

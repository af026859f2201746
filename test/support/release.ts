import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import type { InstanceFiles } from '../../tools/backup/instance-files.ts'
import { loadSql } from '../../tools/backup/load-sql.ts'

/**
 * The databases of the last release with its demo people, as an instance in `home`: migrations up to 0045. They were written
 * by `npm run restore -- --sql` from a demo whose secrets were those of `test-keys.ts`, without the tables of a
 * laptop. So what is sealed in them opens with `testWrappingKeys`, which wrap without a salt.
 */
export async function releasedInstance(home: string): Promise<InstanceFiles> {
  const folder = join(home, 'v3/d1/release')
  mkdirSync(folder, { recursive: true })
  const files = { main: join(folder, 'main.sqlite'), vault: join(folder, 'vault.sqlite') }
  await load('mettle', files.main)
  await load('mettle-vault', files.vault)
  return files
}

async function load(name: string, path: string): Promise<void> {
  const sql = `${path}.sql`
  writeFileSync(sql, gunzipSync(readFileSync(`test/outside/release/${name}.sql.gz`)))
  await loadSql(sql, path)
  rmSync(sql)
}

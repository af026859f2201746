import { globSync } from 'node:fs'

import { reading, tableNames } from './database-file.ts'
import type { DatabaseName } from './manifest.ts'
import { Refusal } from './refusal.ts'

/** A table that only this database has. The names of the files are made by wrangler. */
const marks: Record<DatabaseName, string> = { main: 'accounts', vault: 'owner_keys' }

export type InstanceFiles = Record<DatabaseName, string>

/** The two SQLite files of an instance on this computer, running or not; undefined if it has none. */
export function instanceFiles(home: string): InstanceFiles | undefined {
  const paths = globSync(`${home}/v3/d1/*/*.sqlite`)
  const tables = paths.map((path) => ({ path, names: reading(path, tableNames) }))
  const find = (name: DatabaseName) => tables.find(({ names }) => names.includes(marks[name]))?.path
  const [main, vault] = [find('main'), find('vault')]
  return main && vault ? { main, vault } : undefined
}

export function filesOf(home: string): InstanceFiles {
  const files = instanceFiles(home)
  if (!files) throw new Refusal(`There is no instance in ${home}. Start it once: npm start`)
  return files
}

import { rmSync } from 'node:fs'

import type { InstanceFiles } from './instance-files.ts'
import { loadSql } from './load-sql.ts'
import { databaseNames } from './manifest.ts'
import { onDeployed, wrangler } from './wrangler.ts'

/**
 * Copies both databases of the deployed instance by `wrangler d1 export`, as SQLite files. In the same order
 * as `copyLocal`, for the same reason. While a database is exported, it answers nothing else: so at night.
 */
export async function copyRemote(to: InstanceFiles): Promise<void> {
  for (const name of databaseNames) {
    const output = `${to[name]}.sql`
    wrangler(...onDeployed(name, 'export'), '--remote', '-y', '--output', output)
    await loadSql(output, to[name])
    rmSync(output)
  }
}

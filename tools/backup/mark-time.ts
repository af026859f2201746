import { numberOf, writing } from './database-file.ts'
import { onDeployed, wrangler } from './wrangler.ts'

/** Tells the instance when its last backup was made: the operator's page shows it. */
const sqlFor = (at: number) => `INSERT INTO operation_times (name, at) VALUES ('backup', ${at})
  ON CONFLICT (name) DO UPDATE SET at = excluded.at`

export function markLocal(path: string, at: number): void {
  writing(path, (db) => {
    const table = "SELECT count(*) AS n FROM sqlite_schema WHERE name = 'operation_times'"
    if (numberOf(db, table) > 0) db.exec(sqlFor(at))
  })
}

export function markRemote(at: number): void {
  wrangler(...onDeployed('main', 'execute'), '--remote', '--yes', '--command', sqlFor(at))
}

// `node tools/migrate.ts <folder>`: applies the newest migrations to both databases of the instance
// whose data is in this folder. `npm start` runs it.
import { migrateAtOnce } from './migrate/migrate-at-once.ts'
import { databases } from './start/prepare.mjs'

const [folder = ''] = process.argv.slice(2)
for (const { config } of databases) await migrateAtOnce(config, folder)

// Plain JavaScript: `npm run setup` runs on any Node.
import { existsSync, readFileSync } from 'node:fs'

// As in tools/deploy/place.ts.
const home = process.env.METTLE_WRANGLER ? '.local/try' : '.local'
const config = `${home}/deploy/mettle.json`

/** The deployed instance of this repository: its address, and the configuration for wrangler. */
export function deployed() {
  const written = existsSync(config) ? JSON.parse(readFileSync(config, 'utf8')) : undefined
  if (!written?.d1_databases[0].database_id) {
    console.error('\nThere is no deployed instance here. Run: npm run deploy\n')
    process.exit(1)
  }
  return { config, origin: written.vars.APP_ORIGIN }
}

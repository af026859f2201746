import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { publishable } from './publishable.ts'
import { statements } from './transport.ts'

/**
 * Writes SQL that publishes every challenge on a deployed instance, one statement in each file, and
 * prints how to run it. Sends nothing. The instance's cron joins the parts within a minute, checks
 * the hash and publishes.
 */
export async function writeScenariosAsSql(root: string, folder: string): Promise<number> {
  const publications = publishable(root)
  if (!publications) return 1
  mkdirSync(folder, { recursive: true })
  for (const publication of publications) {
    const { id } = publication.version.challenge
    for (const [at, statement] of (await statements(publication)).entries()) {
      const file = join(folder, `${id}-${at + 1}.sql`)
      writeFileSync(file, statement)
      process.stdout.write(`npx wrangler d1 execute mettle --remote --file ${file}\n`)
    }
  }
  return 0
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { type DatabaseName, databaseNames } from '../backup/manifest.ts'
import { Refusal } from '../backup/refusal.ts'
import { askRemote, onDeployed, wrangler } from '../backup/wrangler.ts'
import { carryOverMain, carryOverVault } from './carry-over.ts'
import { findKnown, findTakenBack } from './find-known.ts'

interface Travel {
  moment: Date
  withVault: boolean
  /** Without it, nothing is changed: it is only said what would be. */
  really: boolean
  now: Date
  say: (line: string) => void
}

const dayMs = 86_400_000

/**
 * Takes the deployed databases back to a moment by D1's Time Travel. First it writes what must not come back into files, since
 * after it nobody could read that any more. If it stops midway, the lines that it printed finish the work.
 */
export function restoreRemote({ moment, withVault, really, now, say }: Travel): void {
  if (!(moment < now)) throw new Refusal('Give a time in the past, such as 2026-11-30T08:00:00Z.')
  if (withVault && moment.getTime() < now.getTime() - 7 * dayMs) {
    throw new Refusal(
      'The vault cannot go back further than 7 days: its salts are deleted. Use --main-only.',
    )
  }
  const names: DatabaseName[] = withVault ? [...databaseNames] : ['main']
  const known = findKnown(askRemote, moment)
  const statements = { main: carryOverMain(known, now), vault: carryOverVault(known) }
  const folder = join('.local', `restore-${now.toISOString().replaceAll(/[:.]/g, '-')}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of names) {
    writeFileSync(fileOf(folder, name), `${statements[name].join(';\n')};\n`, { mode: 0o600 })
  }
  say(
    `${known.erasures.length} erasures and ${known.destroyed.length} destroyed keys since then are in ${folder}.`,
  )
  for (const line of known.decided) say(`Done again: ${line} since then.`)
  for (const line of findTakenBack(askRemote, moment)) say(`Taken back: ${line} since then.`)

  // The vault first: then nobody has text without a key.
  const steps = names.toReversed().flatMap((name) => stepsFor(name, fileOf(folder, name), moment))
  say(`\n${really ? 'Running' : 'Nothing was changed. With --yes, this runs'}:`)
  say(linesOf(steps))
  say(
    `Until the last line has run, people who are erased or hidden can be seen as on ${moment.toISOString()}.
If it stops midway, run the lines that are left at once.`,
  )
  if (!really) return
  for (const [at, step] of steps.entries()) say(runStep(step, steps.slice(at)))
  say(`
The databases are as on ${moment.toISOString()}, with the migrations of this version. Nobody sees who was erased since.
The cron erases them again: within minutes, or on the free plan within about half an hour, 10 at a time.
If this version is newer than the deployed one, run npm run deploy. Then delete ${folder}.`)
}

function runStep(step: string[], left: string[][]): string {
  try {
    return wrangler(...step).trim()
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    throw new Refusal(`${problem}
People who are erased or hidden can be seen until all is done. Run these lines at once:
${linesOf(left)}`)
  }
}

const linesOf = (steps: string[][]) =>
  steps.map((step) => `  npx wrangler ${step.join(' ')}`).join('\n')

const fileOf = (folder: string, name: DatabaseName) => join(folder, `${name}.sql`)

/**
 * With `--json` wrangler asks no question, and says the bookmark that leads back. The file needs the tables of this
 * version, so the migrations since the moment come before it.
 */
function stepsFor(name: DatabaseName, file: string, moment: Date): string[][] {
  const travel = onDeployed(name, 'time-travel', 'restore')
  return [
    [...travel, '--timestamp', moment.toISOString(), '--json'],
    [...onDeployed(name, 'migrations', 'apply'), '--remote'],
    [...onDeployed(name, 'execute'), '--remote', '--yes', '--file', file],
  ]
}

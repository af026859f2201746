import { spawnSync } from 'node:child_process'
import { relative } from 'node:path'

import { answerQuestions, chooseAccount } from '../answer-questions.ts'
import { pack } from '../pack.ts'
import type { Answers } from '../record.ts'
import type { Run } from '../run.ts'
import { Stopped } from '../stopped.ts'
import { workers } from '../workers.ts'
import { parsed } from '../wrangler.ts'
import { writeConfig } from '../write-config.ts'

/** What a dry run packs with, where there is no answer yet. */
const examples: Answers = {
  origin: 'https://mettle.example',
  plan: 'free',
  mail: 'platform',
  sender: 'Mettle <hello@mettle.example>',
  jurisdiction: 'eu',
  account: '0'.repeat(32),
  pilot: false,
}

/**
 * Finds what would stop a deploy half way: no login, no answer, files that are in no commit, a
 * bundle that is too large.
 */
export async function preflight(run: Run): Promise<void> {
  const isDry = run.options['dry-run']
  const notYet = (problem: string) => {
    if (!isDry) throw new Stopped(problem)
    run.notYet.push(problem)
    run.say(`A deploy will stop here: ${problem}`)
  }
  const account = await signedIn(run)
  if (account) run.say(`Cloudflare account: ${account.name}`)
  else notYet('you are not signed in to Cloudflare. Sign in: npx wrangler login')

  const missing = await answerQuestions(run)
  if (missing.length > 0) {
    const flags = missing.map((name) => `--${name}`).join(', ')
    notYet(`there is no answer for ${flags}, and no terminal to ask at.
Start it in a terminal, or give the answers: npm run deploy -- --help`)
  }
  if (missing.length === 0 && account) {
    run.say(`The address is ${run.answers.origin}.`)
    if (!isDry) {
      run.save()
      run.say(`Your answers are in ${relative(run.place.root, run.file)}.`)
    }
  }
  checkCommit(run, notYet)
  packAll(run)
}

async function signedIn(run: Run) {
  const { ok, out, text } = run.wrangler.try(['whoami', '--json'])
  if (!ok) {
    if (/"loggedIn":\s*false/.test(out)) return undefined
    throw new Stopped(`We could not ask Cloudflare who you are. wrangler says:\n\n${text}`)
  }
  const { accounts } = parsed(out) as { accounts: { id: string; name: string }[] }
  const account = await chooseAccount(run, accounts)
  run.recorded.account = account.id
  run.wrangler.account = account.id
  return account
}

/** What runs must be found again: a way back, and the source of what somebody sees, need a commit. */
function checkCommit(run: Run, notYet: (problem: string) => void): void {
  const git = (...args: string[]) =>
    spawnSync('git', args, { cwd: run.place.root, encoding: 'utf8' }).stdout.trim()
  run.commit = git('rev-parse', '--short=10', 'HEAD')
  const changed = git('status', '--porcelain').split('\n').filter(Boolean)
  if (changed.length === 0) return run.say(`Commit ${run.commit}`)
  const some = changed.slice(0, 5).join('\n    ')
  return notYet(`${changed.length} files differ from the commit. Commit them first.\n    ${some}`)
}

/** Writes the configuration of both Workers, and packs them. */
export function packAll(run: Run): void {
  const { root } = run.place
  const answers = { ...examples, ...run.recorded }
  for (const worker of workers) {
    const file = run.configOf(worker.name)
    writeConfig(worker, { file, root, answers, ids: run.recorded.ids })
    pack(run, worker)
  }
}

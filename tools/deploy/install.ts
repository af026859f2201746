import { noteBookmark } from './phases/bookmark.ts'
import { makeDatabases } from './phases/databases.ts'
import { deployWorkers } from './phases/deploy-workers.ts'
import { inviteFirstAdmin } from './phases/first-admin.ts'
import { applyMigrations } from './phases/migrations.ts'
import { preflight } from './phases/preflight.ts'
import { publishChallenges } from './phases/publish-challenges.ts'
import { makeSecrets } from './phases/secrets.ts'
import { smoke } from './phases/smoke.ts'
import type { Run } from './run.ts'
import { Stopped } from './stopped.ts'

interface Phase {
  name: string
  /** What a deploy would do, for a dry run. */
  plan: string
  work: (run: Run) => void | Promise<void>
}

const phases: Phase[] = [
  { name: 'Check', plan: '', work: preflight },
  {
    name: 'Databases',
    plan: 'make mettle, mettle-vault and the namespace mettle-wrapping-salts, if they are not there',
    work: makeDatabases,
  },
  { name: 'Bookmark', plan: 'note where both databases stand: the way back', work: noteBookmark },
  {
    name: 'Secrets',
    plan: 'make the secrets that are missing, in a folder that only you can read',
    work: makeSecrets,
  },
  { name: 'Migrations', plan: 'apply new migrations to both databases', work: applyMigrations },
  {
    name: 'Workers',
    plan: 'deploy mettle-signer, then mettle, with their secrets',
    work: deployWorkers,
  },
  { name: 'Challenges', plan: 'send the challenges that are new', work: publishChallenges },
  { name: 'Try', plan: 'ask the instance whether everything works', work: smoke },
  {
    name: 'First admin',
    plan: 'print a link for the first admin, if there is none',
    work: inviteFirstAdmin,
  },
]

/** Runs the phases in order. Returns the exit code. */
export async function install(run: Run): Promise<number> {
  const isDry = run.options['dry-run']
  for (const [at, { name, plan, work }] of phases.entries()) {
    run.place.say(`\n${at + 1} ${name}`)
    if (isDry && at > 0) {
      run.say(`Would ${plan}.`)
      continue
    }
    try {
      await work(run)
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
      sayWhereItStopped(run, at, error)
      return 1
    }
  }
  const { say } = run.place
  if (isDry) say(`\n${readiness(run)} Nothing was sent.`)
  else say(`\nMettle runs at ${run.answers.origin}. See how it is at any time: npm run doctor`)
  return 0
}

function readiness({ notYet }: Run): string {
  if (notYet.length === 0) return 'Both Workers are ready to deploy.'
  return `Both Workers are packed. Before a deploy, do what step 1 names (${notYet.length}).`
}

function sayWhereItStopped(run: Run, at: number, { message }: Stopped): void {
  const names = phases.map(({ name }, index) => `${index + 1} ${name}`)
  run.place.say(`
Stopped. ${message}

Done:      ${names.slice(0, at).join(', ') || 'nothing'}
Not done:  ${names.slice(at).join(', ')}
Go on:     npm run deploy`)
}

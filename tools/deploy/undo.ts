import { liveVersion } from './phases/deploy-workers.ts'
import { restoreCommand } from './phases/bookmark.ts'
import type { Run } from './run.ts'
import { Stopped } from './stopped.ts'
import { workers } from './workers.ts'

/**
 * Takes both Workers back to what ran before the last deploy: the main one first, because it calls
 * the signer. The databases stay, and how to take them back is printed.
 */
export function undo(run: Run): number {
  const { before } = run.recorded
  run.wrangler.account = run.answers.account
  if (!before?.versions || Object.keys(before.versions).length === 0)
    throw new Stopped('There is no earlier version to go back to.')
  if (before.changedSecrets && before.changedSecrets.length > 0)
    throw new Stopped(
      `The last deploy also changed ${before.changedSecrets.join(', ')}. A version from before it does not have the new
ones, and could not open what was written since. Deploy the earlier code instead:
  git checkout <commit>
  npm run deploy`,
    )
  for (const worker of workers.toReversed()) {
    const version = before.versions[worker.name]
    const live = liveVersion(run, worker)
    if (!version || live?.version === version) {
      run.say(`${worker.name}: runs the version from before`)
      continue
    }
    const back = ['rollback', version, '--name', worker.name, '--yes', '--message', 'deploy --undo']
    run.wrangler.run(back)
    run.say(`${worker.name}: back to ${version}`)
  }
  run.place.say(`
Both databases are as they are now. The Worker of before works with them: migrations only add.
If a database itself must go back, everything since the last deploy is lost. Read docs/when-something-is-red.md, then:`)
  for (const line of restoreCommand(before)) run.say(line)
  return 0
}

import { spawnSync } from 'node:child_process'

import { liveVersion } from '../deploy/phases/deploy-workers.ts'
import type { Run } from '../deploy/run.ts'
import { workers } from '../deploy/workers.ts'
import { type Finding, bad, good } from './finding.ts'

/** Whether the commit that runs is the one here, and whether there are newer ones where this came from. */
export function versions(run: Run): Finding[] {
  const { root } = run.place
  const git = (...args: string[]) =>
    spawnSync('git', args, { cwd: root, encoding: 'utf8', timeout: 30_000 })
  const count = (range: string) => {
    const { status, stdout } = git('rev-list', '--count', range)
    return status === 0 ? Number(stdout) : undefined
  }
  const found = workers.map((worker): Finding => {
    const [, commit] = /commit (\w+)/.exec(liveVersion(run, worker)?.message ?? '') ?? []
    if (!commit) return bad(`${worker.name}: is not deployed`, 'Run: npm run deploy')
    const ahead = count(`${commit}..HEAD`)
    if (ahead === 0) return good(`${worker.name}: runs commit ${commit}, as here`)
    const many =
      ahead === undefined ? 'this repository does not have' : `${ahead} commits older than here`
    return bad(`${worker.name}: runs commit ${commit}, ${many}`, 'Run: npm run deploy')
  })
  git('fetch', '--quiet')
  const behind = count('HEAD..@{upstream}')
  if (behind === undefined) return found
  if (behind === 0) return [...found, good('there is no newer version')]
  return [
    ...found,
    bad(
      `there are ${behind} newer commits`,
      'Run: git pull, npm ci, npm run rehearse, npm run deploy',
    ),
  ]
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

import { identify } from '../../../worker/scenarios/challenge/challenge-version.ts'
import { statements } from '../../scenarios/transport.ts'
import type { Run } from '../run.ts'
import { Stopped } from '../stopped.ts'

/**
 * Sends the challenges of the repository that the instance does not have. Its cron joins the parts,
 * checks the hash and publishes them within minutes.
 */
export async function publishChallenges(run: Run): Promise<void> {
  const publications = run.place.challenges()
  if (!publications)
    throw new Stopped('A challenge cannot be published. See: npm run scenarios -- check')
  const rows = run.query<{ hash: string }>(`SELECT hash FROM challenge_versions UNION
    SELECT hash FROM challenge_parts GROUP BY hash HAVING count(*) = max(parts)`)
  const there = new Set(rows.map(({ hash }) => hash))
  const sent: string[] = []
  for (const publication of publications) {
    const { hash } = await identify(publication.version)
    if (!there.has(hash)) sent.push(...(await statements(publication)))
  }
  if (sent.length === 0) return run.say(`All ${publications.length} challenges are there.`)

  const file = resolve(run.place.home, 'deploy/challenges.sql')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, sent.join(''))
  const where = ['d1', 'execute', 'DB', '-c', run.configOf('mettle'), '--remote', '--yes']
  run.wrangler.run([...where, '--file', file])
  return run.say(
    `${publications.length} challenges: new ones were sent. They are shown in a few minutes.`,
  )
}

import { preflight } from '../deploy/phases/preflight.ts'
import { smoke } from '../deploy/phases/smoke.ts'
import { readOptions } from '../deploy/options.ts'
import { type Place, Run } from '../deploy/run.ts'
import { Stopped } from '../deploy/stopped.ts'
import type { Finding } from './finding.ts'
import { databaseQuotas } from './quotas.ts'
import { versions } from './versions.ts'
import { backupAge, deadNotes, keyAges, keysHere, mail } from './work.ts'

type Examination = (run: Run, now: number) => Finding[]

const examinations: [name: string, examine: Examination][] = [
  ['Work', deadNotes],
  ['Mail', mail],
  ['Backup', backupAge],
  ['Keys', (run, now) => [...keysHere(run), ...keyAges(run, now)]],
  ['Quotas', databaseQuotas],
  ['Versions', versions],
]

/**
 * Looks at everything and changes nothing. What fails is told with what to do, and the rest is still
 * looked at. Returns the exit code: 1 if somebody must act.
 */
export async function examine(place: Place, now: number): Promise<number> {
  const run = new Run(
    { ...place, ask: undefined, patience: { tries: 1, milliseconds: 0 } },
    readOptions(['--dry-run']),
  )
  let bad = 0
  const section = async (name: string, look: () => void | Promise<void>) => {
    place.say(`\n${name}`)
    try {
      await look()
    } catch (error) {
      if (!(error instanceof Stopped)) throw error
      bad++
      run.say(`NOT GOOD  ${error.message.replaceAll('\n', '\n            ')}`)
    }
  }
  await section('Deploy', () => preflight(run))
  if (!run.recorded.ids?.database) {
    place.say('\nNothing was deployed from this folder yet, or its .local/deploy.toml is lost.')
    place.say('A new instance: npm run deploy. One that runs already: put copy A back first,')
    place.say(
      'as docs/when-something-is-red.md says under "The computer from which you deploy is gone".',
    )
    place.say('To look at an instance on this computer, open its /health.')
    return 1
  }
  await section('Instance', () => smoke(run))
  for (const [name, look] of examinations) {
    await section(name, () => {
      for (const { isGood, text, cure } of look(run, now)) {
        if (!isGood) bad++
        run.say(
          `${isGood ? 'good    ' : 'NOT GOOD'}  ${text}${cure ? `\n            ${cure}` : ''}`,
        )
      }
    })
  }
  place.say(bad === 0 ? '\nEverything is good.' : `\n${bad} not good. What to do is written there.`)
  return bad === 0 ? 0 : 1
}

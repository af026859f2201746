import { readOptions } from '../deploy/options.ts'
import { type Place, Run } from '../deploy/run.ts'
import { readSecrets, writeSecrets } from '../deploy/secrets.ts'
import { Stopped } from '../deploy/stopped.ts'
import { main, signer } from '../deploy/workers.ts'
import { secrets } from './secrets.mjs'

type Name = keyof typeof secrets

/** The keys of the deployed instance: in the folder of this computer, from which a deploy gives them. */
export function deployedKeys(place: Place) {
  const run = new Run(place, readOptions([]))
  run.wrangler.account = run.answers.account
  const workerOf = (name: Name) => (secrets[name].worker === 'main' ? main : signer)
  const fileOf = (name: Name) => run.secretsOf(workerOf(name).name)
  return {
    fileOf,
    // A key is used ten minutes after it was added, by every copy of the Worker that knows it.
    next: 'npm run deploy, within five minutes',
    read(name: Name): unknown {
      const text = readSecrets(run, workerOf(name))[secrets[name].variable]
      if (!text)
        throw new Stopped(`There is no ${name} key in ${fileOf(name)}. Put your copy there.`)
      return JSON.parse(text)
    },
    /** The next deploy gives it to the Worker. */
    write(name: Name, secret: unknown): void {
      const { variable } = secrets[name]
      const known = readSecrets(run, workerOf(name))
      writeSecrets(fileOf(name), { ...known, [variable]: JSON.stringify(secret) })
      run.recorded.given = { [variable]: 'another', ...run.recorded.given }
      run.save()
    },
    count(database: string, sql: string): number {
      const vault = { worker: signer.name, binding: signer.database.binding }
      const [row] = run.query<{ n: number }>(sql, database === main.database.name ? {} : vault)
      return row?.n ?? 0
    },
  }
}

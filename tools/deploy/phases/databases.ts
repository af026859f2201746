import type { Run } from '../run.ts'
import { Stopped } from '../stopped.ts'
import { saltsName, workers } from '../workers.ts'
import { writeConfig } from '../write-config.ts'

interface Made {
  id: string
  name: string
}

/**
 * Makes the two databases and the namespace for salts, if there are none of their names. Then
 * writes their ids into the configuration.
 */
export function makeDatabases(run: Run): void {
  const { jurisdiction } = run.answers
  const where = jurisdiction === 'none' ? [] : ['--jurisdiction', jurisdiction]
  for (const { database } of workers) {
    ensure(run, database.id, database.name, {
      list: () => databases(run),
      make: ['d1', 'create', database.name, ...where],
    })
  }
  // Salts are random bytes and say nothing about anybody, so they can be anywhere.
  ensure(run, 'salts', saltsName, {
    list: () => namespaces(run),
    make: ['kv', 'namespace', 'create', saltsName],
  })
  for (const worker of workers) {
    const { answers, recorded, place } = run
    const file = run.configOf(worker.name)
    writeConfig(worker, { file, root: place.root, answers, ids: recorded.ids })
  }
}

function ensure(
  run: Run,
  key: 'database' | 'vault' | 'salts',
  name: string,
  { list, make }: { list: () => Made[]; make: string[] },
): void {
  const ids = (run.recorded.ids ??= {})
  const known = ids[key]
  if (known) {
    // Making a new one would leave all personal text closed, so this is never done by itself.
    if (!list().some(({ id }) => id === known))
      throw new Stopped(
        `${name} (${known}) is not in this account any more. If it was deleted: docs/backups.md, A new pair of databases.`,
      )
    return run.say(`${name}: there`)
  }
  let found = list().find((one) => one.name === name)
  const wasThere = found !== undefined
  if (!found) {
    run.wrangler.run(make)
    found = list().find((one) => one.name === name)
  }
  if (!found) throw new Stopped(`${name} was made, but Cloudflare does not list it yet.`)
  ids[key] = found.id
  run.save()
  run.say(wasThere ? `${name}: found in your account, used from now on` : `${name}: made`)
}

function databases(run: Run): Made[] {
  const listed = run.wrangler.json(['d1', 'list', '--json']) as { uuid: string; name: string }[]
  return listed.map(({ uuid, name }) => ({ id: uuid, name }))
}

function namespaces(run: Run): Made[] {
  const listed = run.wrangler.json(['kv', 'namespace', 'list']) as { id: string; title: string }[]
  return listed.map(({ id, title }) => ({ id, name: title }))
}

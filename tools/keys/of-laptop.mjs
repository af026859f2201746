import { spawnSync } from 'node:child_process'

import { homeOf, startedPorts } from '../start/instance.mjs'
import { files, readVariable, writeVariable } from './dev-vars.mjs'
import { secrets } from './secrets.mjs'

/** The keys of this computer, which all of its instances share. */
export async function laptopKeys() {
  const { node, quiet, refuse } = await import('../start/environment.mjs')
  const { databases } = await import('../start/prepare.mjs')
  const fileOf = (name) => files[secrets[name].worker]

  function ask(home, database, sql) {
    const { config } = databases.find((one) => one.name === database)
    const wrangler = 'node_modules/wrangler/bin/wrangler.js'
    const { status, stdout, stderr } = spawnSync(
      node,
      [wrangler, 'd1', 'execute', database, '-c', config, '--local', '--persist-to', home].concat([
        '--json',
        '--command',
        sql,
      ]),
      { encoding: 'utf8', env: { ...process.env, ...quiet, CI: '1' } },
    )
    if (status !== 0) refuse(`We could not read the database in ${home}.\n\n${stderr || stdout}`)
    return JSON.parse(stdout)[0].results[0].n
  }

  return {
    fileOf,
    next: 'restart the instance (Ctrl+C, then npm start)',
    read: (name) =>
      readVariable(fileOf(name), secrets[name].variable) ??
      refuse(
        `${fileOf(name)} has no ${secrets[name].variable}. Run npm start once: it makes the keys.`,
      ),
    write: (name, secret) => writeVariable(fileOf(name), secrets[name].variable, secret),
    /** Asks the databases of all instances, and adds up. */
    count(database, sql) {
      const homes = startedPorts().map((port) => homeOf(port))
      return homes.reduce((sum, home) => sum + ask(home, database, sql), 0)
    },
  }
}

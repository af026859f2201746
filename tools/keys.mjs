// `npm run keys`: lists the keys of this computer, which all of its instances share, changes one, or
// removes an old one. It never shows a key. `tools/keys/` is written so that another program can do the same for a deploy.
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'

import { files, readVariable, writeVariable } from './keys/dev-vars.mjs'
import { describe, remove, rotate, secrets } from './keys/secrets.mjs'
import { usesOf } from './keys/uses.mjs'
import { findPort, homeOf, startedPorts } from './start/instance.mjs'

// `environment.mjs` reads it when it is imported.
process.env.PORT ??= String(findPort())
const { node, quiet, refuse } = await import('./start/environment.mjs')
const { databases } = await import('./start/prepare.mjs')

const names = Object.keys(secrets)
const usage = `Use one of:
  npm run keys -- list
  npm run keys -- rotate <name>
  npm run keys -- rotate issuer --compromised
  npm run keys -- remove <name> <key>
A name is ${names.join(', ')}.`

const words = process.argv.slice(2)
const isCompromised = words.includes('--compromised')
const [command = 'list', name, id] = words.filter((word) => word !== '--compromised')
const now = Date.now()

if (command === 'list' && !name) list()
else if (command === 'rotate' && names.includes(name) && !id) change()
else if (command === 'remove' && names.includes(name) && id && !isCompromised) drop()
else refuse(usage)

function list() {
  for (const each of names) {
    for (const { id: key, state } of describe(secretOf(each), now)) {
      const uses = state === 'current' ? [] : usesOf(each, key, { count, now })
      const needed = uses.length > 0 ? ` (needed by ${uses.join(', ')})` : ''
      console.log(`${each.padEnd(12)} key ${key}  ${state}${needed}`)
    }
  }
}

function change() {
  const key = randomBytes(32).toString('hex')
  const changed = rotate(name, secretOf(name), { key, now, isCompromised })
  if (changed.refused) refuse(changed.refused)
  write(changed.secret)
  const { from } = changed.secret
  const when = from ? ` It is used from ${from}.` : ''
  console.log(`Added key ${changed.id} to ${name}, in ${fileOf(name)}.${when}
Next: restart the instance (Ctrl+C, then npm start). ${changed.next}
Later: npm run keys -- list shows when an old key is not needed. Then run: npm run keys -- remove ${name} <key>`)
}

function drop() {
  const uses = usesOf(name, id, { count, now })
  const changed = remove(name, secretOf(name), { id, uses, now })
  if (changed.refused) refuse(changed.refused)
  write(changed.secret)
  console.log(`Removed key ${id} of ${name}. Next: restart the instance (Ctrl+C, then npm start).`)
}

function fileOf(each) {
  return files[secrets[each].worker]
}

function secretOf(each) {
  const { variable } = secrets[each]
  return (
    readVariable(fileOf(each), variable) ??
    refuse(`${fileOf(each)} has no ${variable}. Run npm start once: it makes the keys.`)
  )
}

function write(secret) {
  writeVariable(fileOf(name), secrets[name].variable, secret)
}

/** Asks the databases of all instances on this computer, which share its keys, and adds up. */
function count(database, sql) {
  const homes = startedPorts().map((port) => homeOf(port))
  return homes.reduce((sum, home) => sum + ask(home, database, sql), 0)
}

function ask(home, database, sql) {
  const { config } = databases.find((one) => one.name === database)
  const execute = ['node_modules/wrangler/bin/wrangler.js', 'd1', 'execute', database, '-c', config]
  const { status, stdout, stderr } = spawnSync(
    node,
    [...execute, '--local', '--persist-to', home, '--json', '--command', sql],
    { encoding: 'utf8', env: { ...process.env, ...quiet, CI: '1' } },
  )
  if (status !== 0) refuse(`We could not read the database in ${home}.\n\n${stderr || stdout}`)
  return JSON.parse(stdout)[0].results[0].n
}

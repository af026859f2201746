// `npm run keys`: lists the keys of this computer, which all of its instances share, changes one,
// or removes an old one. It never shows a key. `-- --remote` is for the deployed instance.
import { randomBytes } from 'node:crypto'

import { laptopKeys } from './keys/of-laptop.mjs'
import { describe, remove, rotate, secrets } from './keys/secrets.mjs'
import { usesOf } from './keys/uses.mjs'
import { findPort } from './start/instance.mjs'

// Set before the import, because `environment.mjs` reads PORT when it is imported.
process.env.PORT ??= String(findPort())
const { refuse } = await import('./start/environment.mjs')

const names = Object.keys(secrets)
const usage = `Use one of:
  npm run keys -- list
  npm run keys -- rotate <name>
  npm run keys -- rotate issuer --compromised
  npm run keys -- remove <name> <key>
A name is ${names.join(', ')}. For the deployed instance, add --remote.`

const flags = ['--compromised', '--remote']
const words = process.argv.slice(2)
const isCompromised = words.includes('--compromised')
const isRemote = words.includes('--remote')
const [command = 'list', name, id] = words.filter((word) => !flags.includes(word))
const now = Date.now()

const isList = command === 'list' && !name
const isRotate = command === 'rotate' && names.includes(name) && !id
const isRemove = command === 'remove' && names.includes(name) && id && !isCompromised
if (!isList && !isRotate && !isRemove) refuse(usage)

try {
  const keys = isRemote ? await keysOfDeployed() : await laptopKeys()
  if (isList) list(keys)
  if (isRotate) change(keys)
  if (isRemove) drop(keys)
} catch (error) {
  refuse(error.message)
}

/** Imports late: only Node 24, which is installed with the packages, can read TypeScript. */
async function keysOfDeployed() {
  const { deployedKeys } = await import('./keys/deployed.ts')
  const { usualPlace } = await import('./deploy/place.ts')
  return deployedKeys(usualPlace())
}

function list({ read, count }) {
  for (const each of names) {
    for (const { id: key, state } of describe(read(each), now)) {
      const uses = state === 'current' ? [] : usesOf(each, key, { count, now })
      const needed = uses.length > 0 ? ` (needed by ${uses.join(', ')})` : ''
      console.log(`${each.padEnd(12)} key ${key}  ${state}${needed}`)
    }
  }
}

function change({ read, write, fileOf, next }) {
  const key = randomBytes(32).toString('hex')
  const changed = rotate(name, read(name), { key, now, isCompromised })
  if (changed.refused) refuse(changed.refused)
  write(name, changed.secret)
  const { from } = changed.secret
  const when = from ? ` It is used from ${from}.` : ''
  const remote = isRemote ? ' --remote' : ''
  console.log(`Added key ${changed.id} to ${name}, in ${fileOf(name)}.${when}
Next: ${next}. ${changed.next}
Later: npm run keys -- list${remote} shows when an old key is not needed. Then run: npm run keys -- remove ${name} <key>${remote}`)
}

function drop({ read, write, count, next }) {
  const uses = usesOf(name, id, { count, now })
  const changed = remove(name, read(name), { id, uses, now })
  if (changed.refused) refuse(changed.refused)
  write(name, changed.secret)
  console.log(`Removed key ${id} of ${name}. Next: ${next}.`)
}

import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

import { applyMigrations, execute } from './database.mjs'

/** An id that looks like one of Cloudflare's. */
const idOf = (known) => {
  known.made += 1
  return `00000000-0000-4000-8000-${String(known.made).padStart(12, '0')}`
}

const readConfig = (flags) => JSON.parse(readFileSync(flags['-c'], 'utf8'))

/** The database that a configuration binds; as on Cloudflare, its id must be one of the account. */
function bound(known, flags, binding) {
  const config = readConfig(flags)
  const database = config.d1_databases.find((one) => one.binding === binding)
  const found = known.databases.find(({ uuid }) => uuid === database?.database_id)
  if (!found) throw new Error(`Couldn't find a D1 DB with the binding '${binding}'.`)
  return { id: found.uuid, migrations: resolve(dirname(flags['-c']), database.migrations_dir) }
}

function workerOf(known, name) {
  const worker = known.workers[name]
  if (!worker) throw new Error('This Worker does not exist on your account. [code: 10007]')
  return worker
}

export const commands = {
  whoami: () => ({
    loggedIn: true,
    email: 'technician@college.example',
    accounts: [{ id: 'a'.repeat(32), name: 'A college' }],
  }),

  'd1 list': ({ known }) => known.databases,
  'd1 create': ({ known, rest: [name], flags }) => {
    if (known.databases.some((one) => one.name === name)) throw new Error(`${name} already exists`)
    known.databases.push({ uuid: idOf(known), name, jurisdiction: flags['--jurisdiction'] ?? null })
    return `Successfully created DB '${name}'`
  },
  'd1 time-travel info': ({ known, rest: [binding], flags }) => ({
    bookmark: `${String(known.made).padStart(8, '0')}-${bound(known, flags, binding).id.slice(-8)}`,
  }),
  'd1 migrations apply': ({ known, folder, rest: [binding], flags }) => {
    const { id, migrations } = bound(known, flags, binding)
    const count = applyMigrations(join(folder, `${id}.sqlite`), migrations)
    return count === 0 ? '✅ No migrations to apply!' : `${count} migrations applied`
  },
  'd1 execute': ({ known, folder, rest: [binding], flags }) => {
    const { id } = bound(known, flags, binding)
    const file = flags['--file']
    const sql = file ? readFileSync(file, 'utf8') : flags['--command']
    return [{ results: execute(join(folder, `${id}.sqlite`), sql, Boolean(file)), success: true }]
  },
  'd1 info': ({ known, rest: [binding], flags }) => ({
    uuid: bound(known, flags, binding).id,
    database_size: 4_000_000,
    rows_read_24h: 100_000,
    rows_written_24h: 2000,
    ...known.usage,
  }),

  'kv namespace list': ({ known }) => known.namespaces,
  'kv namespace create': ({ known, rest: [title] }) => {
    if (known.namespaces.some((one) => one.title === title)) throw new Error('already exists')
    known.namespaces.push({ id: idOf(known).replaceAll('-', ''), title })
    return 'Success!'
  },

  'secret list': ({ known, flags }) =>
    Object.keys(workerOf(known, flags['--name']).secrets).map((name) => ({ name })),

  'deployments status': ({ known, flags }) => {
    const { live } = workerOf(known, flags['--name'])
    return { versions: [{ version_id: live, percentage: 100 }] }
  },
  'versions view': ({ known, rest: [id], flags }) => {
    const { tag, message } = workerOf(known, flags['--name']).versions.find((one) => one.id === id)
    return { id, annotations: { 'workers/tag': tag, 'workers/message': message } }
  },
  rollback: ({ known, rest: [id], flags }) => {
    workerOf(known, flags['--name']).live = id
    return 'Performing rollback...'
  },

  deploy: ({ known, flags }) => {
    const config = readConfig(flags)
    const source = readFileSync(resolve(dirname(flags['-c']), config.main), 'utf8')
    if (flags['--dry-run']) {
      mkdirSync(flags['--outdir'], { recursive: true })
      writeFileSync(join(flags['--outdir'], 'index.js'), source)
      return '--dry-run: exiting now.'
    }
    for (const { binding } of config.d1_databases) bound(known, flags, binding)
    for (const { id } of config.kv_namespaces ?? []) {
      if (!known.namespaces.some((one) => one.id === id)) throw new Error(`no namespace ${id}`)
    }
    for (const { service } of config.services ?? []) workerOf(known, service)
    const worker = (known.workers[config.name] ??= { secrets: {}, versions: [] })
    const id = idOf(known)
    worker.versions.push({
      id,
      tag: flags['--tag'],
      message: flags['--message'],
      vars: config.vars ?? {},
    })
    worker.live = id
    Object.assign(worker.secrets, secretsIn(flags['--secrets-file']))
    return `Uploaded ${config.name}`
  },
}

/** Refuses a file that others on the computer could read. */
function secretsIn(file) {
  if (!file) return {}
  const others = (statSync(file).mode % 0o100).toString(8)
  if (others !== '0') throw new Error(`Others can read ${file}.`)
  return JSON.parse(readFileSync(file, 'utf8'))
}

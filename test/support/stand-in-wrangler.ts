// Stands in for wrangler and the account in tests of `tools/`: answers from two SQLite files and writes each call down.
// Run as a program; where things are comes from STAND_IN, as JSON.
import { appendFileSync, copyFileSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

import { applyMigrations } from '../../tools/restore/apply-migrations.ts'
import { dumpSql } from '../../tools/restore/dump-sql.ts'

interface StandIn {
  mettle: string
  'mettle-vault': string
  /** What the databases were at the moment that they are taken back to; without it, what they are. */
  past?: { mettle: string; 'mettle-vault': string }
  /** The names of the salts. Only one namespace holds salts. */
  salts?: string[]
  /** A file that gets a line for each call. */
  calls: string
  /** A call that fails, as it would be typed. */
  fails?: string
}

const words = process.argv.slice(2)
const standIn: StandIn = JSON.parse(process.env['STAND_IN'] ?? '')
appendFileSync(standIn.calls, `${words.join(' ').replaceAll(/\s+/g, ' ')}\n`)
if (standIn.fails && words.join(' ').startsWith(standIn.fails)) {
  process.stderr.write('The account does not answer.\n')
  process.exit(1)
}

const after = (option: string) => words[words.indexOf(option) + 1] ?? ''
const name = words.includes('mettle-vault') ? 'mettle-vault' : 'mettle'
const database = standIn[name]
const command = words.slice(0, 2).join(' ')
if (command === 'd1 export') await dumpSql(database, after('--output'))
if (command === 'd1 execute') {
  const db = new DatabaseSync(database, { enableForeignKeyConstraints: false })
  if (words.includes('--file')) db.exec(readFileSync(after('--file'), 'utf8'))
  else if (words.includes('--json')) {
    const results = db.prepare(after('--command')).all()
    process.stdout.write(JSON.stringify([{ results, success: true }]))
  } else db.exec(after('--command'))
  db.close()
}
if (command === 'd1 migrations') {
  applyMigrations(name === 'mettle' ? 'main' : 'vault', database)
}
if (command === 'd1 time-travel') {
  if (standIn.past) copyFileSync(standIn.past[name], database)
  process.stdout.write(JSON.stringify({ previous_bookmark: 'the-bookmark-before' }))
}
if (command === 'kv namespace') {
  const titles = ['another-namespace', 'mettle-wrapping-salts']
  const namespaces = titles.map((title) => ({ id: `id-of-${title}`, title }))
  process.stdout.write(JSON.stringify(namespaces))
}
if (command === 'kv key') {
  const isOurs = after('--namespace-id') === 'id-of-mettle-wrapping-salts'
  const names = isOurs ? (standIn.salts ?? []) : []
  process.stdout.write(JSON.stringify(names.map((salt) => ({ name: salt }))))
}

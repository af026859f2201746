import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import * as v from 'valibot'
import { parse } from 'yaml'

import { migrateAtOnce } from './migrate/migrate-at-once.ts'
import { makeKeys } from './start/keys.mjs'
import { databases } from './start/prepare.mjs'
import { measureClaims, waiting } from './bench/claims.ts'
import { bundleDoors } from './bench/bundle-doors.ts'
import { measureDoors } from './bench/doors.ts'
import { employerId, openingId, plantEarners } from './bench/earners.ts'
import { line, median } from './bench/line.ts'
import { plantQueue } from './bench/plant-queue.ts'
import { measureRedactor } from './bench/redactor.ts'
import { skillAchievement } from '../worker/credentials/achievement/achievement.ts'
import { Rubric } from '../worker/skills/rubric.ts'
import { type BenchServer, startServer } from './bench/server.ts'

const home = '.local/bench'
const homeOfDoors = '.local/bench-doors'
const port = Number(process.env.PORT ?? 8797)
const rounds = 5
const requestsEach = 300
const earners = 10_000
const criteria = JSON.stringify({
  regions: ['GB-LND'],
  skills: { match: 'any', of: [{ minimumLevel: 3, skill: 'collaboration' }] },
})

console.log(`Mettle bench: ${cpus()[0]?.model ?? 'unknown processor'}, node ${process.version}`)
console.log(
  `${rounds} rounds of ${requestsEach} requests each, interleaved; CPU of workerd per request\n`,
)

const parts = {
  routes: measureRoutes,
  search: measureSearch,
  sealing: measureSealing,
  signing: measureSigning,
  claims: measureClaims,
}
/** `npm run bench -- signing` measures that part alone. */
const asked = process.argv.slice(2)
const isAsked = (part: string) => asked.length === 0 || asked.includes(part)

if (isAsked('redactor')) measureRedactor()
if (Object.keys(parts).some(isAsked)) await measureParts()
if (isAsked('doors')) await measureAllDoors()

async function measureParts(): Promise<void> {
  console.log()
  await prepare(home)
  const database = new DatabaseSync(databaseFile())
  plantEarners(database, earners, Date.now())
  if (isAsked('claims')) plantQueue(database, waiting, Date.now())
  database.close()
  const server = await startServer(home, port)
  try {
    for (const [part, measure] of Object.entries(parts)) if (isAsked(part)) await measure(server)
  } finally {
    server.stop()
  }
}

async function measureAllDoors(): Promise<void> {
  await prepare(homeOfDoors)
  const entry = `${homeOfDoors}/doors.mjs`
  await bundleDoors(entry)
  // Another port: the first server needs a moment to end.
  const appOrigin = 'https://mettle.example'
  const server = await startServer(homeOfDoors, port + 1, { entry, appOrigin })
  try {
    await measureDoors(server)
  } finally {
    server.stop()
  }
}

async function prepare(home: string): Promise<void> {
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  makeKeys()
  for (const { config } of databases) await migrateAtOnce(config, resolve(home))
}

function databaseFile(): string {
  const file = globSync(`${home}/v3/d1/**/*.sqlite`).find(hasAccounts)
  if (!file) throw new Error('There is no local database.')
  return file
}

/** Whether a file is the main Worker's database and not the vault's. */
function hasAccounts(path: string): boolean {
  const database = new DatabaseSync(path, { readOnly: true })
  const query = "SELECT 1 FROM sqlite_master WHERE name = 'accounts'"
  const found = database.prepare(query).get()
  database.close()
  return found !== undefined
}

interface Subject {
  name: string
  send(): Promise<Response>
}

async function measureRoutes(server: BenchServer): Promise<void> {
  const { origin } = server
  const get = (path: string) => () => fetch(origin + path)
  let sent = 0
  const ask = () => {
    sent++
    const email = `bench-${process.pid}-${sent}@people.example`
    const headers = {
      origin,
      'content-type': 'application/json',
      'cf-connecting-ip': `10.0.${sent >> 7}.${sent % 128}`,
    }
    return fetch(`${origin}/api/sign-ins`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ email }),
    })
  }
  const subjects: Subject[] = [
    { name: 'bare Worker', send: get('/bench/bare') },
    { name: 'one D1 read', send: get('/bench/d1-read') },
    { name: 'one D1 write', send: get('/bench/d1-write') },
    { name: 'a read route (GET /api/challenges)', send: get('/api/challenges') },
    { name: 'a write route (POST /api/sign-ins)', send: ask },
  ]
  const times = await cpuOf(server, subjects)
  const control = median(times.get('bare Worker') ?? [])
  for (const [name, list] of times) line(name, list, median(list) / control, 'x bare Worker')
}

/** Measures pages that show names: sealed ones, and ones stored before there were sealing keys. */
async function measureSealing(server: BenchServer): Promise<void> {
  const adminsOf = async (sealed: 'yes' | 'no'): Promise<string[]> =>
    (await fetch(`${server.origin}/bench/people?sealed=${sealed}`)).json()
  const [sealed, plain] = [await adminsOf('yes'), await adminsOf('no')]
  let sent = 0
  const get = (path: string, tokens: string[]) => () => {
    const cookie = `__Host-session=${tokens[sent++ % tokens.length]}`
    return fetch(server.origin + path, { headers: { cookie } })
  }
  const pages = [
    { path: '/api/session', opens: '1 owner' },
    { path: '/api/members', opens: '100 owners' },
  ]
  console.log('\nPages with sealed names against the same with names that are not sealed')
  for (const { path, opens } of pages) {
    const names = [`${path}, not sealed`, `${path}, ${opens}`] as const
    const times = await cpuOf(server, [
      { name: names[0], send: get(path, plain) },
      { name: names[1], send: get(path, sealed) },
    ])
    const control = median(times.get(names[0]) ?? [])
    for (const [name, list] of times) line(name, list, median(list) / control, 'x not sealed')
  }
}

/** Measures the signatures of awards as the drain makes them, in each of three ways. */
async function measureSigning(server: BenchServer): Promise<void> {
  const { origin } = server
  const rubric = parse(readFileSync('scenarios/rubrics/collaboration.yaml', 'utf8'))
  const address = 'https://mettle.example/achievements/6f2c1c6e-6a53-4b5e-9f0b-1b8f0c8f4a11'
  const body = JSON.stringify(skillAchievement(address, v.parse(Rubric, rubric), 'en'))
  const prepare = await fetch(`${origin}/bench/template`, { method: 'POST', body })
  if (!prepare.ok) throw new Error('The template could not be compiled.')

  const count = 50
  const signatures = (way: string) => ({
    name: way,
    send: () =>
      fetch(`${origin}/bench/signatures?${new URLSearchParams({ way, count: `${count}` })}`),
  })
  const ways = ['slow path', 'template', 'template and binding'] as const
  const times = await cpuOf(server, ways.map(signatures), 5)
  const list = (way: string) => (times.get(way) ?? []).map((ms) => ms / count)
  const slow = median(list('slow path'))
  console.log('\nSigning an award: its canonical text, hash, checks and Ed25519; CPU of workerd')
  console.log('By template it should be 8 x faster at least, and take 1.5 ms at most.')
  for (const way of ways)
    line(way, list(way), slow / median(list(way)), 'x faster than the slow path')
}

/**
 * The mean CPU milliseconds of a request, by subject and round. In each round every subject has a
 * turn.
 */
async function cpuOf(
  { cpuSeconds }: BenchServer,
  subjects: readonly Subject[],
  requests = requestsEach,
) {
  const times = new Map<string, number[]>(subjects.map(({ name }) => [name, []]))
  for (const subject of subjects) await burst(subject, Math.min(30, requests))
  for (let round = 0; round < rounds; round++) {
    for (const subject of subjects) {
      const before = cpuSeconds()
      await burst(subject, requests)
      times.get(subject.name)?.push(((cpuSeconds() - before) * 1000) / requests)
    }
  }
  return times
}

async function burst({ name, send }: Subject, n: number): Promise<void> {
  for (let i = 0; i < n; i++) {
    const response = await send()
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`${name} answered ${response.status}`)
  }
}

async function measureSearch({ origin }: BenchServer): Promise<void> {
  const query = new URLSearchParams({ employer: employerId, opening: openingId, criteria })
  const asked = await (await fetch(`${origin}/bench/search-sql?${query}`)).json()
  const database = new DatabaseSync(databaseFile(), { readOnly: true })
  const statement = database.prepare(asked.text)
  const [inD1, inSqlite]: [number[], number[]] = [[], []]
  let answer = { n: 0, rowsRead: 0 }
  for (let round = 0; round < rounds * 4; round++) {
    let started = performance.now()
    answer = await (await fetch(`${origin}/bench/search?${query}`)).json()
    inD1.push(performance.now() - started)
    started = performance.now()
    const row = statement.get(...asked.params)
    inSqlite.push(performance.now() - started)
    if (row?.n !== answer.n) throw new Error(`D1 found ${answer.n}, SQLite ${String(row?.n)}`)
  }
  console.log(
    `\nTalent search over ${earners} earners: ${answer.n} match, ${answer.rowsRead} rows read; wall time`,
  )
  line('the same SQL in node:sqlite', inSqlite, 1, '')
  line('through the Worker and D1', inD1, median(inD1) / median(inSqlite), 'x node:sqlite')
}

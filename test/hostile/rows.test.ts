import type { D1PreparedStatement } from '@cloudflare/workers-types'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'

import { connect } from '../../worker/foundation/call/db.ts'
import { systemCall } from '../../worker/foundation/call/system-call.ts'
import { reactions } from '../../worker/reactions.ts'
import { tick } from '../../worker/tick.ts'
import { envAt } from '../support/client.ts'
import { countingRows } from '../support/counting-rows.ts'
import { aCrowd } from '../support/crowd.ts'
import { findScans } from '../support/find-scans.ts'
import { aVisibleStudent } from '../support/hiring.ts'
import { multiply } from '../support/multiply.ts'
import { plantRareRows } from '../support/rare-rows.ts'
import { settle } from '../support/settle.ts'
import { askOf, doorNames, liftRateLimits, rightful, send } from '../support/traffic.ts'
import { theWorld } from '../support/traffic/world.ts'

liftRateLimits()

/** Statements that may go through a table or a partial index, each with its reason. */
const mayScan: Record<string, string> = {
  challenges: 'the catalogue shows them all; they are written by hand, some dozens',
  'organization_changes by organization_changes_to_decide': 'what waits for the operator, 100 a page',
  'admissions by admissions_waiting': 'what waits for the operator, 100 a page',
  'opening_versions by opening_versions_to_decide': 'what waits for the operator, 100 a page',
  challenge_parts: 'versions on their way in: a part is gone once its version is there',
  'interview_requests by interview_requests_live':
    'once an hour, what lost its note is looked for among those that live',
}

/** Rows that a whole request may read, and the clock in a minute. */
const budget = 250
/** Doors that may read more, each with its reason. */
const dearer: Record<string, { rows: number; because: string }> = {}

/** Nothing is ever in it: its trigger refuses. One row for the instance. */
const emptyOrOne = ['guard', 'setup_tokens']

const statements = new Map<string, D1PreparedStatement>()
const read = new Map<string, number>()

/** Does something with a database that counts, and keeps what it read and every statement of it. */
async function counted(name: string, act: (DB: typeof env.DB) => Promise<unknown>): Promise<void> {
  const { DB, cost } = countingRows(env.DB, { plans: 'later' })
  await act(DB)
  read.set(name, Math.max(read.get(name) ?? 0, cost.read))
  for (const [query, explain] of cost.explain) statements.set(query, explain)
}

async function askAll(ask: (door: string) => Promise<void>): Promise<void> {
  for (const door of doorNames) await ask(door)
}

async function askOnce(door: string, DB?: typeof env.DB): Promise<void> {
  const ask = await askOf(door)
  const client = await rightful(ask)
  const answerOf = (options: object) => send(client, door, ask, options)
  const { status, text } = DB
    ? await answerOf({ env: { DB } })
    : await answerOf({})
  expect(status < 400 ? '' : `${door}: ${text}`).toBe('')
  await ask.after?.()
}

beforeAll(async () => {
  await askAll(askOnce)
  await settle()
  await plantRareRows()
  const { home } = await theWorld()
  const model = await aVisibleStudent({ in: home })
  await multiply({ people: 400, worlds: 30 })
  for (let part = 0; part < 5; part++) await aCrowd(model, 2_000)
})

it('has rows in every table, and ten thousand people in one programme', async () => {
  const { home } = await theWorld()
  const { results } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
     AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'`,
  ).all<{ name: string }>()
  const tables = results.map(({ name }) => name).filter((name) => !emptyOrOne.includes(name))
  const counts = await env.DB.batch<{ n: number }>(
    tables.map((table) => env.DB.prepare(`SELECT count(*) AS n FROM (SELECT 1 FROM ${table} LIMIT 25)`)),
  )
  const few = tables.filter((name, index) => (counts[index]?.results[0]?.n ?? 0) < 20)
  expect(few).toEqual([])
  const people = await env.DB.prepare('SELECT count(*) AS n FROM memberships WHERE organization_id = ?')
    .bind(home.id)
    .first<number>('n')
  expect(people).toBeGreaterThan(10_000)
})

describe('in that database', () => {
  it('every door answers', () =>
    askAll((door) => counted(door, (DB) => askOnce(door, DB))))

  it('the clock ticks', async () => {
    await counted('the clock', (DB) => tick(envAt(undefined, { DB })))
  })

  it('every note is answered', async () => {
    const subjects = await subjectsByKind()
    for (const [kind, consumers] of Object.entries(reactions)) {
      for (const [consumer, react] of Object.entries(consumers)) {
        const note = { id: crypto.randomUUID(), kind, subjectId: subjects(kind), payload: {} }
        await counted(`${kind} ${consumer}`, async (DB) => {
          const call = systemCall(envAt(undefined, { DB }), note.id)
          await (react as (call: unknown, note: unknown) => Promise<void>)({ ...call, db: connect(DB) }, note).catch((error) => console.log(kind, consumer, String(error).slice(0, 200)))
        })
      }
    }
  })

  it('no statement goes through a table that grows', async () => {
    const found = await findScans(statements)
    console.log(found.filter(({ table }) => !mayScan[table]).map(({ query, table }) => `SCAN ${table}: ${query.replace(/\s+/g, ' ').slice(0, 500)}`).join('\n'))
    expect(found.filter(({ table }) => !mayScan[table])).toEqual([])
    const named = new Set(found.map(({ table }) => table))
    expect(Object.keys(mayScan).filter((table) => !named.has(table))).toEqual([])
  })

  it('no request reads more than its budget', () => {
    const all = [...read].toSorted(([, one], [, other]) => other - one)
    console.log(all.slice(0, 60).map(([name, rows]) => `${String(rows).padStart(7)} ${name}`).join('\n'))
    const over = all.filter(([name, rows]) => rows > (dearer[name]?.rows ?? budget))
    expect(over).toEqual([])
    expect(Object.keys(dearer).filter((name) => !read.has(name))).toEqual([])
  })
})

/** A note that somebody's act left for each kind, or a subject of the sort that it is about. */
async function subjectsByKind(): Promise<(kind: string) => string> {
  const { results } = await env.DB.prepare(
    'SELECT kind, max(subject_id) AS subject FROM outbox GROUP BY kind',
  ).all<{ kind: string; subject: string }>()
  const left = new Map(results.map(({ kind, subject }) => [kind, subject]))
  const one = async (table: string, column = 'id') =>
    (await env.DB.prepare(`SELECT ${column} AS id FROM ${table} LIMIT 1`).first<string>('id')) ?? ''
  const byRoom: Record<string, string> = {
    review: await one('submissions'),
    'mentor-place': await one('submissions'),
    promise: await one('promises', 'submission_id'),
    round: await one('submissions'),
    answer: await one('submissions'),
    decision: await one('decisions'),
    credential: await one('credentials'),
    visibility: await one('visibilities', 'student_id'),
    consent: await one('consents'),
    opening: await one('opening_versions'),
    interview: await one('interview_requests'),
    employer: await one('organizations'),
    note: await one('outbox'),
  }
  return (kind) => left.get(kind) ?? byRoom[kind.slice(0, kind.indexOf('.'))] ?? crypto.randomUUID()
}

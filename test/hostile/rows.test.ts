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
import { findSealedUses } from '../support/find-sealed-uses.ts'
import { aVisibleStudent } from '../support/hiring.ts'
import { unsealAll } from '../support/unseal.ts'
import { multiply } from '../support/multiply.ts'
import { plantRareRows } from '../support/rare-rows.ts'
import { settle } from '../support/settle.ts'
import { askOf, doorNames, liftRateLimits, rightful, send } from '../support/traffic.ts'
import { theWorld } from '../support/traffic/world.ts'

liftRateLimits()

/** Tables and partial indexes that a statement may scan, with the reason. */
const mayScan: Record<string, string> = {
  challenges: 'the catalogue shows them all; they are written by hand, some dozens',
  'organization_changes by organization_changes_to_decide':
    'what waits for the operator, 100 a page',
  'admissions by admissions_waiting': 'what waits for the operator, 100 a page',
  'opening_versions by opening_versions_to_decide': 'what waits for the operator, 100 a page',
  'claims by claims_live':
    'the clock goes through the live ones, one a reviewer: an index more is a row more at each claim',
  d1_migrations: 'the last one by name, from the end of its index',
  military_codes: 'the operator replaces the list: once, with the last part of a new one',
  challenge_parts: 'versions on their way in: a part is gone once its version is there',
  'interview_requests by interview_requests_live':
    'once an hour, what lost its note is looked for among those that live',
}

/** Rows that one request, or one consumer of a note, may read. */
const budget = 250
const mailToAdmins = { rows: 400, because: 'a mail to each admin, with its turn and its tries' }
const mailToEmployer = {
  rows: 1_000,
  because: 'a mail to each person of the largest employer, with its turn and its tries',
}
const bothPools = {
  rows: 4_000,
  because: 'counts the hand-ins of 90 days in two programmes, to 2,000 each',
}

/** Requests and consumers that may read more, with the reason. */
const dearer: Record<string, { rows: number; because: string }> = {
  'GET /api/members': {
    rows: 400,
    because: 'a page is 100 people: a membership and an account each',
  },
  'GET /api/disclosures': {
    rows: 420,
    because:
      'a page is 50 looks, eight rows of each: the employer, its consent and whether it is blocked',
  },
  'GET /api/export': {
    rows: 2_000,
    because: 'reads everything about one person, at most three times a day',
  },
  'the clock': {
    rows: 8_000,
    because:
      'does all its duties at once; once an hour it looks among live requests and awaited awards',
  },
  'GET /api/insights/funnel': {
    rows: 30_000,
    because: 'counts every student, once a day; all others read what it kept',
  },
  'POST /api/searches/:searchId/pages': { rows: 4_200, because: 'the walk stops after 4,000' },
  'POST /api/searches': { rows: 2_500, because: 'the count stops after 2,000' },
  'GET /api/cohorts': { rows: 1_500, because: 'counts the members of each cohort' },
  'PUT /api/cohorts/:cohortId/members': { rows: 1_000, because: 'takes all of them out first' },
  'mentor-time.short admins': {
    rows: 1_500,
    because: 'counts to 500 what is wanted and what was given; then a mail to each admin',
  },
  'promise.near admins': { rows: 1_000, because: 'the mail lists all work that waits' },
  'promise.missed admins': { rows: 1_000, because: 'the mail lists all work that waits' },
  'promise.waits admins': { rows: 1_000, because: 'the mail lists all work that waits' },
  'GET /api/insights/operation': {
    rows: 12_000,
    because: 'counts the changes of a day to 5,000, and whatever else waits to 1,000',
  },
  'answer.distressing admins': mailToAdmins,
  'employer.applied operator': mailToAdmins,
  'employer.approval-ended tell': mailToEmployer,
  'employer.approval-ending tell': mailToEmployer,
  'employer.approved tell': mailToEmployer,
  'employer.change-approved tell': mailToEmployer,
  'employer.change-declined tell': mailToEmployer,
  'employer.declined tell': mailToEmployer,
  'employer.change-waiting operator': mailToAdmins,
  'mentor.differs admins': mailToAdmins,
  'note.dead operator': mailToAdmins,
  'opening.waiting operator': mailToAdmins,
  'POST /api/reviewer-sharings/:sharingId/answer': bothPools,
  'DELETE /api/reviewer-sharings/:sharingId': bothPools,
  'GET /api/mail-state': { rows: 1_000, because: 'counts the mails that wait for the quota' },
  'GET /api/insights/late': {
    rows: 1_300,
    because: 'sorts all work that is late, and counts the reviews of what it shows',
  },
  'credential.ended list': { rows: 1_000, because: 'a list says each end in it' },
  'GET /api/invitations': {
    rows: 1_000,
    because: 'those accepted lie between those that are open',
  },
  'GET /api/approvals': { rows: 800, because: 'asks of each employer whether its approval ends' },
  'GET /': { rows: 500, because: 'shows the catalogue' },
  'GET /challenges': { rows: 500, because: 'shows the catalogue' },
  'GET /rubrics/:skill': { rows: 800, because: 'looks for the latest in the catalogue' },
  'GET /api/challenges': { rows: 500, because: 'shows the catalogue' },
  'GET /api/review-work': { rows: 400, because: 'counts what waits in each challenge, to 100' },
}

/**
 * Tables that stay small: `guard` is always empty, because its trigger refuses; `mail_carriers` has
 * a row for each carrier, `operation_times` two rows, `setup_tokens` one, `visible_counts` one for
 * each skill.
 */
const few = ['guard', 'mail_carriers', 'operation_times', 'setup_tokens', 'visible_counts']

const statements = new Map<string, D1PreparedStatement>()
/** By request or consumer: the rows it read in all, and its most expensive statement. */
const read = new Map<string, { rows: number; dearest: string }>()

/** Does something with a counting database, and stores the rows it read and all its statements. */
async function counted(name: string, act: (DB: typeof env.DB) => Promise<unknown>): Promise<void> {
  const { DB, cost } = countingRows(env.DB, { plans: 'later' })
  await act(DB)
  const [dearest = ''] = [...cost.readBy]
    .toSorted(([, one], [, other]) => other - one)
    .map(([query, rows]) => `${rows}: ${query.replaceAll(/\s+/g, ' ').trim().slice(0, 240)}`)
  read.set(name, { rows: cost.read, dearest })
  for (const [query, explain] of cost.explain) statements.set(query, explain)
}

async function askAll(ask: (door: string) => Promise<void>): Promise<void> {
  for (const door of doorNames) await ask(door)
}

async function askOnce(door: string, DB?: typeof env.DB): Promise<void> {
  const ask = await askOf(door)
  const client = await rightful(ask)
  const { status, text } = await send(client, door, ask, DB ? { env: { DB } } : {})
  expect(status < 400 ? '' : `${door}: ${text}`).toBe('')
  await ask.after?.()
}

beforeAll(async () => {
  await askAll(askOnce)
  await settle()
  await plantRareRows()
  const { home } = await theWorld()
  const model = await aVisibleStudent({ in: home })
  await unsealAll()
  await multiply({ people: 400, worlds: 30 })
  for (let part = 0; part < 5; part++) await aCrowd(model, 2_000)
  // The stored searches were made when there were few badges: one of their segments would contain
  // all badges now.
  await env.DB.prepare("UPDATE searches SET segments = 128, shuffle = '{}'").run()
})

it('has rows in every table, and ten thousand people in one programme', async () => {
  const { home } = await theWorld()
  const { results } = await env.DB.prepare(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
     AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\'`,
  ).all<{ name: string }>()
  const tables = results.map(({ name }) => name).filter((name) => !few.includes(name))
  const counts = await env.DB.batch<{ n: number }>(
    tables.map((table) =>
      env.DB.prepare(`SELECT count(*) AS n FROM (SELECT 1 FROM ${table} LIMIT 25)`),
    ),
  )
  const tooFew = tables.filter((name, index) => (counts[index]?.results[0]?.n ?? 0) < 20)
  expect(tooFew).toEqual([])
  const people = await env.DB.prepare(
    'SELECT count(*) AS n FROM memberships WHERE organization_id = ?',
  )
    .bind(home.id)
    .first<number>('n')
  expect(people).toBeGreaterThan(10_000)
})

describe('in that database', () => {
  it('every door answers', () => askAll((door) => counted(door, (DB) => askOnce(door, DB))))

  it('a list continues after its page', async () => {
    const ended: string[] = []
    await askAll(async (door) => {
      if (!door.startsWith('GET /api/')) return
      const ask = await askOf(door)
      const client = await rightful(ask)
      const { next = null } = (await client.get(ask.path)).body ?? {}
      await ask.after?.()
      if (next === null) return
      ended.push(door)
      const query = new URLSearchParams(typeof next === 'string' ? { after: next } : given(next))
      await counted(`${door} further on`, async (DB) => {
        const { status, text } = await client.get(`${ask.path}?${query}`, { env: { DB } })
        expect(status < 400 ? '' : `${door}: ${text}`).toBe('')
      })
    })
    expect(ended).toEqual(expect.arrayContaining(['GET /api/members', 'GET /api/audit-entries']))
  })

  it('the clock ticks', async () => {
    await counted('the clock', (DB) => tick(envAt(undefined, { DB })))
  })

  it('every note is answered', async () => {
    const [subjects, payload] = [await subjectsByKind(), await aPayload()]
    const refused: string[] = []
    for (const [kind, consumers] of Object.entries(reactions)) {
      for (const [consumer, react] of Object.entries(consumers)) {
        const note = { id: crypto.randomUUID(), kind, subjectId: subjects(kind), payload }
        await counted(`${kind} ${consumer}`, async (DB) => {
          const call = systemCall(envAt(undefined, { DB }), note.id)
          const answer = react as (call: unknown, note: unknown) => Promise<void>
          // Collected, so that a failure lists every consumer that refused.
          await answer({ ...call, db: connect(DB) }, note).catch((error: unknown) => {
            refused.push(`${kind} ${consumer}: ${String(error).slice(0, 120)}`)
          })
        })
      }
    }
    expect(refused).toEqual([])
  })

  it('no statement scans a table that grows', async () => {
    const found = await findScans(statements)
    const grows = found.filter(({ table }) => !mayScan[table])
    expect(grows.map(({ query, table }) => `${table}: ${query.replaceAll(/\s+/g, ' ')}`)).toEqual(
      [],
    )
    const named = new Set(found.map(({ table }) => table))
    expect(Object.keys(mayScan).filter((table) => !named.has(table))).toEqual([])
  })

  it('no statement compares, sorts or searches by a sealed column', async () => {
    const found = await findSealedUses(statements)
    expect(found.map(({ query, uses }) => `${uses.join(', ')}: ${query}`)).toEqual([])
  })

  it('no request reads more than its budget', () => {
    const all = [...read].toSorted(([, one], [, other]) => other.rows - one.rows)
    const line = ([name, { rows }]: (typeof all)[number]) => `${String(rows).padStart(7)}  ${name}`
    // The runner hides the output of a passing test, unless run with --silent=false.
    console.log(['rows read by the ten dearest', ...all.slice(0, 10).map(line)].join('\n'))
    const most = (name: string) => dearer[name.replace(' further on', '')]?.rows ?? budget
    const over = all.filter(([name, { rows }]) => rows > most(name))
    expect(Object.fromEntries(over)).toEqual({})
    expect(Object.keys(dearer).filter((name) => !read.has(name))).toEqual([])
  })
})

const given = (next: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(next).flatMap(([key, value]) => (value ? [[key, value]] : [])))

/** The employer with the most current members. */
const largestEmployer = async () =>
  (await env.DB.prepare(
    `SELECT m.organization_id AS id FROM memberships m JOIN organizations o ON o.id = m.organization_id
     WHERE o.kind = 'employer' AND m.ended_at IS NULL
     GROUP BY m.organization_id ORDER BY count(*) DESC, m.organization_id LIMIT 1`,
  ).first<string>('id')) ?? ''

const one = async (table: string, column = 'id') =>
  (await env.DB.prepare(`SELECT ${column} AS id FROM ${table} LIMIT 1`).first<string>('id')) ?? ''

/** A request that its student has answered, and its version then. */
const answered = () =>
  env.DB.prepare(
    `SELECT request_id AS id, version FROM interview_events
     WHERE event IN ('accept', 'decline', 'ask-revision') LIMIT 1`,
  ).first<{ id: string; version: number }>()

/** A column of an erasure that can still be undone. */
const liveErasure = async (column: string) =>
  (await env.DB.prepare(
    `SELECT ${column} AS value FROM erasures WHERE undone_at IS NULL AND finished_at IS NULL LIMIT 1`,
  ).first<string>('value')) ?? ''

/** A payload that has the members of every kind of note. */
async function aPayload() {
  const version = (await answered())?.version
  const [approvalId, consentId] = [await one('approvals'), await one('visibilities', 'consent_id')]
  return {
    version,
    approvalId,
    consentId,
    code: '0|123456',
    months: 22,
    erasureId: await liveErasure('id'),
    token: '0|a-token',
    on: true,
    first: true,
    answer: 'decline',
    startsAt: 0,
    hours: 24,
    sequence: 1,
    step: 0,
    side: 'student',
    role: 'peer',
    messageId: crypto.randomUUID(),
  }
}

/**
 * For each kind of note a subject: a fitting row if `byRoom` names one, else one from the outbox, else
 * a random id.
 */
async function subjectsByKind(): Promise<(kind: string) => string> {
  const { results } = await env.DB.prepare(
    'SELECT kind, max(subject_id) AS subject FROM outbox GROUP BY kind',
  ).all<{ kind: string; subject: string }>()
  const left = new Map(results.map(({ kind, subject }) => [kind, subject]))
  const byRoom: Record<string, string> = {
    review: await one('submissions'),
    'mentor-place': await one('submissions'),
    promise: await one('promises', 'submission_id'),
    'mentor-time': await one('review_pools', 'organization_id'),
    result: await one('submissions'),
    round: await one('submissions'),
    answer: await one('submissions'),
    decision: await one('decisions'),
    credential: await one('credentials'),
    visibility: await one('visibilities', 'student_id'),
    consent: await one('consents'),
    opening: await one('opening_versions'),
    interview: (await answered())?.id ?? '',
    employer: await largestEmployer(),
    erasure: await liveErasure('account_id'),
    note: await one('outbox'),
    reviewer: await one('reviews', 'reviewer_id'),
    mentor: await one('reviews', 'reviewer_id'),
  }
  const settled = await one('reviews')
  return (kind) =>
    (kind === 'review.settled' ? settled : undefined) ??
    byRoom[kind.slice(0, kind.indexOf('.'))] ??
    left.get(kind) ??
    crypto.randomUUID()
}

import { databaseOf } from '../database-of.ts'
import type { Bindings } from '../env.ts'
import { clock } from '../foundation/call/clock.ts'
import { tick } from '../tick.ts'
import { devMailbox } from './mailbox.ts'
import { sealOlder } from './seal-older.ts'

let prepared = false

/** For a test that has removed the tables. */
export const forgetTables = () => {
  prepared = false
}

/** Creates tables for development only. They are not in the migrations, so no deploy has them. */
export async function prepareDev(env: Bindings): Promise<void> {
  if (prepared) return
  await databaseOf(env).batch([
    databaseOf(env).prepare(
      'CREATE TABLE IF NOT EXISTS dev_state (name TEXT PRIMARY KEY, n INTEGER) STRICT',
    ),
    databaseOf(env).prepare(
      'CREATE TABLE IF NOT EXISTS dev_sent (note_id TEXT PRIMARY KEY, at INTEGER, mail TEXT) STRICT',
    ),
    databaseOf(env).prepare(
      'CREATE TABLE IF NOT EXISTS dev_cast (place INTEGER PRIMARY KEY, person TEXT) STRICT',
    ),
  ])
  await sealOlder(env)
  prepared = true
}

export async function readState(env: Bindings, name: string): Promise<number | undefined> {
  const row = await databaseOf(env)
    .prepare('SELECT n FROM dev_state WHERE name = ?')
    .bind(name)
    .first<{ n: number }>()
  return row?.n
}

export async function writeState(env: Bindings, name: string, n: number): Promise<void> {
  await databaseOf(env)
    .prepare('INSERT INTO dev_state VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET n = ?2')
    .bind(name, n)
    .run()
}

export async function clockOffset(env: Bindings): Promise<number> {
  return (await readState(env, 'clock')) ?? 0
}

/** Whether `npm start` has published the challenges and seeded the demo. Scripts poll this. */
export async function isReady(env: Bindings): Promise<Response> {
  const ready = (await readState(env, 'ready')) !== undefined
  return Response.json({ ready }, { status: ready ? 200 : 503 })
}

export async function markReady(env: Bindings): Promise<Response> {
  await writeState(env, 'ready', 1)
  return Response.json({ ready: true, hasPeople: await isUsed(env) })
}

interface Move {
  advanceSeconds?: number
  /**
   * Sets the clock back, only while there are no accounts: signed documents must not have dates in
   * the future.
   */
  setBackSeconds?: number
}

/**
 * Moves the clock and runs the work that is due then. The clock moves back only while there are no
 * accounts. Takes JSON from tests and a form from people.
 */
export async function moveClock(request: Request, env: Bindings): Promise<Response> {
  const isForm = request.headers.get('content-type')?.includes('form') === true
  const move: Move = isForm
    ? { advanceSeconds: Number(new URLSearchParams(await request.text()).get('advanceSeconds')) }
    : await request.json<Move>()
  const seconds = move.advanceSeconds ?? -(move.setBackSeconds ?? 0)
  if (!Number.isSafeInteger(seconds) || (seconds < 0 && (await isUsed(env)))) {
    return Response.json({ title: 'The clock moves forward by whole seconds.' }, { status: 422 })
  }
  const offset = (await clockOffset(env)) + seconds * 1000
  await writeState(env, 'clock', offset)
  const moved = { ...env, CLOCK_OFFSET_MS: offset }
  // Mails are dated by the new time.
  await tick({ ...moved, MAIL: devMailbox(moved) })
  if (isForm) return new Response(null, { status: 303, headers: { location: '/dev/mail' } })
  return Response.json({ now: clock(moved).toISOString() })
}

/** Whether anybody has an account. */
export async function isUsed(env: Bindings): Promise<boolean> {
  return (await databaseOf(env).prepare('SELECT 1 FROM accounts LIMIT 1').first()) !== null
}

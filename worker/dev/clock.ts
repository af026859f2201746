import type { Bindings } from '../env.ts'
import { clock } from '../foundation/clock.ts'
import { tick } from '../tick.ts'
import { devMailbox } from './mailbox.ts'

let prepared = false

/** The laptop's own tables: outside the migrations, so that no deploy ever has them. */
export async function prepareDev(env: Bindings): Promise<void> {
  if (prepared) return
  await env.DB.batch([
    env.DB.prepare(
      'CREATE TABLE IF NOT EXISTS dev_state (name TEXT PRIMARY KEY, n INTEGER) STRICT',
    ),
    env.DB.prepare(
      `CREATE TABLE IF NOT EXISTS dev_mails (note_id TEXT PRIMARY KEY, at INTEGER, recipient TEXT,
         subject TEXT, body TEXT, attachment TEXT) STRICT`,
    ),
    env.DB.prepare(
      `CREATE TABLE IF NOT EXISTS dev_people (email TEXT PRIMARY KEY, place INTEGER, who TEXT,
         what TEXT, path TEXT) STRICT`,
    ),
  ])
  prepared = true
}

export async function readState(env: Bindings, name: string): Promise<number | undefined> {
  const row = await env.DB.prepare('SELECT n FROM dev_state WHERE name = ?')
    .bind(name)
    .first<{ n: number }>()
  return row?.n
}

export async function writeState(env: Bindings, name: string, n: number): Promise<void> {
  await env.DB.prepare(
    'INSERT INTO dev_state VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET n = ?2',
  )
    .bind(name, n)
    .run()
}

export async function clockOffset(env: Bindings): Promise<number> {
  return (await readState(env, 'clock')) ?? 0
}

/**
 * Moves the clock forward and lets it do what became due. Takes JSON `{advanceSeconds}` from tests and
 * a plain form from people.
 */
export async function advanceClock(request: Request, env: Bindings): Promise<Response> {
  const isForm = request.headers.get('content-type')?.includes('form') === true
  const advanceSeconds = isForm
    ? Number(new URLSearchParams(await request.text()).get('advanceSeconds'))
    : (await request.json<{ advanceSeconds: number }>()).advanceSeconds
  if (!Number.isSafeInteger(advanceSeconds) || advanceSeconds < 0) {
    return Response.json({ title: 'The clock moves forward by whole seconds.' }, { status: 422 })
  }
  const offset = (await clockOffset(env)) + advanceSeconds * 1000
  await writeState(env, 'clock', offset)
  const later = { ...env, CLOCK_OFFSET_MS: offset, MAIL: devMailbox(env) }
  await tick(later)
  if (isForm) return new Response(null, { status: 303, headers: { location: '/dev/mail' } })
  return Response.json({ now: clock(later).toISOString() })
}

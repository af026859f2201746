import { env } from 'cloudflare:workers'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'

import { auditEntry } from '../../../worker/audit/entry.ts'
import { auditEntries } from '../../../worker/audit/tables.ts'
import { commit, guard, part } from '../../../worker/foundation/commit/commit.ts'
import { newId } from '../../../worker/foundation/call/id.ts'
import { note } from '../../../worker/foundation/outbox/note.ts'
import { Problem, problem } from '../../../worker/foundation/call/problem.ts'
import { systemCall } from '../../../worker/foundation/call/system-call.ts'
import { outbox } from '../../../worker/foundation/tables.ts'
import { db } from '../../support/builders.ts'

const placeTaken = problem(409, 'test-place-taken', 'Taken.')

/** A commit with a note and an audit entry under one key. */
function write(key: string, subject: string, answer: unknown = { subject }) {
  const call = systemCall(env, key)
  const changes = [
    note(call, 'round.exhausted', subject),
    auditEntry(call, 'cohort.made', subject),
  ] as const
  return commit(call, changes, { answer })
}

const notesOf = (subject: string) => db.select().from(outbox).where(eq(outbox.subjectId, subject))
const entriesOf = (subject: string) =>
  db.select().from(auditEntries).where(eq(auditEntries.subjectId, subject))

describe('a commit', () => {
  it('happens once for one key, however many requests arrive at once', async () => {
    const [key, subject] = [newId(), newId()]
    const answers = await Promise.all(Array.from({ length: 50 }, () => write(key, subject)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1)
    expect(await notesOf(subject)).toHaveLength(1)
    expect(await entriesOf(subject)).toHaveLength(1)
  })

  it('is atomic, and names the constraint that failed', async () => {
    const subject = newId()
    const call = systemCall(env, newId())
    const losing = commit(
      call,
      [
        note(call, 'round.exhausted', subject),
        call.db.run(sql`UPDATE outbox SET attempts = 9 WHERE id = 'nobody'`),
        guard(call, 'nobody_there'),
        auditEntry(call, 'cohort.made', subject),
      ],
      { answer: null, conflicts: { nobody_there: placeTaken } },
    )
    await expect(losing).rejects.toThrow(Problem)
    expect(await notesOf(subject)).toEqual([])
    expect(await entriesOf(subject)).toEqual([])
  })

  it('repeats its answer, even if its own effect would now refuse the request', async () => {
    const subject = newId()
    const call = systemCall(env, newId())
    const once = () =>
      commit(
        call,
        [
          call.db.run(sql`INSERT INTO counters VALUES (${subject}, 0, 1, 1)`),
          auditEntry(call, 'search.made', subject),
        ],
        { answer: { n: 1 }, conflicts: { 'counters.key, counters.starts_at': placeTaken } },
      )
    expect(await once()).toEqual({ n: 1 })
    expect(await once()).toEqual({ n: 1 })
  })

  it('tries again when the outcome is unknown, and ends in one effect', async () => {
    const subject = newId()
    const call = systemCall(env, newId())
    let calls = 0
    const flaky = {
      ...call,
      db: {
        ...call.db,
        batch: async (list: never) => {
          const result = await call.db.batch(list)
          calls++
          if (calls === 1) throw new Error('D1_ERROR: Network connection lost.')
          return result
        },
      },
    } as unknown as typeof call
    const select = call.db.select.bind(call.db)
    Object.assign(flaky.db, {
      insert: call.db.insert.bind(call.db),
      select,
      run: call.db.run.bind(call.db),
    })
    const answer = await commit(
      flaky,
      [note(call, 'round.exhausted', subject), auditEntry(call, 'cohort.made', subject)],
      { answer: { subject } },
    )
    expect(answer).toEqual({ subject })
    expect(await notesOf(subject)).toHaveLength(1)
  })

  it('refuses the whole change past a cap', async () => {
    const key = newId()
    const subject = newId()
    const call = { ...systemCall(env, key), caps: [{ key: subject, cap: 2, windowSeconds: 3_600 }] }
    const once = (name: string) => {
      const own = { ...part(call, name), caps: call.caps }
      return commit(own, [auditEntry(own, 'opening.changed', subject)], { answer: null })
    }
    await once('one')
    await once('two')
    await expect(once('three')).rejects.toMatchObject({ kind: { status: 429 } })
    expect(await entriesOf(subject)).toHaveLength(2)
  })
})

describe('the audit trail', () => {
  it.each([
    "UPDATE audit_entries SET action = 'x.y'",
    'DELETE FROM audit_entries',
    `INSERT OR REPLACE INTO audit_entries SELECT * FROM audit_entries LIMIT 1`,
  ])('refuses %s', async (statement) => {
    await write(newId(), newId())
    await expect(env.DB.prepare(statement).run()).rejects.toThrow('audit_is_append_only')
  })
})

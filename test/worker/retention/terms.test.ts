import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it, vi } from 'vitest'

import { endOldRows } from '../../../worker/end-old-rows.ts'
import { monthsLater } from '../../../worker/foundation/reader/months-later.ts'
import { retention } from '../../../worker/insights/personal/retention.ts'
import { aMentor, anAdmin, aProgramme, aStudent, type Person } from '../../support/builders.ts'
import { aDecision } from '../../support/awards.ts'
import { aHiringEmployer, search } from '../../support/hiring.ts'
import { termsOf } from '../../../worker/insights/personal/term.ts'
import { aDeliveredRequest, aDraft, anAsking, aSentRequest } from '../../support/interviewing.ts'
import { aChallenge, handedIn, hasPractised } from '../../support/reviews.ts'
import { settle, tickAt } from '../../support/settle.ts'

const day = 86_400_000
const second = 1_000
/** Long ago, so that nothing else in this database is as old. */
const then = Date.now() - 2_000 * day

const run = (sql: string, ...values: (string | number | null)[]) =>
  env.DB.prepare(sql)
    .bind(...values)
    .run()
const id = () => crypto.randomUUID()

async function isThere(table: string, where: string): Promise<boolean> {
  return (await env.DB.prepare(`SELECT 1 FROM ${table} WHERE ${where}`).first()) !== null
}

async function purge(at: number, bindings = env): Promise<void> {
  await endOldRows(bindings, new Date(at))
}

const one = { student: {} as Person, mentor: {} as Person, attemptId: '', submissionId: '' }

beforeAll(async () => {
  const home = await aProgramme()
  const challenge = await aChallenge()
  one.student = await aStudent({ in: home })
  one.mentor = await aMentor({ in: home })
  const submission = await handedIn(one.student, challenge, { at: new Date(then) })
  one.attemptId = submission.attemptId
  one.submissionId = submission.id
})

async function aKey(key: string, at: number, account: string = id()) {
  await run(
    `INSERT INTO idempotency_keys (account_id, key, request_hash, answer, at) VALUES (?, ?, 'h', '{}', ?)`,
    account,
    key,
    at,
  )
  return `key = '${key}'`
}

async function aNote(fields: { done?: number; dead?: number; due?: number }, noteId = id()) {
  await run(
    `INSERT INTO outbox (id, kind, consumer, lane, subject_id, payload, due_at, first_due_at, done_at, dead_at)
     VALUES (?, 'decision.made', 'tell', 1, 's', '{}', ?, ?, ?, ?)`,
    noteId,
    fields.due ?? then,
    fields.due ?? then,
    fields.done ?? null,
    fields.dead ?? null,
  )
  return `id = '${noteId}'`
}

async function aSession({ expires = 0, seen = then, idle = 1 }) {
  const hash = id()
  await run(
    `INSERT INTO sessions (token_hash, id, account_id, created_at, expires_at, idle_seconds, seen_at,
       proven_at, shared_computer, device) VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, ?3, 0, 'Test')`,
    hash,
    one.student.id,
    then,
    expires,
    idle,
    seen,
  )
  return `token_hash = '${hash}'`
}

interface ClaimFields {
  reason?: 'lapsed' | 'released' | 'submitted' | null
  ended?: number | null
}

async function aClaim({ reason = 'lapsed', ended = then }: ClaimFields = {}) {
  const claimId = id()
  const reviewer = reason === null ? one.mentor.id : (await aMentor()).id
  await run(
    `INSERT INTO claims (id, submission_id, reviewer_id, author_id, organization_id, challenge_id, role,
       claimed_at, lease_until, ended_at, end_reason, release_reason)
     SELECT ?1, id, ?2, student_id, organization_id, challenge_id, 'mentor', ?3, ?3, ?4, ?5, ?6
     FROM submissions WHERE id = ?7`,
    claimId,
    reviewer,
    then,
    ended,
    reason,
    reason === 'released' ? 'no-time' : null,
    one.submissionId,
  )
  return claimId
}

async function aReviewDraft(claimId: string) {
  const sql = `INSERT INTO review_drafts (claim_id, body, version, updated_at) VALUES (?, '0|{}', 1, ?)`
  await run(sql, claimId, then)
  return `claim_id = '${claimId}'`
}

/** An invitation whose link stopped working at `then`. */
async function anInvitation() {
  const invitationId = id()
  const { student } = one
  await run(
    `INSERT INTO invitations (id, token_hash, organization_id, role, email, email_index, invited_by, created_at, expires_at)
     VALUES (?1, ?1, ?2, 'student', '0|x', ?1, ?3, ?4, ?5)`,
    invitationId,
    student.organizationId,
    student.id,
    then - 14 * day,
    then,
  )
  return `id = '${invitationId}'`
}

async function aPutAsideText(at = then) {
  const textId = id()
  const sql = `INSERT INTO superseded_drafts (id, attempt_id, prompt_id, text, superseded_at) VALUES (?, ?, 'plan', '0|x', ?)`
  await run(sql, textId, one.attemptId, at)
  return `id = '${textId}'`
}

async function setAttempt(state: string, ended: number | null, closed: number | null) {
  await run('UPDATE attempts SET state = ?, ended_at = ? WHERE id = ?', state, ended, one.attemptId)
  await run('UPDATE rounds SET closed_at = ? WHERE attempt_id = ?', closed, one.attemptId)
}

/**
 * Inserts a row into each table, with a term that begins at `then`; returns a condition that finds
 * it.
 */
const plant: Record<string, () => Promise<string>> = {
  idempotency_keys: () => aKey(id(), then),
  outbox: () => aNote({ done: then }),
  counters: async () => {
    const key = id()
    await run('INSERT INTO counters (key, starts_at, n, cap) VALUES (?, ?, 1, 9)', key, then)
    return `key = '${key}'`
  },
  sign_ins: async () => {
    const hash = id()
    await run(
      `INSERT INTO sign_ins (id_hash, email, email_index, code_hash, created_at, expires_at, tries)
       VALUES (?1, '0|x', ?1, 'c', ?2, ?2, 0)`,
      hash,
      then,
    )
    return `id_hash = '${hash}'`
  },
  long_codes: async () => {
    const index = id()
    const sql = `INSERT INTO long_codes (email_index, code_hash, mailed_at, expires_at) VALUES (?1, 'c', ?2, ?2)`
    await run(sql, index, then)
    return `email_index = '${index}'`
  },
  sessions: () => aSession({ expires: then, seen: then, idle: 999_999 }),
  read_versions: async () => {
    const subjectId = id()
    const sql =
      'INSERT INTO read_versions (account_id, subject_id, version, at) VALUES (?, ?, 1, ?)'
    await run(sql, one.student.id, subjectId, then)
    return `subject_id = '${subjectId}'`
  },
  notifications: async () => {
    const noticeId = id()
    await run(
      `INSERT INTO notifications (id, account_id, kind, subject_id, at) VALUES (?1, ?2, 'result', ?1, ?3)`,
      noticeId,
      one.student.id,
      then,
    )
    return `id = '${noticeId}'`
  },
  mail_outcomes: async () => {
    const mailId = id()
    await run(
      `INSERT INTO mail_outcomes (mail_id, at, sort, carrier, outcome, email_index, email_index_key)
       VALUES (?1, ?2, 'news', 'mailbox', 'sent', ?1, '1')`,
      mailId,
      then,
    )
    return `mail_id = '${mailId}'`
  },
  mail_suppressions: async () => {
    const index = id()
    await run(
      `INSERT INTO mail_suppressions (email_index, email_index_key, reason, at) VALUES (?, '1', 'bounced', ?)`,
      index,
      then,
    )
    return `email_index = '${index}'`
  },
  admissions: async () => {
    const admissionId = id()
    const { student, mentor } = one
    await run(
      `INSERT INTO admissions (id, account_id, organization_id, about, asked_at, decision, decided_by, decided_at)
       VALUES (?, ?, ?, '0|x', ?, 'declined', ?, ?)`,
      admissionId,
      student.id,
      student.organizationId,
      then - day,
      mentor.id,
      then,
    )
    return `id = '${admissionId}'`
  },
  superseded_drafts: async () => {
    await setAttempt('closed', then - 9 * day, then)
    return aPutAsideText(then - 10 * day)
  },
  'admissions, 2': async () => {
    const admissionId = id()
    await run(
      `INSERT INTO admissions (id, account_id, organization_id, about, asked_at) VALUES (?, ?, ?, '0|x', ?)`,
      admissionId,
      (await aStudent()).id,
      one.student.organizationId,
      then,
    )
    return `id = '${admissionId}'`
  },
  invitations: () => anInvitation(),
  drafts: async () => {
    const promptId = id()
    const sql = `INSERT INTO drafts (attempt_id, prompt_id, text, version, updated_at) VALUES (?, ?, '0|x', 1, ?)`
    await run(sql, one.attemptId, promptId, then)
    return `prompt_id = '${promptId}'`
  },
  review_drafts: async () => aReviewDraft(await aClaim()),
  claims: async () => `id = '${await aClaim()}'`,
  'claims, 2': async () => {
    const claimId = await aClaim({ reason: 'released' })
    await run(
      `UPDATE claims SET submission_id = (SELECT submission_id FROM decisions WHERE id = ?) WHERE id = ?`,
      await aDecision(await aStudent()),
      claimId,
    )
    return `id = '${claimId}'`
  },
  request_messages: async () => {
    const { requestId, student } = await aSentRequest(await anAsking())
    const messageId = id()
    await run(
      `INSERT INTO request_messages (id, request_id, side, account_id, words, at)
       VALUES (?, ?, 'student', ?, '0|x', ?)`,
      messageId,
      requestId,
      student.id,
      then,
    )
    return `id = '${messageId}'`
  },
  searches: async () => {
    const { made } = await search(await aHiringEmployer())
    await run('UPDATE searches SET at = ? WHERE id = ?', then, made.body.searchId)
    return `id = '${made.body.searchId}'`
  },
  awaited_awards: async () => {
    const decisionId = await aDecision(await aStudent())
    await run('UPDATE decisions SET decided_at = ? WHERE id = ?', then, decisionId)
    return `decision_id = '${decisionId}'`
  },
  interview_requests: async () => {
    const { requestId } = await aDeliveredRequest()
    await run(
      "UPDATE interview_requests SET state = 'withdrawn', ended_at = ? WHERE id = ?",
      then,
      requestId,
    )
    return `id = '${requestId}'`
  },
  'interview_requests, 2': async () => {
    const requestId = await aDraft(await anAsking())
    await run('UPDATE interview_requests SET created_at = ? WHERE id = ?', then, requestId)
    return `id = '${requestId}'`
  },
  disclosures: async () => {
    const { student } = await aDeliveredRequest()
    await run('UPDATE disclosures SET at = ? WHERE student_id = ?', then, student.id)
    return `student_id = '${student.id}'`
  },
}

/** `claims, 2`: the second term of a table. */
const terms = Object.entries(retention).flatMap(([table, entry]) =>
  termsOf(entry).map((term, index) => {
    const name = index === 0 ? table : `${table}, ${index + 1}`
    return [name, 'days' in term ? `${term.days} days` : `${term.months} months`] as const
  }),
)
const tableOf = (name: string) => name.split(', ')[0] ?? ''
const numberOf = (name: string) => Number(name.split(', ')[1] ?? 1)

/** When the term of a row from `then` ends. */
function endOf(term: string): number {
  const [n = 0, unit] = term.split(' ').map((part) => Number(part) || part)
  if (unit === 'days') return then + Number(n) * day
  return monthsLater(new Date(then), Number(n)).getTime()
}

describe('retention', () => {
  it('says of every table of the schema when its rows end, or why they are kept', async () => {
    const { results } = await env.DB.prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
         AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name <> 'd1_migrations'`,
    ).all<{ name: string }>()
    const built = results.map(({ name }) => name).toSorted()
    expect(Object.keys(retention).toSorted()).toEqual(built)
    for (const term of Object.values(retention)) {
      if ('retained' in term) expect(term.retained.length).toBeGreaterThan(10)
    }
  })

  it('has the promised terms', () => {
    expect(Object.fromEntries(terms)).toEqual({
      sign_ins: '1 days',
      long_codes: '1 days',
      sessions: '1 days',
      counters: '2 days',
      idempotency_keys: '7 days',
      outbox: '7 days',
      claims: '30 days',
      review_drafts: '30 days',
      superseded_drafts: '30 days',
      awaited_awards: '60 days',
      searches: '90 days',
      read_versions: '90 days',
      notifications: '180 days',
      mail_outcomes: '30 days',
      mail_suppressions: '180 days',
      admissions: '180 days',
      'admissions, 2': '12 months',
      invitations: '30 days',
      drafts: '12 months',
      'claims, 2': '12 months',
      interview_requests: '24 months',
      'interview_requests, 2': '12 months',
      disclosures: '24 months',
      request_messages: '12 months',
    })
    expect(Object.keys(plant).toSorted()).toEqual(terms.map(([table]) => table).toSorted())
  })

  it.each(terms)('keeps a row of %s for %s and no longer', async (name, term) => {
    const table = tableOf(name)
    const where = (await plant[name]?.()) ?? ''
    await purge(endOf(term) - second)
    expect(await isThere(table, where)).toBe(true)
    await purge(endOf(term) + second)
    expect(await isThere(table, where)).toBe(false)
  })

  it.each(terms)('finds the old rows of %s by an index, without sorting', async (name) => {
    const prepare = vi.spyOn(env.DB, 'prepare')
    await purge(then - 1_000 * day)
    const statement =
      prepare.mock.calls
        .map(([sql]) => sql)
        // Parts of requests are deleted with them too, by other statements.
        .filter((sql) => sql.startsWith(`DELETE FROM ${tableOf(name)} WHERE (`))[
        numberOf(name) - 1
      ] ?? ''
    prepare.mockRestore()
    const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${statement}`)
      .bind(0)
      .all<{ detail: string }>()
    const plan = results.map(({ detail }) => detail)
    expect(plan.length).toBeGreaterThan(1)
    expect(plan.filter((detail) => /^SCAN|TEMP B-TREE/.test(detail))).toEqual([])
  })

  it('is done by the cron, 500 rows of a table a minute', async () => {
    const account = id()
    await env.DB.batch(
      Array.from({ length: 501 }, (_, n) =>
        env.DB.prepare(
          `INSERT INTO idempotency_keys (account_id, key, request_hash, answer, at) VALUES (?, ?, 'h', '{}', ?)`,
        ).bind(account, `k${n}`, then + n),
      ),
    )
    const left = async () =>
      (
        await env.DB.prepare('SELECT key FROM idempotency_keys WHERE account_id = ?')
          .bind(account)
          .all<{ key: string }>()
      ).results.map(({ key }) => key)
    await tickAt(new Date())
    expect(await left()).toEqual(['k500'])
    await tickAt(new Date())
    expect(await left()).toEqual([])
  })

  it('continues with the other tables when one fails', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    const key = (await plant.idempotency_keys?.()) ?? ''
    const found = (await plant.searches?.()) ?? ''
    await env.DB.exec(
      `CREATE TRIGGER keys_stay BEFORE DELETE ON idempotency_keys BEGIN SELECT RAISE(ABORT, 'no'); END`,
    )
    await purge(then + 400 * day)
    await env.DB.exec('DROP TRIGGER keys_stay')
    expect(await isThere('idempotency_keys', key)).toBe(true)
    expect(await isThere('searches', found)).toBe(false)
    expect(error.mock.calls.map(([line]) => JSON.parse(line))).toEqual([
      { level: 'error', event: 'retention.failed', table: 'idempotency_keys', problem: 'Error' },
    ])
    error.mockRestore()
  })
})

describe('what still matters stays, however old', () => {
  const muchLater = () => purge(then + 1_900 * day)

  it('a note that is not done, or dead, and the keys under which it did its work', async () => {
    const [waits, dead, done] = [id(), id(), id()]
    const notes = [
      await aNote({ due: Date.now() + day }, waits),
      await aNote({ dead: then }, dead),
      await aNote({ done: then }, done),
    ]
    const keys: string[] = []
    for (const note of [waits, dead, done]) {
      keys.push(await aKey(`outbox:${note}:tell`, then, 'system'))
      keys.push(await aKey(`outbox:${note}:tell:part`, then, 'system'))
    }
    await muchLater()
    await muchLater()
    expect(await Promise.all(notes.map((each) => isThere('outbox', each)))).toEqual([
      true,
      true,
      false,
    ])
    const left = await Promise.all(keys.map((each) => isThere('idempotency_keys', each)))
    expect(left).toEqual([true, true, true, true, false, false])
  })

  it('a counter whose window has not ended', async () => {
    const now = Date.now()
    const startsAt = now - (now % (2 * day))
    await run(`INSERT INTO counters (key, starts_at, n, cap) VALUES ('pages x', ?, 1, 9)`, startsAt)
    await purge(startsAt + 2 * day - 1)
    expect(await isThere('counters', `key = 'pages x'`)).toBe(true)
  })

  it('a session that is in use; one that idles too long ends before its day', async () => {
    const now = Date.now()
    const used = await aSession({ expires: now + day, seen: now, idle: 3_600 })
    const idle = await aSession({ expires: now + 90 * day, seen: now - 2 * day, idle: 3_600 })
    const justOver = await aSession({ expires: now - 3_600, seen: now - 7_200, idle: 3_600 })
    await purge(now)
    expect(await isThere('sessions', used)).toBe(true)
    expect(await isThere('sessions', justOver)).toBe(true)
    expect(await isThere('sessions', idle)).toBe(false)
  })

  it('texts set aside in an open attempt, or one that waits for its result; a result ends it', async () => {
    const text = await aPutAsideText()
    for (const [state, ended] of [['open', null] as const, ['handed-in', then] as const]) {
      await setAttempt(state, ended, null)
      await muchLater()
      expect(await isThere('superseded_drafts', text)).toBe(true)
    }
    await setAttempt('lapsed', then, null)
    await muchLater()
    expect(await isThere('superseded_drafts', text)).toBe(false)
  })

  it('a live claim with its draft, one with a review, and one given back before the result', async () => {
    const live = await aClaim({ reason: null, ended: null })
    const reviewed = await aClaim()
    const returned = await aClaim({ reason: 'released' })
    const submitted = await aClaim({ reason: 'submitted' })
    const drafts = [await aReviewDraft(live), await aReviewDraft(submitted)]
    await run(
      `INSERT INTO reviews (id, submission_id, reviewer_id, role, claim_id, worked, try_next, handed_in_at,
         effective_at, surplus) SELECT ?1, submission_id, reviewer_id, role, id, '0|a', '0|b', ?2, ?2 + 1, 1
       FROM claims WHERE id = ?3`,
      id(),
      then,
      reviewed,
    )
    await muchLater()
    for (const claimId of [live, reviewed, returned, submitted]) {
      expect(await isThere('claims', `id = '${claimId}'`)).toBe(true)
    }
    const left = await Promise.all(drafts.map((each) => isThere('review_drafts', each)))
    expect(left).toEqual([true, false])
  })
})

describe('practice', () => {
  it('ends with the last membership in which somebody could review, and not before', async () => {
    const [home, other] = [await aProgramme(), await aProgramme()]
    const admin = await anAdmin({ in: home })
    const mentor = await aMentor({ in: home })
    await hasPractised(mentor, await aChallenge())
    const practised = () => isThere('practice_results', `account_id = '${mentor.id}'`)
    const second = id()
    await run(
      `INSERT INTO memberships (id, account_id, organization_id, role, created_at) VALUES (?, ?, ?, 'student', 0)`,
      second,
      mentor.id,
      other.id,
    )
    const ended = await admin.client.delete(`/api/members/${mentor.membershipId}`)
    expect(ended.status).toBe(204)
    await settle()
    expect(await practised()).toBe(true)

    const otherAdmin = await anAdmin({ in: other })
    expect((await otherAdmin.client.delete(`/api/members/${second}`)).status).toBe(204)
    await settle()
    expect(await practised()).toBe(false)
  })
})

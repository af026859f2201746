import { and, eq, sql } from 'drizzle-orm'

import type { Call } from '../call/call.ts'
import { counterStatement, findFullCaps, refusalOfCaps } from './counters.ts'
import type { Statement } from '../call/db.ts'
import { type Failure, failureOf } from './failure.ts'
import type { Problem } from '../call/problem.ts'
import { idempotencyKeyReused, tryAgain } from '../problems.ts'
import { idempotencyKeys } from '../tables.ts'

/** Returned by `auditEntry`. A commit with neither this nor an `Unaudited` is a type error. */
export interface AuditEntry {
  readonly audited: Statement
}

/** Returned by `unaudited`, in place of an audit entry. */
export interface Unaudited {
  readonly unaudited: 'draft' | 'read'
}

/** One element of a commit: a statement, an audit entry, or the reason why there is no entry. */
export type Change = Statement | AuditEntry | Unaudited

type WithAudit<Changes extends readonly Change[]> =
  Extract<Changes[number], AuditEntry | Unaudited> extends never
    ? 'An audit entry is missing'
    : unknown

interface Outcome<Answer> {
  answer: Answer
  /**
   * The refusal to throw if the database refuses. The key is the name of a CHECK or guard, or the
   * full list of a UNIQUE's columns.
   */
  conflicts?: Record<string, () => Problem>
}

const retryDelaysMs = [50, 150, 450]

/**
 * Writes all the changes or none, and only once. The batch first checks that the caller's session
 * and membership are still valid: they may have ended since the route checked them. Then it inserts
 * a row under the call's key, so that a retry of the same write returns the first one's answer.
 * Throws the `conflicts` problem of a broken rule, 401 or 403 if the session or membership has
 * ended, 422 if the key belongs to another request, 429 past a counter's cap, 503 if D1 does not
 * answer. Any other error is a bug.
 */
export async function commit<Answer, const Changes extends readonly Change[]>(
  call: Call,
  changes: Changes & WithAudit<Changes>,
  { answer, conflicts = {} }: Outcome<Answer>,
): Promise<Answer> {
  const { accountId, key, requestHash } = call.write
  const row = { accountId, key, requestHash, answer: JSON.stringify(answer ?? null), at: call.now }
  const counters = call.caps.map((cap) => counterStatement(call, cap))
  const standing = call.standing ? [call.standing.statement] : []
  const first = [...standing, call.db.insert(idempotencyKeys).values(row), ...counters] as const

  for (const [tries, delayMs] of [...retryDelaysMs, undefined].entries()) {
    try {
      await call.db.batch([...first, ...changes.flatMap(statementsOf)] as [Statement])
      return answer
    } catch (error) {
      const failure = failureOf(error)
      if (failure.kind === 'unknown-outcome' && delayMs) {
        await pause(delayMs * (0.5 + tries / 8))
        continue
      }
      return settle<Answer>(call, failure, error, { ...call.standing?.refusals, ...conflicts })
    }
  }
  throw tryAgain()
}

function statementsOf(change: Change): Statement[] {
  if ('unaudited' in change) return []
  return ['audited' in change ? change.audited : change]
}

/**
 * The call for a second commit of one act: it has its own key and does not raise the counters
 * again.
 */
export function part(call: Call, name: string): Call {
  return { ...call, write: { ...call.write, key: `${call.write.key}:${name}` }, caps: [] }
}

/**
 * List it right after a conditional statement. If that statement did not change exactly one row,
 * the commit fails with this name.
 */
export function guard(call: Call, name: string): Statement {
  return call.db.run(sql`INSERT INTO guard SELECT ${name}, changes()`)
}

async function settle<Answer>(
  call: Call,
  failure: Failure,
  error: unknown,
  conflicts: Record<string, () => Problem>,
): Promise<Answer> {
  if (failure.kind === 'bug') throw error
  if (failure.kind !== 'refused') throw tryAgain(undefined, {}, { 'retry-after': '2' })
  if (failure.name.startsWith('idempotency_keys.')) return replay<Answer>(call)
  // An earlier try of the same write may have succeeded: return its answer, not a conflict.
  const landed = await findAnswer(call)
  if (landed?.requestHash === call.write.requestHash) return JSON.parse(landed.answer)
  if (failure.name === 'rate_limited') throw refusalOfCaps(call, await findFullCaps(call))
  throw conflicts[failure.name]?.() ?? error
}

async function replay<Answer>(call: Call): Promise<Answer> {
  const stored = await findAnswer(call)
  if (!stored) throw tryAgain()
  if (stored.requestHash !== call.write.requestHash) throw idempotencyKeyReused()
  return JSON.parse(stored.answer)
}

function findAnswer({ db, write }: Call) {
  const own = and(
    eq(idempotencyKeys.accountId, write.accountId),
    eq(idempotencyKeys.key, write.key),
  )
  return db.select().from(idempotencyKeys).where(own).get()
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

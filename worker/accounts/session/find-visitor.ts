import { databaseOf } from '../../database-of.ts'
import type { Bindings } from '../../env.ts'
import type { Visitor } from '../../http/env.ts'
import type { OrganizationKind, Role } from '../../foundation/call/call.ts'
import { readerOf } from '../../foundation/reader/languages.ts'

interface Row {
  token_hash: string
  account_id: string
  seen_at: number
  idle_seconds: number
  proven_at: number
  shared_computer: number
  language: string
  region: string | null
  zone: string | null
  membership_id: string | null
  organization_id: string
  role: Role
  kind: OrganizationKind
  operator: number
  open: number
  pool_id: string | null
  pool_is_open: number
}

interface StoredAnswer {
  request_hash: string
  answer: string
}

const visitorSql = `
  SELECT s.token_hash, s.account_id, s.seen_at, s.idle_seconds, s.proven_at, s.shared_computer,
    a.language, a.region, a.zone, m.id AS membership_id, m.organization_id, m.role, o.kind, o.operator,
    o.open, o.pool_id, EXISTS (SELECT 1 FROM organizations shared
      WHERE shared.pool_id = o.pool_id AND shared.open = 1) AS pool_is_open
  FROM sessions s
  JOIN accounts a ON a.id = s.account_id AND a.disabled_at IS NULL
  LEFT JOIN memberships m ON m.id = s.membership_id AND m.ended_at IS NULL
  LEFT JOIN organizations o ON o.id = m.organization_id
  WHERE s.token_hash = ?1 AND s.expires_at > ?2 AND s.seen_at + s.idle_seconds * 1000 > ?2`

const answerSql = `
  SELECT k.request_hash, k.answer FROM idempotency_keys k
  JOIN sessions s ON s.account_id = k.account_id WHERE s.token_hash = ?1 AND k.key = ?2`

/** Finds the visitor of a session and the stored answer under this key, in one round trip. */
export async function findVisitor(env: Bindings, tokenHash: string, now: Date, key = '') {
  const [rows, answers] = await databaseOf(env).batch<Row | StoredAnswer>([
    databaseOf(env).prepare(visitorSql).bind(tokenHash, now.getTime()),
    databaseOf(env).prepare(answerSql).bind(tokenHash, key),
  ])
  const row = rows?.results.find((found) => 'token_hash' in found)
  const stored = answers?.results.find((found) => 'request_hash' in found)
  return { visitor: row && visitorOf(row), seen: row && seenOf(row), stored }
}

function visitorOf(row: Row): Visitor {
  const visitor: Visitor = {
    sessionHash: row.token_hash,
    accountId: row.account_id,
    provenAt: new Date(row.proven_at),
    sharedComputer: row.shared_computer === 1,
    reader: readerOf(row),
  }
  if (row.membership_id === null) return visitor
  visitor.acting = {
    membershipId: row.membership_id,
    organizationId: row.organization_id,
    role: row.role,
    kind: row.kind,
    operator: row.operator === 1,
    open: row.open === 1,
    ...(row.pool_id !== null && {
      sharedPool: { id: row.pool_id, open: row.pool_is_open === 1 },
    }),
  }
  return visitor
}

/** When the visit was last stored, and after how many milliseconds it is stored again. */
function seenOf(row: Row) {
  return { at: row.seen_at, keepMs: Math.min(3_600, row.idle_seconds / 12) * 1000 }
}

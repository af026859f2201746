import { sql } from 'drizzle-orm'

import { emailIndex } from './accounts/account/email.ts'
import { accounts, invitations } from './accounts/tables.ts'
import { auditEntry } from './audit/entry.ts'
import type { Bindings } from './env.ts'
import type { Call } from './foundation/call/call.ts'
import { newId } from './foundation/call/id.ts'
import { log } from './foundation/call/log.ts'
import { oneOf } from './foundation/call/one-of.ts'
import { Problem } from './foundation/call/problem.ts'
import { systemCall } from './foundation/call/system-call.ts'
import { commit } from './foundation/commit/commit.ts'
import { keyringOf } from './foundation/crypto/keyring.ts'
import { open } from './foundation/crypto/seal.ts'
import { secretOf } from './foundation/crypto/secrets.ts'

const atOnce = 50
const tables = { accounts, invitations }

interface Row {
  id: string
  email: string
  /** The stored index, under an older key. */
  old: string
}

/**
 * Runs every minute. After the key of the email index was changed, it opens the addresses that are
 * still indexed under an older key and indexes them again, 50 to 100 of each table. A second run
 * changes nothing. Addresses that refuse mail, or were mailed, are known only by their HMAC: each is
 * indexed again together with the account or an invitation of the address.
 */
export async function reindexAddresses(env: Bindings, now: Date): Promise<void> {
  for (const name of ['accounts', 'invitations'] as const) {
    const call = systemCall(env, `reindex:${newId()}`, now)
    const { id: current, keys } = secretOf(call, 'EMAIL_INDEX_KEY')
    const older = [...keys.keys()].filter((id) => id !== current)
    if (older.length === 0) return
    const rows = await findRows(call, name, older)
    if (rows.length === 0) continue
    const changed = await indexAll(call, name, rows)
    if (changed.length === 0) continue
    const entry = auditEntry(call, 'account.indexed', current, { n: changed.length })
    await commit(call, [...changesOf(call, name, current, changed), entry], { answer: null })
    const left = await findRows(call, name, older)
    log('info', left.length > 0 ? 'email-index.page' : 'email-index.done', {
      table: name,
      rows: changed.length,
    })
  }
}

/**
 * A page from a random place and one from the start, so that rows that do not open do not stop the
 * rows behind them.
 */
async function findRows(call: Call, name: keyof typeof tables, older: readonly string[]) {
  const page = (from: string) =>
    call.db.all<Row>(sql`SELECT id, email, email_index AS old FROM ${tables[name]}
      WHERE email_index_key ${oneOf(older)} AND id >= ${from} ORDER BY id LIMIT ${atOnce}`)
  const [some, first] = await call.db.batch([page(newId()), page('')])
  return [...new Map([...some, ...first].map((row) => [row.id, row])).values()]
}

/**
 * The new index of each row that opens. One key that does not open fails the whole call to the vault:
 * then each half is tried alone, down to the row that has it.
 */
async function indexAll(
  call: Call,
  name: keyof typeof tables,
  rows: readonly Row[],
  keys = call.keys,
): Promise<Changed[]> {
  const tried = await Promise.allSettled(
    rows.map(async (row) => {
      const address = await open({ keys }, tables[name].email, row.id, row.email)
      return { id: row.id, old: row.old, index: await emailIndex(call, address) }
    }),
  )
  const indexed = tried.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  const failed = tried.find((each) => each.status === 'rejected')
  // The vault is away: nothing is wrong with the rows.
  if (failed?.reason instanceof Problem) throw failed.reason
  if (indexed.length > 0 || rows.length === 1) {
    for (const [at, { status }] of tried.entries()) {
      if (status === 'rejected')
        log('error', 'email-index.not-opened', { table: name, id: rows[at]?.id })
    }
    return indexed
  }
  const middle = Math.ceil(rows.length / 2)
  const first = await indexAll(call, name, rows.slice(0, middle), keyringOf(call.env))
  try {
    return [...first, ...(await indexAll(call, name, rows.slice(middle), keyringOf(call.env)))]
  } catch (error) {
    // The plan has no room for more calls: the rest comes in a later run.
    if (call.env.METER?.hasRefused && first.length > 0) return first
    throw error
  }
}

interface Changed {
  id: string
  old: string
  index: string
}

function changesOf(
  { db, now }: Call,
  name: keyof typeof tables,
  current: string,
  rows: readonly Changed[],
) {
  const again = sql`json_each(${JSON.stringify(rows)}) again`
  const set = sql`email_index = again.value ->> 'index', email_index_key = ${current}`
  const isOld = sql`t.email_index = again.value ->> 'old'`
  const change = {
    accounts: sql`UPDATE accounts AS t SET ${set}`,
    // Of two open invitations to one address, made under two keys, the older one ends.
    invitations: sql`UPDATE invitations AS t SET ${set}, withdrawn_at = iif(
      t.accepted_at IS NULL AND EXISTS (SELECT 1 FROM invitations o
        WHERE o.organization_id = t.organization_id AND o.email_index = again.value ->> 'index'
          AND o.accepted_at IS NULL AND o.withdrawn_at IS NULL),
      coalesce(t.withdrawn_at, ${now.getTime()}), t.withdrawn_at)`,
  }
  return [
    db.run(sql`${change[name]} FROM ${again} WHERE t.id = again.value ->> 'id' AND ${isOld}`),
    db.run(sql`UPDATE mail_refusals AS t SET ${set} FROM ${again} WHERE ${isOld} AND NOT EXISTS (
      SELECT 1 FROM mail_refusals o WHERE o.email_index = again.value ->> 'index'
        AND o.organization_id IS t.organization_id)`),
    db.run(sql`DELETE FROM mail_refusals
      WHERE email_index IN (SELECT again.value ->> 'old' FROM ${again})`),
    db.run(sql`UPDATE OR REPLACE mail_suppressions AS t SET ${set} FROM ${again} WHERE ${isOld}`),
    db.run(sql`UPDATE mail_outcomes AS t SET ${set} FROM ${again} WHERE ${isOld}`),
  ]
}

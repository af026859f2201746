import { type SQL, eq, sql } from 'drizzle-orm'

import { databaseOf } from '../../database-of.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Bindings } from '../../env.ts'
import { connect } from '../../foundation/call/db.ts'
import { log } from '../../foundation/call/log.ts'
import { oneOf } from '../../foundation/call/one-of.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { keepDidDocument } from './keep-did-document.ts'
import { issuerKeys, type issuers } from '../tables.ts'

/** Did documents may be cached for five minutes: a key must be listed longer than that before it signs. */
const listedMs = 10 * 60_000
const perTick = 50

type Issuer = Pick<typeof issuers.$inferSelect, 'did' | 'organizationId'>

/**
 * Runs every minute. After the signer got a new seed: lists the new keys of each programme, marks
 * stolen ones, and ten minutes later lets the new ones sign. Each step is done once for a programme.
 */
export async function renewIssuerKeys(env: Bindings, now: Date): Promise<void> {
  // The generations are the same for every did.
  const { keys } = await env.SIGNER.publicKeys('did:web:start')
  const current = keys.find(({ active }) => active)?.generation
  if (current === undefined) return
  const stolen = [
    ...new Set(keys.flatMap(({ compromised, generation }) => (compromised ? generation : []))),
  ]
  const due = new Date(now.getTime() - listedMs)
  const isInUse = sql`k.purpose = 'credential' AND k.active_at IS NOT NULL AND k.retired_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM issuer_keys n WHERE n.did = k.did AND n.generation = ${current})`
  const stolenStill = sql`k.generation ${oneOf(stolen)} AND k.compromised_at IS NULL`
  const waiting = sql`k.active_at IS NULL AND k.compromised_at IS NULL
    AND k.listed_at <= ${due.getTime()} AND k.generation = ${current}`
  const find = (which: SQL) =>
    connect(databaseOf(env)).all<Issuer>(sql`
      SELECT DISTINCT k.did, i.organization_id AS organizationId
      FROM issuer_keys k JOIN issuers i ON i.did = k.did WHERE ${which} LIMIT ${perTick}`)

  const unlisted = [
    ...(await find(sql`k.generation < ${current} AND ${isInUse}`)),
    ...(await find(sql`k.generation > ${current} AND ${isInUse}`)),
  ]
  await tryEach(unlisted, (issuer) => listKeys(env, now, issuer, current))
  if (stolen.length > 0)
    await tryEach(await find(stolenStill), (issuer) => markStolen(env, now, issuer, stolen))
  await tryEach(await find(waiting), (issuer) => activate(env, now, issuer, current))
}

async function listKeys(env: Bindings, now: Date, issuer: Issuer, generation: string) {
  const call = systemCall(env, `issuer-listed:${issuer.did}:${generation}`, now)
  const { did, organizationId } = issuer
  const [{ keys }, known] = await Promise.all([env.SIGNER.publicKeys(did), keysOf(call, did)])
  const added = keys
    .filter((key) => key.generation === generation)
    .map(({ purpose, publicKeyMultibase }) => ({ did, purpose, generation, publicKeyMultibase }))
    .map((key) => ({ ...key, listedAt: now, compromisedAt: null }))
  const statements = [
    call.db.insert(issuerKeys).values(added),
    keepDidDocument(call, did, [...known, ...added]),
    auditEntry(call, 'issuer.key-listed', organizationId, { generation }, organizationId),
  ]
  await commit(call, statements, { answer: null })
}

async function markStolen(env: Bindings, now: Date, issuer: Issuer, stolen: readonly string[]) {
  const call = systemCall(env, `issuer-stolen:${issuer.did}:${stolen.join()}`, now)
  const { did, organizationId } = issuer
  const known = await keysOf(call, did)
  const marked = known.map((key) =>
    stolen.includes(key.generation) ? { ...key, compromisedAt: key.compromisedAt ?? now } : key,
  )
  const statements = [
    call.db.run(sql`UPDATE issuer_keys SET compromised_at = ${now.getTime()}
      WHERE did = ${did} AND generation ${oneOf(stolen)} AND compromised_at IS NULL`),
    keepDidDocument(call, did, marked),
    auditEntry(call, 'issuer.key-stolen', organizationId, {}, organizationId),
  ]
  log('warn', 'issuer.key-stolen', { did })
  await commit(call, statements, { answer: null })
}

/** A list that a stolen key signed is signed again with the next tick: see `refresh-signatures.ts`. */
async function activate(env: Bindings, now: Date, issuer: Issuer, generation: string) {
  const call = systemCall(env, `issuer-active:${issuer.did}:${generation}`, now)
  const { did, organizationId } = issuer
  const at = now.getTime()
  const statements = [
    call.db.run(sql`UPDATE issuer_keys SET retired_at = ${at} WHERE did = ${did}
      AND generation <> ${generation} AND active_at IS NOT NULL AND retired_at IS NULL`),
    call.db.run(sql`UPDATE issuer_keys SET active_at = ${at} WHERE did = ${did}
      AND generation = ${generation} AND active_at IS NULL`),
    call.db.run(sql`UPDATE status_lists SET signed_at = NULL WHERE did = ${did} AND EXISTS (
      SELECT 1 FROM issuer_keys k WHERE k.did = ${did} AND k.purpose = 'status'
        AND k.compromised_at IS NOT NULL AND k.generation <> ${generation})`),
    auditEntry(call, 'issuer.key-active', organizationId, { generation }, organizationId),
  ]
  await commit(call, statements, { answer: null })
}

const keysOf = ({ db }: ReturnType<typeof systemCall>, did: string) =>
  db.select().from(issuerKeys).where(eq(issuerKeys.did, did))

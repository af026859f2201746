import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import { databaseOf } from '../../database-of.ts'
import { openEmail } from '../../accounts/account/open-account.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Bindings } from '../../env.ts'
import { connect } from '../../foundation/call/db.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { Problem } from '../../foundation/call/problem.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { keyringOf } from '../../foundation/crypto/keyring.ts'
import { hex, randomBytes, sha256Hex } from '../../foundation/crypto/encoding.ts'
import { note } from '../../foundation/outbox/note.ts'
import { findTemplate } from '../achievement/find-template.ts'
import { activeGeneration } from '../issuer/active-generation.ts'
import { identityHash } from '../document/recipient.ts'
import { inSeconds, wholeSecond } from '../seconds.ts'
import { StoredSlots } from '../document/slots.ts'
import { canonicalAward } from '../document/template.ts'

const perTick = 20

interface Row {
  id: string
  version: number
  student_id: string
  email: string
  organization_id: string
  template_hash: string
  slot_values: string
}

// Thrown and caught here: the badge was ended or signed again since it was read. Do nothing.
const signedOtherwise = new Problem({ status: 409, type: 'credential-moved', title: '' })

/**
 * Runs on each tick: prepares the next version of live badges that a stolen key signed, as soon as
 * the programme has another active key. Their notes then get them signed. The new version is valid
 * from now; what it says, its end, its id and its status stay the same.
 */
export async function reissueStolen(env: Bindings, now: Date): Promise<void> {
  const rows = await connect(databaseOf(env)).all<Row>(sql`
    SELECT c.id, c.version, c.student_id, a.email, i.organization_id, c.template_hash, c.slot_values
    FROM issuer_keys k CROSS JOIN issuers i ON i.did = k.did
      CROSS JOIN credentials c ON c.key_id = k.did || '#credential-' || k.generation
      JOIN accounts a ON a.id = c.student_id
    WHERE k.purpose = 'credential' AND k.compromised_at > 0
      AND ${activeGeneration(sql`k.did`, 'credential')} IS NOT NULL
      AND c.state = 'signed' AND c.ended_at IS NULL AND c.expired_at IS NULL
    ORDER BY random() LIMIT ${perTick}`)
  // All addresses are asked for at once, so that the vault is asked once.
  const keys = keyringOf(env)
  const opened = rows.map((row) => {
    const email = openEmail({ keys }, row.student_id, row.email)
    // If one key is broken, the vault opens none of them: then each is tried alone.
    return { row, email: email.catch(() => undefined) }
  })
  await tryEach(opened, async ({ row, email }) => reissue(env, now, row, await email))
}

async function reissue(env: Bindings, now: Date, row: Row, opened?: string): Promise<void> {
  const { id, version, organization_id: organizationId } = row
  const call = systemCall(env, `reissue:${id}:${version}`, now)
  const validFrom = wholeSecond(now)
  const salt = hex(randomBytes(16))
  const email = opened ?? (await openEmail(call, row.student_id, row.email))
  const { judged, ...slots } = {
    ...v.parse(StoredSlots, JSON.parse(row.slot_values)),
    validFrom: inSeconds(validFrom),
    identityHash: await identityHash(email, salt),
    salt,
  }
  const template = await findTemplate(call, row.template_hash)
  if (!template) throw new Error('A badge has no template.')
  const canonical = await canonicalAward(template, slots)
  const statements = [
    call.db.run(sql`
      INSERT INTO credential_versions (credential_id, version, achievement_id, decision_id, level,
        template_hash, slot_values, document_hash, key_id, proof_value, valid_from, valid_until, replaced_at)
      SELECT id, version, achievement_id, decision_id, level, template_hash, slot_values,
        document_hash, key_id, proof_value, valid_from, valid_until, ${now.getTime()}
      FROM credentials WHERE id = ${id} AND version = ${version} AND state = 'signed' AND ended_at IS NULL`),
    guard(call, 'credential_moved'),
    call.db.run(sql`
      UPDATE credentials SET version = version + 1, state = 'prepared', key_id = NULL, proof_value = NULL,
        slot_values = ${JSON.stringify({ ...slots, ...(judged && { judged }) })},
        document_hash = ${await sha256Hex(canonical)}, created_at = ${now.getTime()},
        valid_from = ${validFrom.getTime()}
      WHERE id = ${id} AND version = ${version}`),
    guard(call, 'credential_moved'),
    auditEntry(call, 'credential.prepared', id, { version: version + 1 }, organizationId),
    note(call, 'credential.prepared', id),
  ]
  const conflicts = { credential_moved: () => signedOtherwise }
  await commit(call, statements, { answer: null, conflicts }).catch((error: unknown) => {
    if (error !== signedOtherwise) throw error
  })
}

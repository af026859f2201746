import { sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard, part } from '../../foundation/commit/commit.ts'
import { sha256Hex } from '../../foundation/crypto/encoding.ts'
import { log } from '../../foundation/call/log.ts'
import { type Note, note } from '../../foundation/outbox/note.ts'
import { OutsideFailure } from '../../foundation/outbox/outside-failure.ts'
import { Problem } from '../../foundation/call/problem.ts'
import type { Signature, SignRefusal } from '../../signer/binding.ts'
import { findTemplate } from '../achievement/find-template.ts'
import { askSigner } from './ask-signer.ts'
import { type PreparedCredential, findPreparedCredential } from './find-prepared-credential.ts'
import { signStatusList } from './sign-status-list.ts'
import { slotsOf } from '../document/stored-award.ts'
import { canonicalAward } from '../document/template.ts'

// Thrown and caught here: another run signed the badge first, or it was ended. Do nothing.
const noLongerPrepared = new Problem({ status: 409, type: 'no-longer-prepared', title: '' })

/**
 * Reaction to credential.prepared (the credential's id). If the signer is away it throws and is
 * retried, and the badge stays prepared. The same document and time give the same signature, so two
 * runs at once do no harm. A badge that was ended meanwhile is not signed.
 */
export async function signCredential(call: Call, { subjectId: id }: Note): Promise<void> {
  const prepared = await findPreparedCredential(call, id)
  if (!prepared) return
  // Verifiers need the status list that the badge names as soon as the badge exists.
  if (!prepared.listSignedAt) await signStatusList(part(call, 'list'), prepared.statusListId)

  const template = await findTemplate(call, prepared.templateHash)
  if (!template) throw new Error('A prepared badge has no template.')
  const slots = slotsOf(prepared)
  const canonical = await canonicalAward(template, slots)
  if ((await sha256Hex(canonical)) !== prepared.documentHash) {
    return settle(call, prepared, 'different-document')
  }
  const outcome = await askSigner(call.env, {
    issuer: prepared.did,
    generation: prepared.generation,
    purpose: 'credential',
    versionId: `${id}.${prepared.version}`,
    document: canonical,
    created: slots.validFrom,
  })
  // A key may become active later. Every other refusal would come again, so the badge fails.
  if ('refused' in outcome && outcome.refused === 'key-not-active') {
    throw new OutsideFailure('signer-away', 'There is no active key.')
  }
  return settle(call, prepared, 'refused' in outcome ? outcome.refused : outcome)
}

/** Stores the proof, or the failure, only if the row is still prepared at the same version. */
async function settle(
  call: Call,
  { id, version, organizationId }: PreparedCredential,
  outcome: Signature | SignRefusal,
): Promise<void> {
  const isSigned = typeof outcome !== 'string'
  if (!isSigned) log('error', 'credential.failed', { id, reason: outcome })
  const { keyId, proofValue } = isSigned ? outcome : { keyId: null, proofValue: null }
  const statements = [
    call.db.run(sql`
      UPDATE credentials SET key_id = ${keyId}, proof_value = ${proofValue},
        state = ${isSigned ? 'signed' : 'failed'}
      WHERE id = ${id} AND state = 'prepared' AND version = ${version} AND ended_at IS NULL`),
    guard(call, 'credential_not_prepared'),
    auditEntry(
      call,
      isSigned ? 'credential.issued' : 'credential.failed',
      id,
      { version },
      organizationId,
    ),
    ...(isSigned
      ? [note(call, version === 1 ? 'credential.issued' : 'credential.signed-again', id)]
      : []),
  ]
  const conflicts = { credential_not_prepared: () => noLongerPrepared }
  try {
    await commit(call, statements, { answer: { id }, conflicts })
  } catch (error) {
    if (error !== noLongerPrepared) throw error
  }
}

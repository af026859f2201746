import * as v from 'valibot'

import { signedDocument } from '../../worker/credentials/document/stored-award.ts'
import { didDocument, listedKey } from '../../worker/credentials/issuer/did-document.ts'
import { reading } from '../backup/database-file.ts'
import { type Did, isValid } from './verify-credential.ts'

const Badge = v.object({
  id: v.string(),
  did: v.string(),
  skeleton: v.string(),
  slotValues: v.string(),
  keyId: v.string(),
  proofValue: v.string(),
})
type Badge = v.InferOutput<typeof Badge>

const Key = v.object({
  did: v.string(),
  purpose: v.string(),
  generation: v.string(),
  publicKeyMultibase: v.string(),
  compromisedAt: v.nullable(v.number()),
})
type Key = v.InferOutput<typeof Key>

/**
 * Rebuilds up to `most` badges, drawn at random, from a restored database and verifies their signatures with
 * the issuers' keys in it, as anybody would. Badges of erased people are left out: nothing is in them.
 */
export async function checkCredentials(path: string, most: number) {
  const { badges, keys } = read(path, most)
  const outcomes = await Promise.all(badges.map((badge) => isSound(badge, keys)))
  const damaged = badges.filter((_, index) => !outcomes[index]).map(({ id }) => id)
  return { checked: badges.length, damaged }
}

async function isSound({ did, ...stored }: Badge, keys: Key[]): Promise<boolean> {
  const own = keys
    .filter((key) => key.did === did)
    .map(({ compromisedAt, ...key }) =>
      listedKey(did, { ...key, compromisedAt: compromisedAt ? new Date(compromisedAt) : null }),
    )
  const document: Did = didDocument(did, own)
  // A text that cannot be read at all is as damaged as one whose signature does not fit.
  return isValid(signedDocument(stored), document).catch(() => false)
}

function read(path: string, most: number): { badges: Badge[]; keys: Key[] } {
  return reading(path, (db) => ({
    badges: v.parse(
      v.array(Badge),
      db
        .prepare(
          `SELECT c.id, i.did, t.skeleton, c.slot_values AS slotValues, c.key_id AS keyId,
             c.proof_value AS proofValue
           FROM credentials c JOIN credential_templates t ON t.hash = c.template_hash
           JOIN achievements a ON a.id = c.achievement_id
           JOIN issuers i ON i.organization_id = a.organization_id
           JOIN issuer_keys k ON k.did = i.did AND c.key_id = i.did || '#' || k.purpose || '-' || k.generation
           WHERE c.state = 'signed' AND c.slot_values <> '{}' AND k.compromised_at IS NULL
           ORDER BY random() LIMIT ?`,
        )
        .all(most),
    ),
    keys: v.parse(
      v.array(Key),
      db
        .prepare(
          `SELECT did, purpose, generation, public_key_multibase AS publicKeyMultibase,
             compromised_at AS compromisedAt FROM issuer_keys`,
        )
        .all(),
    ),
  }))
}

import * as v from 'valibot'

import { fillSkeleton } from './document.ts'
import type { OpenBadge } from './open-badge.ts'
import { type Proof, withProof } from './proof.ts'
import { StoredSlots } from './slots.ts'

/** What the tables store of a document: not its text, but all that is needed to rebuild it. */
export interface StoredAward {
  skeleton: string
  slotValues: string
}

export interface StoredProof {
  keyId: string
  proofValue: string
}

export type SignedBadge = OpenBadge & { proof: [Proof] }

/** The document without its proof, as it was hashed. */
export function unsignedDocument({ skeleton, slotValues }: StoredAward): OpenBadge {
  const { judged: _, ...slots } = v.parse(StoredSlots, JSON.parse(slotValues))
  return fillSkeleton(JSON.parse(skeleton), slots)
}

/** Who judged, as data, so that a page need not parse it from the signed sentences. */
export const judgedOf = ({ slotValues }: Pick<StoredAward, 'slotValues'>) =>
  v.parse(StoredSlots, JSON.parse(slotValues)).judged

/** The document as it was signed. The proof is dated to the start of the badge's validity. */
export function signedDocument(stored: StoredAward & StoredProof): SignedBadge {
  const document = unsignedDocument(stored)
  const { keyId, proofValue } = stored
  return withProof(document, { keyId, proofValue, created: document.validFrom })
}

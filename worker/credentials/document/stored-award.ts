import * as v from 'valibot'

import { fillSkeleton } from './document.ts'
import type { OpenBadge } from './open-badge.ts'
import { type Proof, withProof } from './proof.ts'
import { StoredSlots } from './slots.ts'

/** What the tables keep of a document: no body, but all that gives it back. */
export interface StoredAward {
  skeleton: string
  slotValues: string
}

export interface StoredProof {
  keyId: string
  proofValue: string
}

export type SignedBadge = OpenBadge & { proof: [Proof] }

/** The document as it was hashed. */
export function unsignedDocument({ skeleton, slotValues }: StoredAward): OpenBadge {
  const { judged: _, ...slots } = v.parse(StoredSlots, JSON.parse(slotValues))
  return fillSkeleton(JSON.parse(skeleton), slots)
}

/** Who judged, as data: what a page says is never read back out of the signed sentences. */
export const judgedOf = ({ slotValues }: Pick<StoredAward, 'slotValues'>) =>
  v.parse(StoredSlots, JSON.parse(slotValues)).judged

/** The document as it was signed. A proof is made as of the moment from which the badge is valid. */
export function signedDocument(stored: StoredAward & StoredProof): SignedBadge {
  const document = unsignedDocument(stored)
  const { keyId, proofValue } = stored
  return withProof(document, { keyId, proofValue, created: document.validFrom })
}

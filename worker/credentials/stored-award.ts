import * as v from 'valibot'

import { fillSkeleton } from './document.ts'
import type { OpenBadge } from './open-badge.ts'
import { type Proof, withProof } from './proof.ts'
import { Slots } from './slots.ts'

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
  return fillSkeleton(JSON.parse(skeleton), v.parse(Slots, JSON.parse(slotValues)))
}

/** The document as it was signed. A proof is made as of the moment from which the badge is valid. */
export function signedDocument(stored: StoredAward & StoredProof): SignedBadge {
  const document = unsignedDocument(stored)
  const { keyId, proofValue } = stored
  return withProof(document, { keyId, proofValue, created: document.validFrom })
}

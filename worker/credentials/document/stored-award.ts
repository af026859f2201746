import * as v from 'valibot'

import { fillSkeleton } from './document.ts'
import type { OpenBadge } from './open-badge.ts'
import { type Proof, withProof } from './proof.ts'
import { type Slots, StoredSlots } from './slots.ts'

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

type StoredValues = Pick<StoredAward, 'slotValues'>

/** What the award's text needs besides its template. */
export function slotsOf({ slotValues }: StoredValues): Slots {
  const { judged: _, ...slots } = v.parse(StoredSlots, JSON.parse(slotValues))
  return slots
}

/** Who judged, as data, so that a page need not parse it from the signed sentences. */
export const judgedOf = ({ slotValues }: StoredValues) =>
  v.parse(StoredSlots, JSON.parse(slotValues)).judged

/** The document as it was signed. The proof is dated to the start of the badge's validity. */
export function signedDocument(stored: StoredAward & StoredProof): SignedBadge {
  const document = fillSkeleton(JSON.parse(stored.skeleton), slotsOf(stored))
  const { keyId, proofValue } = stored
  return withProof(document, { keyId, proofValue, created: document.validFrom })
}

import { compileTemplate } from '../../worker/credentials/document/compile-template.ts'
import {
  type Shape,
  awardMarkers,
  awardSkeleton,
} from '../../worker/credentials/document/skeleton.ts'
import type { Slots } from '../../worker/credentials/document/slots.ts'
import type { Json } from './json.ts'

/** The slots of a signed award, read out of its document. */
export function slotsIn({
  evidence: [evidence],
  credentialSubject,
  credentialStatus,
  ...award
}: Json): Slots {
  const { identityHash, salt } = credentialSubject.identifier[0]
  const { id, name, validFrom, validUntil, awardedDate } = award
  return {
    id,
    name,
    validFrom,
    ...(validUntil && { validUntil }),
    awardedDate,
    identityHash,
    salt,
    levels: credentialSubject.result.map(({ achievedLevel }: Json) => achievedLevel),
    evidenceId: evidence.id,
    genre: evidence.genre,
    work: evidence.description,
    narrative: evidence.narrative,
    statusId: credentialStatus.id,
    statusListIndex: credentialStatus.statusListIndex,
    statusListCredential: credentialStatus.statusListCredential,
  }
}

const shapeOf = ({ validUntil }: Json): Shape => (validUntil ? 'award' : 'award-no-expiry')

export function skeletonOf(award: Json): Json {
  const { id, name, url } = award.issuer
  return awardSkeleton({ did: id, name, url }, award.credentialSubject.achievement, shapeOf(award))
}

/** The template that a signed award was made from. */
export async function templateOf(award: Json) {
  const { achievement } = award.credentialSubject
  const skeleton = skeletonOf(award)
  const compiled = await compileTemplate(skeleton, awardMarkers(achievement, shapeOf(award)))
  return { skeleton: JSON.stringify(skeleton), compiled }
}

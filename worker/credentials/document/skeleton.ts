import type { Achievement } from './open-badge.ts'
import { contexts } from './open-badge.ts'
import { addressMarker as at, levelMarker, markersFor, textMarker as text } from './slots.ts'

/**
 * Which fields a badge document has. Another set of fields is another shape, because its canonical
 * form, which is signed, differs.
 */
export type Shape = 'award' | 'award-no-expiry'

export interface Issuer {
  did: string
  name: string
  url: string
}

/**
 * Part of every template's hash. Raise it when the same skeleton would be compiled otherwise.
 * Templates of version 1 were stored without compiled lines, and go the slow path.
 */
export const compilerVersion = '2'

export const shapeOf = (validityMonths: number | null): Shape =>
  validityMonths === null ? 'award-no-expiry' : 'award'

/** A badge document with markers where awards differ (`Slots`). The rest is the same for all. */
export function awardSkeleton(issuer: Issuer, achievement: Achievement, shape: Shape) {
  return {
    '@context': contexts,
    id: at('id'),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer.did, type: ['Profile'], name: issuer.name, url: issuer.url },
    name: text('name'),
    validFrom: text('validFrom'),
    ...(shape === 'award' ? { validUntil: text('validUntil') } : {}),
    awardedDate: text('awardedDate'),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: true,
          identityType: 'emailAddress',
          identityHash: text('identityHash'),
          salt: text('salt'),
        },
      ],
      achievement,
      result: achievement.resultDescription.map(({ id }, index) => ({
        type: ['Result'],
        resultDescription: id,
        achievedLevel: levelMarker(index),
        status: 'Completed',
      })),
    },
    evidence: [
      {
        id: at('evidenceId'),
        type: ['Evidence'],
        name: 'How this was judged',
        genre: text('genre'),
        description: text('work'),
        narrative: text('narrative'),
      },
    ],
    credentialStatus: {
      id: at('statusId'),
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: text('statusListIndex'),
      statusListCredential: at('statusListCredential'),
    },
  }
}

export const awardMarkers = ({ resultDescription }: Achievement, shape: Shape): string[] =>
  markersFor(resultDescription.length, { expires: shape === 'award' })

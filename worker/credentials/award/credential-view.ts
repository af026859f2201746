import { isLaptop } from '../issuer/did.ts'
import { inSeconds } from '../seconds.ts'
import type { OwnCredential, OwnCredentialEntry } from './find-own-credential.ts'
import { type SignedBadge, signedDocument } from '../document/stored-award.ts'

export type OwnState = 'being-signed' | 'in-force' | 'expired' | 'ended' | 'failed'

/** A badge in its holder's list: what it is, whether it is valid, and what is public about it. */
export function credentialEntry(credential: OwnCredentialEntry, now: Date) {
  return {
    id: credential.id,
    skill: credential.skill,
    level: credential.level,
    state: stateOf(credential, now),
    issuer: { name: credential.issuerName, url: credential.issuerUrl },
    awardedAt: credential.awardedAt.toISOString(),
    validUntil: credential.validUntil?.toISOString() ?? null,
    endedAt: credential.endedAt?.toISOString() ?? null,
    publication: {
      on: credential.publishedAt !== null,
      showName: credential.shownName !== null,
      listed: credential.listed,
      version: credential.publicationVersion,
    },
    page: `${credential.origin}/credentials/${credential.id}`,
    achievementPage: `${credential.origin}/achievements/${credential.achievementId}`,
  }
}

/**
 * A badge on its holder's page: the entry, the signed document, and the salt for proving which text
 * was judged.
 */
export function credentialView(credential: OwnCredential, now: Date) {
  return {
    ...credentialEntry(credential, now),
    document: ownDocument(credential) ?? null,
    /** Whether it was issued on localhost, so that nobody else can verify it. */
    demo: isLaptop(new URL(credential.origin).host),
    evidenceSalt: credential.evidenceSalt,
    submissionId: credential.submissionId,
  }
}

/** The signed document; undefined before it is signed. */
export function ownDocument(credential: OwnCredential): SignedBadge | undefined {
  const { skeleton, slotValues, keyId, proofValue } = credential
  return keyId && proofValue
    ? signedDocument({ skeleton, slotValues, keyId, proofValue })
    : undefined
}

/** The name of the file: skill and day, nothing about the person. */
export function fileNameOf({ skill, awardedAt }: OwnCredential): string {
  return `${skill}-${inSeconds(awardedAt).slice(0, 10)}.json`
}

function stateOf({ state, endedAt, validUntil }: OwnCredentialEntry, now: Date): OwnState {
  if (endedAt) return 'ended'
  if (state !== 'signed') return state === 'failed' ? 'failed' : 'being-signed'
  return validUntil && validUntil <= now ? 'expired' : 'in-force'
}

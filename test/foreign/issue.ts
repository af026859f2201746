import { readFileSync } from 'node:fs'

import * as v from 'valibot'
import { parse } from 'yaml'

import {
  awardName,
  levelIds,
  skillAchievement,
} from '../../worker/credentials/achievement/achievement.ts'
import { compileTemplate } from '../../worker/credentials/document/compile-template.ts'
import { didDocument } from '../../worker/credentials/issuer/did-document.ts'
import { fillSkeleton } from '../../worker/credentials/document/document.ts'
import {
  evidenceId,
  judgedNarrative,
  workSentence,
} from '../../worker/credentials/document/evidence.ts'
import { lintCanonical, lintDocument } from '../../worker/credentials/document/lint-document.ts'
import { withProof } from '../../worker/credentials/document/proof.ts'
import { identityHash } from '../../worker/credentials/document/recipient.ts'
import { inSeconds } from '../../worker/credentials/seconds.ts'
import { monthsLater } from '../../worker/foundation/reader/months-later.ts'
import { type Shape, awardMarkers } from '../../worker/credentials/document/skeleton.ts'
import type { Slots } from '../../worker/credentials/document/slots.ts'
import { awardTemplate, canonicalAward } from '../../worker/credentials/document/template.ts'
import { canonicalList } from '../../worker/credentials/status-list/canonical-list.ts'
import {
  bitsOf,
  encodeBits,
  statusListDocument,
} from '../../worker/credentials/status-list/status-list.ts'
import type { KeyPurpose } from '../../worker/signer/binding.ts'
import { listPublicKeys } from '../../worker/signer/list-public-keys.ts'
import { signDocument } from '../../worker/signer/sign-document.ts'
import { Rubric } from '../../worker/skills/rubric.ts'
import { testSeeds } from '../support/test-keys.ts'
import { rotated } from '../support/other-signer.ts'
import { documents } from './only-these-documents.ts'

export const origin = 'https://mettle.example'
export const riverside = issuerNamed('riverside', 'Riverside College')

/** Another programme. Verifiers cache what they fetch, so each state of a did document needs a new one. */
export function issuerNamed(slug: string, name = 'Hillside College') {
  const did = `did:web:mettle.example:organizations:${slug}`
  return { did, name, url: `${origin}/organizations/${slug}` }
}

/** Both seeds, so that either can sign: the first one before a change of keys, the second after it. */
const configuration = { ISSUER_SEEDS: JSON.stringify({ ...testSeeds, keys: rotated.keys }) }
// Foreign verifiers read the real clock, so nothing here may be in their future.
export const now = new Date(Math.floor(Date.now() / 1000) * 1000 - 86_400_000)

/** Publishes the issuer's document, with these keys, where did:web looks for it. */
export async function listIssuer(
  issuer = riverside,
  generations = ['1'],
  stolen: readonly string[] = [],
): Promise<void> {
  documents.set(`${issuer.url}/did.json`, await documentOf(issuer, generations, stolen))
}

async function documentOf(
  { did }: typeof riverside,
  generations: readonly string[],
  stolen: readonly string[] = [],
) {
  const { keys } = await listPublicKeys(configuration, did)
  const listed = keys.filter(({ generation }) => generations.includes(generation))
  return didDocument(
    did,
    listed.map(({ id, publicKeyMultibase, generation }) => ({
      id,
      publicKeyMultibase,
      compromisedAt: stolen.includes(generation) ? now : null,
    })),
  )
}

/**
 * A programme whose credential key is not in its `assertionMethod`. Verifiers cache what they
 * fetch, so it has to be a new one.
 */
export async function anIssuerWithoutItsKey(slug: string) {
  const issuer = issuerNamed(slug)
  const listed = await documentOf(issuer, ['1'])
  const assertionMethod = listed.assertionMethod.filter((id) => !id.includes('#credential'))
  documents.set(`${issuer.url}/did.json`, { ...listed, assertionMethod })
  return issuer
}

export const list = `${origin}/status-lists/${crypto.randomUUID()}`

/** Signs the status list and publishes it where verifiers look for it. */
export async function listStatus(ended: number[]) {
  const encodedList = await encodeBits(bitsOf(ended))
  const document = statusListDocument({ id: list, issuer: riverside.did, encodedList, now })
  const versionId = `${list.split('/').at(-1)}.${[ended.length, ...ended].join('-')}`
  const signed = await sign(riverside.did, 'status', versionId, document, canonicalList(document))
  documents.set(list, signed)
  return signed
}

interface Award {
  issuer?: typeof riverside
  shape?: Shape
  skill?: string
  index?: number
  /** Replaces the texts of one award. */
  words?: string
  titled?: string
  email?: string
  /** Which key signs. */
  generation?: string
}

/** A badge as the product issues it: real rubric, compiled template, lint, signer. */
export async function anAward({
  issuer = riverside,
  shape = 'award',
  skill = 'collaboration',
  ...award
}: Award = {}) {
  const id = crypto.randomUUID()
  const rubric = v.parse(Rubric, parse(readFileSync(`scenarios/rubrics/${skill}.yaml`, 'utf8')))
  const achievement = skillAchievement(
    `${origin}/achievements/${crypto.randomUUID()}`,
    rubric,
    'en',
  )
  const salt = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex')
  const index = award.index ?? 73_418
  const title = award.titled ?? 'Hand to hand'
  const judged = { peers: 2, mentors: 1, sitting: 'unsupervised', identity: 'not checked' } as const
  const narrative = judgedNarrative(judged, 'en')
  const slots: Slots = {
    id: `${origin}/credentials/${id}`,
    name: awardName(achievement, 3),
    validFrom: inSeconds(now),
    ...(shape === 'award' ? { validUntil: inSeconds(monthsLater(now, 36)) } : {}),
    awardedDate: inSeconds(now),
    identityHash: await identityHash(award.email ?? 'ada@example.org', salt),
    salt,
    levels: levelIds(
      achievement.id,
      3,
      rubric.criteria.map(({ competency }) => ({ competency, level: 3 })),
    ),
    evidenceId: evidenceId('H7ZdJfw3aUl9x_gE3UX5c9I386iSpkYupCw6TV_Uha4'),
    genre: 'assessment',
    work: workSentence({ title, versionHash: '3f6c9a'.repeat(10) }, now),
    narrative: award.words ? `${narrative} ${award.words}` : narrative,
    statusId: `${list}#${index}`,
    statusListIndex: String(index),
    statusListCredential: list,
  }
  const { skeleton } = await awardTemplate(issuer, achievement, shape)
  const document = fillSkeleton(JSON.parse(skeleton), slots)
  const reasons = lintDocument(document, issuer.did)
  if (reasons.length > 0) throw new Error(`Not fit to be signed: ${reasons.join()}`)
  const markers = awardMarkers(achievement, shape)
  const compiled = await compileTemplate(JSON.parse(skeleton), markers)
  const canonical = await canonicalAward({ skeleton, compiled }, slots)
  return sign(issuer.did, 'credential', `${id}.1`, document, canonical, award.generation)
}

async function sign<Document extends object>(
  issuer: string,
  purpose: KeyPurpose,
  versionId: string,
  unsigned: Document,
  document: string,
  generation = '1',
) {
  if (lintCanonical(document).length > 0) throw new Error('Verifiers would sort this differently.')
  const created = inSeconds(now)
  const request = { issuer, purpose, versionId, document, created, generation }
  const outcome = await signDocument(configuration, request, now)
  if ('refused' in outcome) throw new Error(outcome.refused)
  return withProof(unsigned, { ...outcome, created })
}

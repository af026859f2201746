import * as v from 'valibot'

import { originOf } from '../issuer/did.ts'
import { OpenBadge } from './open-badge.ts'

export type LintReason =
  | 'schema'
  | 'undefined-term'
  | 'iri'
  | 'date-form'
  | 'dates'
  | 'subject'
  | 'issuer'
  | 'rubric'
  | 'control-character'
  | 'lone-surrogate'
  | 'ambiguous-order'

/** Control characters make verifiers disagree about the signature; only line breaks are safe. */
// oxlint-disable-next-line no-control-regex -- refusing control characters is the point
const control = /[\u0000-\u0009\u000B-\u001F\u007F]/

/** Why this document must not be signed; empty if it may. `issuer` is the did it is signed for. */
export function lintDocument(document: unknown, issuer: string): LintReason[] {
  const reasons = textsOf(document).flatMap(lintText)
  const shape = v.safeParse(OpenBadge, document)
  if (!shape.success) return [...reasons, ...shape.issues.map(reasonOf)]
  return [...reasons, ...lintMeaning(shape.output, issuer)]
}

/**
 * Why canonical text must not be signed: its lines are in another order if sorted by code point
 * than if sorted by UTF-16 unit (an emoji beside U+E000-U+FFFF). Some verifiers sort in one way and
 * some in the other, so they would compute two hashes.
 */
export function lintCanonical(canonical: string): LintReason[] {
  const lines = canonical.split('\n').slice(0, -1)
  const alike = lines.every((line, index) => index === 0 || sortAlike(lines[index - 1] ?? '', line))
  return alike ? [] : ['ambiguous-order']
}

function lintText(text: string): LintReason[] {
  if (!text.isWellFormed()) return ['lone-surrogate']
  return control.test(text) ? ['control-character'] : []
}

function reasonOf(issue: v.BaseIssue<unknown>): LintReason {
  if (issue.message === 'date-form' || issue.message === 'iri') return issue.message
  const path = issue.path?.map(({ key }) => key) ?? []
  if (issue.type === 'strict_object' && issue.expected === 'never') return 'undefined-term'
  return path.at(-1) === 'identifier' ? 'subject' : 'schema'
}

function lintMeaning(document: OpenBadge, issuer: string): LintReason[] {
  return [
    ...(isIssuedBy(document, issuer) ? [] : ['issuer' as const]),
    ...(areDatesInOrder(document) ? [] : ['dates' as const]),
    ...(isJudgedWhole(document) ? [] : ['rubric' as const]),
  ]
}

/** Whether the issuer is the one signed for, and the addresses it gives are on its own host. */
function isIssuedBy({ id, issuer, credentialSubject, credentialStatus }: OpenBadge, did: string) {
  const origin = originOf(did)
  const own = [id, issuer.url, credentialSubject.achievement.id, credentialStatus.id]
  return issuer.id === did && own.every((address) => address.startsWith(`${origin}/`))
}

function areDatesInOrder({ awardedDate, validFrom, validUntil }: OpenBadge): boolean {
  return awardedDate <= validFrom && (validUntil === undefined || validFrom < validUntil)
}

/**
 * Whether each result description has exactly one result, with a level of that description that is
 * not below the required one.
 */
function isJudgedWhole({ credentialSubject: { achievement, result } }: OpenBadge): boolean {
  const descriptions = achievement.resultDescription
  if (descriptions.length !== result.length) return false
  return descriptions.every(({ id, requiredLevel, rubricCriterionLevel: levels }) => {
    const results = result.filter(({ resultDescription }) => resultDescription === id)
    const levelOf = (levelId?: string) => levels.find((level) => level.id === levelId)?.level
    const achieved = levelOf(results[0]?.achievedLevel)
    const required = requiredLevel === undefined ? '0' : levelOf(requiredLevel)
    if (results.length !== 1 || achieved === undefined || required === undefined) return false
    return Number(achieved) >= Number(required)
  })
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}

/** Whether two texts have the same order by UTF-16 unit as by code point. */
function sortAlike(one: string, other: string): boolean {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const units = [one.charCodeAt(at), other.charCodeAt(at)]
  const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff
  return !(units.some(isSurrogate) && units.some((unit) => unit > 0xdfff))
}

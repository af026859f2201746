import * as v from 'valibot'

/**
 * The messages in this file are lint reasons. `lintDocument` finds a reason where there is none.
 */
const second = v.pipe(v.string(), v.check(isWholeSecond, 'date-form'))
const iri = v.pipe(
  v.string(),
  v.regex(/^(?:https?:\/\/|did:web:|ni:\/\/\/|urn:)[^\s<>"{}|\\^`]+$/, 'iri'),
)
const words = v.pipe(v.string(), v.minLength(1))
const digits = v.pipe(v.string(), v.regex(/^\d+$/))
const only = <const Type extends string>(type: Type) => v.strictTuple([v.literal(type)])
const some = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.minLength(1))

const Level = v.strictObject({
  id: iri,
  type: only('RubricCriterionLevel'),
  name: words,
  level: digits,
  points: digits,
  description: v.exactOptional(words),
})

const ResultDescription = v.strictObject({
  id: iri,
  type: only('ResultDescription'),
  name: words,
  resultType: v.literal('RubricCriterionLevel'),
  requiredLevel: v.exactOptional(iri),
  rubricCriterionLevel: some(Level),
})

const Alignment = v.strictObject({
  type: only('Alignment'),
  targetType: words,
  targetFramework: words,
  targetCode: v.exactOptional(words),
  targetName: words,
  targetUrl: iri,
})

export const Achievement = v.strictObject({
  id: iri,
  type: only('Achievement'),
  achievementType: v.literal('Badge'),
  name: words,
  description: words,
  criteria: v.strictObject({ id: iri, narrative: words }),
  image: v.strictObject({ id: iri, type: v.literal('Image'), caption: words }),
  inLanguage: words,
  version: words,
  tag: some(words),
  alignment: v.exactOptional(some(Alignment)),
  resultDescription: some(ResultDescription),
})

const Result = v.strictObject({
  type: only('Result'),
  resultDescription: iri,
  achievedLevel: iri,
  status: v.literal('Completed'),
})

const Identity = v.strictObject({
  type: v.literal('IdentityObject'),
  hashed: v.literal(true),
  identityType: v.literal('emailAddress'),
  identityHash: v.pipe(v.string(), v.regex(/^sha256\$[0-9a-f]{64}$/)),
  salt: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
})

const Evidence = v.strictObject({
  id: iri,
  type: only('Evidence'),
  name: words,
  genre: v.picklist(['assessment', 'prior-learning']),
  description: words,
  narrative: words,
})

export const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const

/** An award as it is signed. A member that is not listed here is refused. */
export const OpenBadge = v.strictObject({
  '@context': v.strictTuple([v.literal(contexts[0]), v.literal(contexts[1])]),
  id: iri,
  type: v.strictTuple([v.literal('VerifiableCredential'), v.literal('OpenBadgeCredential')]),
  issuer: v.strictObject({ id: iri, type: only('Profile'), name: words, url: iri }),
  name: words,
  validFrom: second,
  validUntil: v.exactOptional(second),
  awardedDate: second,
  credentialSubject: v.strictObject({
    type: only('AchievementSubject'),
    identifier: v.strictTuple([Identity]),
    achievement: Achievement,
    result: some(Result),
  }),
  evidence: v.strictTuple([Evidence]),
  credentialStatus: v.strictObject({
    id: iri,
    type: v.literal('BitstringStatusListEntry'),
    statusPurpose: v.picklist(['revocation', 'suspension']),
    statusListIndex: digits,
    statusListCredential: iri,
  }),
})

export type OpenBadge = v.InferOutput<typeof OpenBadge>
export type Achievement = v.InferOutput<typeof Achievement>

function isWholeSecond(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return false
  const at = new Date(value)
  return !Number.isNaN(at.getTime()) && at.toISOString() === value.replace('Z', '.000Z')
}

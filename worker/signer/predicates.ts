import type { KeyPurpose } from './binding.ts'

const badge = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#'
const schema = 'https://schema.org/'
const credentials = 'https://www.w3.org/2018/credentials#'
const status = 'https://www.w3.org/ns/credentials/status#'

export const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
export const issuer = `${credentials}issuer`
export const credentialStatus = `${credentials}credentialStatus`
export const achievement = `${badge}achievement`
export const statusListCredential = `${status}statusListCredential`
export const statusListIndex = `${status}statusListIndex`
export const verifiableCredential = `${credentials}VerifiableCredential`
export const openBadgeCredential = `${badge}OpenBadgeCredential`
export const statusList = `${status}BitstringStatusListCredential`

const withPrefix = (prefix: string, names: string) => names.split(' ').map((name) => prefix + name)

/** Every predicate that our documents may contain. A new one must be added here first. */
export const allowedPredicates: Record<KeyPurpose, ReadonlySet<string>> = {
  credential: new Set([
    rdfType,
    ...withPrefix(
      badge,
      'Criteria achievedLevel achievement achievementType alignment awardedDate',
    ),
    ...withPrefix(
      badge,
      'hashed identifier identityHash identityType image level narrative points',
    ),
    ...withPrefix(badge, 'requiredLevel result resultDescription resultType rubricCriterionLevel'),
    ...withPrefix(badge, 'salt status targetCode targetType version'),
    ...withPrefix(schema, 'caption description genre inLanguage keywords name'),
    ...withPrefix(schema, 'targetFramework targetName targetUrl url'),
    ...withPrefix(credentials, 'credentialStatus credentialSubject evidence issuer'),
    ...withPrefix(credentials, 'validFrom validUntil'),
    ...withPrefix(status, 'statusListCredential statusListIndex statusPurpose'),
  ]),
  status: new Set([
    rdfType,
    ...withPrefix(credentials, 'credentialSubject issuer validFrom validUntil'),
    ...withPrefix(status, 'encodedList statusPurpose'),
  ]),
}

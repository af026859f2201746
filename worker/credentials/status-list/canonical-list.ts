import * as v from 'valibot'

import { contexts } from '../document/open-badge.ts'
import { address, second } from '../document/slots.ts'

/**
 * A list as it is signed. A member that is not listed here is refused, because `canonicalList` would
 * leave it unsigned.
 */
const StatusListDocument = v.strictObject({
  '@context': v.strictTuple([v.literal(contexts[0])]),
  id: address,
  type: v.strictTuple([
    v.literal('VerifiableCredential'),
    v.literal('BitstringStatusListCredential'),
  ]),
  issuer: v.pipe(v.string(), v.regex(/^did:web:[\w.:%-]+$/)),
  validFrom: second,
  validUntil: second,
  credentialSubject: v.strictObject({
    id: address,
    type: v.literal('BitstringStatusList'),
    statusPurpose: v.literal('revocation'),
    encodedList: v.pipe(v.string(), v.regex(/^u[\w-]+$/)),
  }),
})

export type StatusListDocument = v.InferInput<typeof StatusListDocument>

const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime'
const multibase = 'https://w3id.org/security#multibase'
const credentials = 'https://www.w3.org/2018/credentials#'
const status = 'https://www.w3.org/ns/credentials/status#'

/**
 * The canonical N-Quads of a list, the same bytes as `canonicalise` gives. Nothing in a list depends
 * on a programme's texts, so its template is written here and not compiled.
 */
export function canonicalList(document: StatusListDocument): string {
  const { id, issuer, validFrom, validUntil, credentialSubject } = v.parse(
    StatusListDocument,
    document,
  )
  const { id: bits, statusPurpose, encodedList } = credentialSubject
  const lines = [
    `<${id}> <${type}> <${credentials}VerifiableCredential>`,
    `<${id}> <${type}> <${status}BitstringStatusListCredential>`,
    `<${id}> <${credentials}credentialSubject> <${bits}>`,
    `<${id}> <${credentials}issuer> <${issuer}>`,
    `<${id}> <${credentials}validFrom> "${validFrom}"^^<${dateTime}>`,
    `<${id}> <${credentials}validUntil> "${validUntil}"^^<${dateTime}>`,
    `<${bits}> <${type}> <${status}BitstringStatusList>`,
    `<${bits}> <${status}encodedList> "${encodedList}"^^<${multibase}>`,
    `<${bits}> <${status}statusPurpose> "${statusPurpose}"`,
  ]
  return lines
    .map((line) => `${line} .\n`)
    .sort()
    .join('')
}

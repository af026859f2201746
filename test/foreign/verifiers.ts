import './only-these-documents.ts'

import { existsSync, readFileSync } from 'node:fs'

import { verifyCredential } from '@digitalcredentials/verifier-core'
import { base58 } from '@scure/base'
import { JsonLdParser } from 'jsonld-streaming-parser'
import { RDFC10 } from 'rdfjs-c14n'

import { vendoredContexts } from '../../worker/credentials/document/canonicalise.ts'
import type { Json } from '../support/json.ts'
import { documents } from './only-these-documents.ts'

/** The complaints of a foreign verifier; empty if it accepts. */
export type Complaints = string[]

const schemas = new URL('../../../shared/vectors/schemas/', import.meta.url)
export const haveSchemas = existsSync(schemas)
if (haveSchemas) {
  const schema = JSON.parse(
    readFileSync(new URL('ob_v3p0_achievementcredential_schema.json', schemas), 'utf8'),
  )
  for (const form of ['json', 'json-ld']) {
    const address = `https://purl.imsglobal.org/spec/ob/v3p0/schema/${form}/`
    documents.set(`${address}ob_v3p0_achievementcredential_schema.json`, schema)
  }
}

/** The Digital Credentials Consortium's verifier: proof, did:web, status list, dates, schema. */
export async function verifierCore(credential: Json): Promise<Complaints> {
  // The verifier modifies its argument, so it gets a copy.
  const answer: Json = await verifyCredential({
    credential: structuredClone(credential),
    knownDIDRegistries: [],
  })
  if (answer.errors) return answer.errors.map(({ name }: Json) => String(name))
  const steps = answer.log.filter(({ id }: Json) => id !== 'registered_issuer')
  const failed = steps.filter(({ valid }: Json) => valid !== true).map(({ id }: Json) => String(id))
  const checked = answer.additionalInformation?.[0]?.results
  const isCheckable = haveSchemas && credential.type.includes('OpenBadgeCredential')
  const fits = !isCheckable || checked?.[0]?.result?.valid === true
  return [...failed, ...(fits ? [] : ['schema'])]
}

// By path: the package exports only its plugin for another wallet.
const didkitFolder = new URL('../../node_modules/@learncard/didkit-plugin/dist/', import.meta.url)
const didkit: Json = await import(/* @vite-ignore */ new URL('didkit_wasm.js', didkitFolder).href)
didkit.initSync({ module: readFileSync(new URL('didkit_wasm_bg.wasm', didkitFolder)) })

/**
 * SpruceID's Rust library, with another canonicaliser: checks the proof with the key from did:web.
 */
export async function rustDidkit(credential: Json): Promise<Complaints> {
  try {
    return JSON.parse(await didkit.verifyCredential(JSON.stringify(credential), '{}', '{}')).errors
  } catch (error) {
    return [String(error)]
  }
}

/** A third implementation: parsed and canonicalised by foreign libraries, checked by WebCrypto. */
export async function otherCanonicaliser(credential: Json): Promise<Complaints> {
  try {
    const { proof, ...document } = credential
    const { proofValue, ...options } = proof[0]
    const texts = [{ '@context': document['@context'], ...options }, document].map(
      canonicalByOthers,
    )
    const message = Buffer.concat(await Promise.all(texts.map(async (text) => sha256(await text))))
    const signature = Uint8Array.from(base58.decode(proofValue.slice(1)))
    const key = await keyOf(document, options)
    return (await crypto.subtle.verify('Ed25519', key, signature, message)) ? [] : ['signature']
  } catch (error) {
    return [String(error)]
  }
}

export const allThree = { verifierCore, rustDidkit, otherCanonicaliser }

export async function canonicalByOthers(document: Json): Promise<string> {
  const parser = new JsonLdParser({
    documentLoader: { load: async (url: string): Promise<Json> => vendoredContexts.get(url) },
  })
  const quads: Json[] = []
  const parsed = new Promise<void>((resolve, reject) => {
    parser
      .on('data', (quad: Json) => quads.push(quad))
      .on('error', reject)
      .on('end', resolve)
  })
  parser.write(JSON.stringify(document))
  parser.end()
  await parsed
  return asCanonical(await new RDFC10().canonicalize(quads))
}

/**
 * Writes its lines as canonical N-Quads: it escapes characters beyond the Basic Multilingual Plane,
 * which canonical N-Quads do not.
 */
function asCanonical(lines: string): string {
  const plain = lines.replaceAll(/\\\\|\\U([0-9a-f]{8})/gi, (escaped, code?: string) =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : escaped,
  )
  return `${plain.slice(0, -1).split('\n').toSorted().join('\n')}\n`
}

async function keyOf({ issuer }: Json, { verificationMethod, proofPurpose }: Json) {
  const did: string = issuer.id ?? issuer
  const [, , host = '', ...path] = did.split(':')
  const address = `https://${decodeURIComponent(host)}/${path.join('/')}/did.json`
  const didDocument: Json = documents.get(address)
  if (!didDocument[proofPurpose].includes(verificationMethod)) throw new Error('not authorised')
  const method = didDocument.verificationMethod.find(({ id }: Json) => id === verificationMethod)
  const publicKey = Uint8Array.from(base58.decode(method.publicKeyMultibase.slice(1)).slice(2))
  return crypto.subtle.importKey('raw', publicKey, { name: 'Ed25519' }, false, ['verify'])
}

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Buffer.from(text)))
}

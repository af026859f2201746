import { isReservedHost, originOf } from '../credentials/issuer/did.ts'
import { sha256, utf8 } from '../foundation/crypto/encoding.ts'
import type { SignOutcome, SignRefusal, SignRequest } from './binding.ts'
import { whyNotDocument } from './document-rules.ts'
import { keyIdOf, signWith } from './issuer-key.ts'
import { readKeySet } from './key-set.ts'
import type { SignerConfiguration } from './list-public-keys.ts'
import { parseQuads } from './quads.ts'
import { isOtherThanBefore } from './signatures-made.ts'

const largestBytes = 262_144
const aheadMs = 5 * 60_000
const oldestMs = 7 * 86_400_000

/** Signs a canonical document (`eddsa-rdfc-2022`), or returns the reason why not. */
export async function signDocument(
  { ISSUER_SEEDS }: SignerConfiguration,
  request: SignRequest,
  now: Date,
): Promise<SignOutcome> {
  const { dev, current, compromised, keys: seeds } = readKeySet(ISSUER_SEEDS)
  const { generation = current } = request
  const master = seeds.get(generation)
  if (!master || compromised.includes(generation)) return { refused: 'key-not-active' }

  const document = utf8(request.document)
  const refused = whyNot(request, { size: document.length, dev, now })
  if (refused) return { refused }

  const name = { issuer: request.issuer, purpose: request.purpose, generation }
  const keyId = keyIdOf(name)
  const documentHash = await sha256(document)
  if (isOtherThanBefore(request, documentHash)) return { refused: 'different-document' }

  const optionsHash = await sha256(proofOptions(keyId, request.created))
  const message = Uint8Array.from([...optionsHash, ...documentHash])
  return { keyId, proofValue: await signWith(master, name, message) }
}

interface Circumstances {
  size: number
  dev: boolean
  now: Date
}

function whyNot(request: SignRequest, { size, dev, now }: Circumstances): SignRefusal | undefined {
  if (size > largestBytes) return 'too-large'
  const origin = originOf(request.issuer)
  if (!origin) return 'wrong-issuer'
  // A development seed proves nothing, so it may sign only for hosts that nobody trusts.
  if (dev && !isReservedHost(new URL(origin).host)) return 'wrong-issuer'
  if (!isTimely(request.created, now, dev)) return 'bad-time'
  const quads = parseQuads(request.document)
  return quads ? whyNotDocument(quads, request, origin) : 'unknown-predicate'
}

function isTimely(created: string, now: Date, dev: boolean): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(created)) return false
  const at = Date.parse(created)
  if (Number.isNaN(at)) return false
  // In development the clock can be moved, and demo documents have dates in the past.
  return dev || (at <= now.getTime() + aheadMs && at >= now.getTime() - oldestMs)
}

/** The canonical proof without its value. Exactly these five lines are signed with the document. */
export function proofOptions(keyId: string, created: string): string {
  const lines = [
    `<http://purl.org/dc/terms/created> "${created}"^^<http://www.w3.org/2001/XMLSchema#dateTime>`,
    '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/security#DataIntegrityProof>',
    '<https://w3id.org/security#cryptosuite> "eddsa-rdfc-2022"^^<https://w3id.org/security#cryptosuiteString>',
    '<https://w3id.org/security#proofPurpose> <https://w3id.org/security#assertionMethod>',
    `<https://w3id.org/security#verificationMethod> <${keyId}>`,
  ]
  return lines.map((line) => `_:c14n0 ${line} .\n`).join('')
}

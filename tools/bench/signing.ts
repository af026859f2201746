import { testSeeds } from '../../test/support/test-keys.ts'
import { levelIds } from '../../worker/credentials/achievement/achievement.ts'
import { compileTemplate } from '../../worker/credentials/document/compile-template.ts'
import type { Achievement } from '../../worker/credentials/document/open-badge.ts'
import { awardMarkers } from '../../worker/credentials/document/skeleton.ts'
import {
  type Template,
  awardTemplate,
  canonicalAward,
} from '../../worker/credentials/document/template.ts'
import type { Bindings } from '../../worker/env.ts'
import { sha256Hex } from '../../worker/foundation/crypto/encoding.ts'
import type { SignRequest } from '../../worker/signer/binding.ts'
import { signDocument } from '../../worker/signer/sign-document.ts'

const origin = 'https://mettle.example'
const issuer = {
  did: 'did:web:mettle.example:organizations:riverside',
  name: 'Riverside College',
  url: `${origin}/organizations/riverside`,
}
const created = '2026-09-01T10:00:00Z'
const ways = ['slow path', 'template', 'template and binding'] as const
type Way = (typeof ways)[number]

export const wayOf = (asked: string | null): Way => ways.find((way) => way === asked) ?? 'slow path'

let subject: { achievement: Achievement; template: Template } | undefined

/** Compiles the template of the awards that are then signed. */
export async function prepareSigning(achievement: Achievement): Promise<void> {
  const template = await awardTemplate(issuer, achievement, 'award')
  const skeleton: object = JSON.parse(template.skeleton)
  const compiled = await compileTemplate(skeleton, awardMarkers(achievement, 'award'))
  subject = { achievement, template: { ...template, compiled } }
}

/**
 * Signs new awards one after the other: canonical text, its hash for the row, the signer's checks
 * and Ed25519. The signer runs in this Worker, because the binding costs much more on a laptop than
 * in production, except in the way that measures it. Returns how many bytes the last text has.
 */
export async function signAwards(env: Bindings, way: Way, count: number): Promise<number> {
  if (!subject) throw new Error('There is no template.')
  const { achievement, template } = subject
  const used = way === 'slow path' ? { ...template, compiled: null } : template
  const sign = (request: SignRequest) =>
    way === 'template and binding'
      ? env.SIGNER.sign(request)
      : signDocument({ ISSUER_SEEDS: JSON.stringify(testSeeds) }, request, new Date(created))
  let length = 0
  for (let made = 0; made < count; made++) {
    const id = crypto.randomUUID()
    const document = await canonicalAward(used, slotsOf(id, achievement))
    await sha256Hex(document)
    const about = { issuer: issuer.did, purpose: 'credential', versionId: `${id}.1` } as const
    const outcome = await sign({ ...about, document, created })
    if ('refused' in outcome) throw new Error(outcome.refused)
    length = document.length
  }
  return length
}

function slotsOf(id: string, { name, id: address, resultDescription }: Achievement) {
  const criteria = resultDescription.slice(1).map((description) => ({
    competency: description.id.slice(address.length + 1),
    level: 3,
  }))
  const digits = id.replaceAll('-', '')
  return {
    id: `${origin}/credentials/${id}`,
    name: `${name}: proficient`,
    validFrom: created,
    validUntil: '2029-09-01T10:00:00Z',
    awardedDate: created,
    identityHash: `sha256$${digits}${digits}`,
    salt: digits,
    levels: levelIds(address, 3, criteria),
    evidenceId: 'ni:///sha-256;H7ZdJfw3aUl9x_gE3UX5c9I386iSpkYupCw6TV_Uha4',
    genre: 'assessment' as const,
    work: 'Challenge "The late shift" (version 3f6c9a), answered on 2026-08-28.',
    narrative: 'Two peers and one mentor judged this answer without knowing whose it was.',
    statusId: `${origin}/status-lists/6a1e0b4e-0d55-4c1e-8f43-3f0d7a1c9b52#73418`,
    statusListIndex: '73418',
    statusListCredential: `${origin}/status-lists/6a1e0b4e-0d55-4c1e-8f43-3f0d7a1c9b52`,
  }
}

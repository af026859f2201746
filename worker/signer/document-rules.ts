import type { SignRefusal, SignRequest } from './binding.ts'
import * as term from './predicates.ts'
import { type Quad, valueOf } from './quads.ts'

/**
 * Why this document must not be signed with this key: the first rule that it breaks, or undefined.
 */
export function whyNotDocument(
  quads: Quad[],
  { issuer, purpose, versionId }: SignRequest,
  origin: string,
): SignRefusal | undefined {
  const roots = subjectsOf(quads, term.verifiableCredential)
  const root = roots[0]
  if (roots.length !== 1 || !root) return 'wrong-type'
  const [own, other] =
    purpose === 'credential'
      ? [term.openBadgeCredential, term.statusList]
      : [term.statusList, term.openBadgeCredential]
  if (subjectsOf(quads, own).join() !== root || subjectsOf(quads, other).length > 0) {
    return 'wrong-type'
  }
  const allowed = term.allowedPredicates[purpose]
  if (!quads.every(({ predicate }) => allowed.has(predicate))) return 'unknown-predicate'

  const issuers = quads.filter(({ predicate }) => predicate === term.issuer)
  if (issuers.length !== 1 || issuers[0]?.subject !== root) return 'wrong-issuer'
  if (issuers[0].object !== `<${issuer}>`) return 'wrong-issuer'

  const folder = purpose === 'credential' ? 'credentials' : 'status-lists'
  const id = valueOf(root)
  if (!id.startsWith(`${origin}/${folder}/`)) return 'wrong-host'
  if (purpose === 'credential') {
    const refused = whyNotAward(quads, root, origin)
    if (refused) return refused
  }
  // The version to be signed must be one of the credential or list that the document is about.
  const [subject, edition] = versionId.split('.')
  return id === `${origin}/${folder}/${subject}` && edition ? undefined : 'different-document'
}

function whyNotAward(quads: Quad[], root: string, origin: string): SignRefusal | undefined {
  const achievements = objectsOf(quads, term.achievement)
  if (!achievements.every((id) => id.startsWith(`${origin}/achievements/`))) return 'wrong-host'

  const entries = quads.filter(({ predicate }) => predicate === term.credentialStatus)
  const entry = entries[0]
  if (entries.length !== 1 || entry?.subject !== root) return 'no-status'
  const about = quads.filter(({ subject }) => subject === entry.object)
  const [list] = objectsOf(about, term.statusListCredential)
  const [index] = objectsOf(about, term.statusListIndex)
  if (!list || !index || !/^\d+$/.test(index)) return 'no-status'
  return list.startsWith(`${origin}/status-lists/`) ? undefined : 'wrong-host'
}

function subjectsOf(quads: Quad[], type: string): string[] {
  return quads
    .filter(({ predicate, object }) => predicate === term.rdfType && object === `<${type}>`)
    .map(({ subject }) => subject)
}

function objectsOf(quads: Quad[], name: string): string[] {
  return quads.filter(({ predicate }) => predicate === name).map(({ object }) => valueOf(object))
}

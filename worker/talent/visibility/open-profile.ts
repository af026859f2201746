import type { Call } from '../../foundation/call/call.ts'
import { accountOwner } from '../../foundation/crypto/owner.ts'
import { openOr, sealOptional } from '../../foundation/crypto/seal.ts'
import { visibilities, visibleCredentials } from '../tables.ts'

interface Texts {
  headline: string | null
  summary: string | null
}

/** Opens what a student wrote about themselves for employers. */
export async function openTexts(call: Call, studentId: string, texts: Texts): Promise<Texts> {
  const [headline, summary] = await Promise.all([
    openOr(call, visibilities.headline, studentId, texts.headline, null),
    openOr(call, visibilities.summary, studentId, texts.summary, null),
  ])
  return { headline, summary }
}

/** Seals what the caller wrote about themselves for employers. */
export async function sealTexts(
  call: Call,
  { headline, summary }: { headline?: string | undefined; summary?: string | undefined },
) {
  const own = [call.actorId, accountOwner(call.actorId)] as const
  return {
    headline: await sealOptional(call, visibilities.headline, ...own, headline),
    summary: await sealOptional(call, visibilities.summary, ...own, summary),
  }
}

/** Opens the part of an answer that a badge shows to employers. */
export function openExcerpt(call: Call, credentialId: string, excerpt: string | null) {
  return openOr(call, visibleCredentials.excerpt, credentialId, excerpt, null)
}

/** Seals the part of the caller's answer that a badge shows to employers. */
export function sealExcerpt(call: Call, credentialId: string, excerpt: string | undefined) {
  const owner = accountOwner(call.actorId)
  return sealOptional(call, visibleCredentials.excerpt, credentialId, owner, excerpt)
}

import type { Role } from '../foundation/call.ts'
import { base64url } from '../foundation/encoding.ts'
import { keyedHash } from '../foundation/secrets.ts'

const day = 86_400_000

/** How long an invitation may be taken up: two weeks, three days where it gives power. */
export function invitationEnd(role: Role, now: Date): Date {
  const days = role === 'admin' || role === 'recruiter' ? 3 : 14
  return new Date(now.getTime() + days * day)
}

export function rolesOf(kind: 'programme' | 'employer'): Role[] {
  return kind === 'programme' ? ['student', 'mentor', 'admin'] : ['recruiter', 'admin']
}

/** Where an invitation is read, and where its mails are refused; the second works for good. */
export function invitationLinks(origin: string, token: string) {
  const link = `${origin}/invitations/${token}`
  return { link, refuseLink: `${link}/mail-refusals` }
}

/** 256 bits from the instance's own key, so that an admin can copy the link again and no row holds it. */
export async function invitationToken(key: string, invitationId: string): Promise<string> {
  return base64url(await keyedHash(key, `invitation ${invitationId}`))
}

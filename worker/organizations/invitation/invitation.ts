import type { Role } from '../../foundation/call/call.ts'
import { base64url } from '../../foundation/crypto/encoding.ts'
import { endOfDay } from '../../foundation/reader/end-of-day.ts'
import { keyedHash } from '../../foundation/crypto/secrets.ts'

/**
 * How long an invitation may be taken up: to the end of the fourteenth day, of the third where it gives
 * power. In the zone of whoever invites, as nothing is known of who is invited.
 */
export function invitationEnd(role: Role, now: Date, zone: string): Date {
  return endOfDay(now, role === 'admin' || role === 'recruiter' ? 3 : 14, zone)
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

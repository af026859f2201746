import type { Role } from '../../foundation/call/call.ts'
import { endOfDay } from '../../foundation/reader/end-of-day.ts'
import { type Keyed, keyedHash } from '../../foundation/crypto/secrets.ts'

/**
 * When an invitation ends: at the end of the fourteenth day, or of the third day for admins and
 * recruiters, who get more rights. In the zone of the inviting person, because the invited person's
 * is unknown.
 */
export function invitationEnd(role: Role, now: Date, zone: string): Date {
  return endOfDay(now, role === 'admin' || role === 'recruiter' ? 3 : 14, zone)
}

export function rolesOf(kind: 'programme' | 'employer'): Role[] {
  return kind === 'programme' ? ['student', 'mentor', 'admin'] : ['recruiter', 'admin']
}

/**
 * The links to an invitation, to the page that refuses its mails, and the one by which a mail
 * program refuses them without a page. The last two always work.
 */
export function invitationLinks(origin: string, token: string) {
  const link = `${origin}/invitations/${token}`
  const refuseLink = `${link}/mail-refusals`
  return { link, refuseLink, unsubscribeLink: `${refuseLink}/one-click` }
}

/**
 * The token of an invitation: 256 bits derived from a key of the instance. So an admin can copy the
 * link again, and no row stores the token. `tokenKey`: the key that was current when it was made.
 */
export function invitationToken(
  call: Keyed,
  invitationId: string,
  tokenKey?: string,
): Promise<string> {
  return keyedHash(call, 'EMAIL_INDEX_KEY', `invitation ${invitationId}`, tokenKey)
}

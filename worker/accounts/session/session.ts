import type { Role } from '../../foundation/call/call.ts'
import { base64url, randomBytes, sha256Hex } from '../../foundation/crypto/encoding.ts'

const hour = 3_600
const day = 24 * hour

interface Term {
  idleSeconds: number
  absoluteSeconds: number
  /**
   * How many sessions, in any role, an account keeps after signing in with this role. The least
   * recently used ones are ended.
   */
  sessions: number
}

/** How long a session lives, by the role it acts in. */
export function termOf(role: Role | undefined, sharedComputer: boolean): Term {
  const term = terms[role ?? 'none']
  return sharedComputer ? { ...term, idleSeconds: hour / 2, absoluteSeconds: 8 * hour } : term
}

const terms: Record<Role | 'none', Term> = {
  none: { idleSeconds: 30 * day, absoluteSeconds: 90 * day, sessions: 10 },
  student: { idleSeconds: 30 * day, absoluteSeconds: 90 * day, sessions: 10 },
  mentor: { idleSeconds: 7 * day, absoluteSeconds: 30 * day, sessions: 5 },
  recruiter: { idleSeconds: 12 * hour, absoluteSeconds: 7 * day, sessions: 5 },
  admin: { idleSeconds: 2 * hour, absoluteSeconds: day, sessions: 3 },
}

export const freshSeconds = 600

export function isFresh(provenAt: Date | undefined, now: Date): boolean {
  return provenAt !== undefined && now.getTime() - provenAt.getTime() <= freshSeconds * 1000
}

/**
 * A new token for a session, a sign-in or a mailed link: 256 random bits as 43 base64url
 * characters. Only its hash is stored for checking.
 */
export function newToken(): string {
  return base64url(randomBytes(32))
}

export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}

export function hashToken(token: string): Promise<string> {
  return sha256Hex(token)
}

/** The Monday of the week, 00:00 UTC. Others may see only the week of a person's last visit. */
export function weekOf(time: Date): Date {
  const days = Math.floor(time.getTime() / 86_400_000)
  // 1 January 1970 was a Thursday.
  return new Date((days - ((days + 3) % 7)) * 86_400_000)
}

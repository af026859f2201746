import type { Role } from '../../worker/foundation/call/call.ts'
import type { Name } from '../support/traffic/world.ts'

/**
 * Who may use which door, written out from the specifications and not from the code: security.md §1,
 * talent.md §8, assessment.md §6 and §11, credentials.md §4, foundation.md §5. Whoever is not let in
 * gets 401 without a session, 403 in another role, and 404 for what is somebody else's.
 */
export interface Expected {
  who: 'anyone' | 'account' | readonly Role[]
  /** Whose thing it is; to everybody else of the role it does not exist. */
  of?: readonly Name[]
  /** What those others get, where it is not 404. */
  others?: 401 | 403
  /** For people of the operator programme. */
  operator?: true
  /** With a code proven within ten minutes. */
  fresh?: true
  /** What single ones get in place of all that. */
  but?: Partial<Record<Name, 403>>
}

export const anyone = { who: 'anyone' } as const
export const account = { who: 'account' } as const
export const students = { who: ['student'] } as const
export const reviewers = { who: ['student', 'mentor'] } as const
export const mentors = { who: ['mentor'] } as const
export const admins = { who: ['admin'] } as const
export const operators = { who: ['admin'], operator: true } as const

export const student = { ...students, of: ['student'] } as const
export const reviewer = { ...reviewers, of: ['fellow student'] } as const
/** What is the student's own asks the account: whoever left every programme still reaches it. */
export const own = { who: 'account', of: ['student'] } as const
/** Asked of students alone when they join, and never to be left out: staff count as minors. */
export const withoutBirthYear = {
  mentor: 403,
  'coaching mentor': 403,
  'mentor elsewhere': 403,
  recruiter: 403,
  'recruiter elsewhere': 403,
  'unapproved recruiter': 403,
  admin: 403,
  'admin elsewhere': 403,
  'employer admin': 403,
  'operator admin': 403,
} as const
export const admin = { ...admins, of: ['admin'] } as const
export const recruiter = { who: ['recruiter'], of: ['recruiter'] } as const
/** What a search requires (talent.md §3) is asked before the card. */
export const withRequirements = { ...recruiter, but: { 'unapproved recruiter': 403 } } as const
export const employers = {
  who: ['recruiter', 'admin'],
  of: ['recruiter', 'recruiter elsewhere', 'unapproved recruiter', 'employer admin'],
  others: 403,
} as const

import type { Role } from '../../worker/foundation/call/call.ts'
import type { Name } from '../support/traffic/world.ts'

/**
 * Who may use which door, written by hand and not read from the routes, so that a wrong rule in a
 * route fails a test. Everybody else gets 401 without a session, 403 in another role, and 404 for
 * somebody else's things.
 */
export interface Expected {
  who: 'anyone' | 'account' | readonly Role[]
  /** Who owns the thing; for everybody else in the role it does not exist. */
  of?: readonly Name[]
  /** What those others get, if not 404. */
  others?: 401 | 403
  /** Only for people of the operator programme. */
  operator?: true
  /** Only with a code proven within ten minutes. */
  fresh?: true
  /** Exceptions for single people. */
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
/** A student's own things belong to the account: they can be reached without any membership. */
export const own = { who: 'account', of: ['student'] } as const
/**
 * Only students are asked for their year of birth when they join. Staff have none, so they count as
 * minors.
 */
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
export const coach = { ...mentors, of: ['coaching mentor'] } as const
export const admin = { ...admins, of: ['admin'] } as const
export const recruiter = { who: ['recruiter'], of: ['recruiter'] } as const
/** An employer must meet the requirements of a search (search-requirements.ts) before any card. */
export const withRequirements = { ...recruiter, but: { 'unapproved recruiter': 403 } } as const
export const employers = {
  who: ['recruiter', 'admin'],
  of: ['recruiter', 'recruiter elsewhere', 'unapproved recruiter', 'employer admin'],
  others: 403,
} as const

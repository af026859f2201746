import { problem } from '../foundation/call/problem.ts'

export const notSignedIn = problem(401, 'not-signed-in', 'Sign in to continue.')
export const otherPersonSignedIn = problem(
  409,
  'other-person-signed-in',
  'Another person is signed in in this browser now.',
)
export const notForYourRole = problem(
  403,
  'not-for-your-role',
  "You can't use this in your current role.",
)
/** The session acts in no membership: none was chosen, or the chosen one has ended. */
export const noRole = problem(403, 'no-role', 'You have no role at the moment.')
export const codeNotAccepted = problem(401, 'code-not-accepted', 'This code is not right.')
/**
 * The code was tried five times or is too old. The answer does not depend on what was typed, apart
 * from its length, or on whether the address is known.
 */
export const codeOver = problem(401, 'code-over', 'This code no longer works.')
/**
 * These two replace the two above if a code of the length of a long code was typed: a long code
 * works for an hour in any browser, even if one browser has used up its five tries.
 */
export const longCodeNotAccepted = problem(
  401,
  'long-code-not-accepted',
  'This long code is not right.',
)
export const longCodeOver = problem(401, 'long-code-over', 'This page can take no more codes.')
/** A long code works once. Only somebody who has the code sees this: it cannot be guessed. */
export const codeUsed = problem(401, 'code-used', 'This code was already used.')
/** The browser sent no sign-in cookie. No address is looked up for this answer. */
export const signInCookieMissing = problem(
  401,
  'sign-in-cookie-missing',
  'Your browser sent no cookie with this code.',
)
export const minimumAge = problem(403, 'minimum-age', 'Mettle is for people who are 16 or older.')
/**
 * For somebody under 16 who has or had a role: their account stays, because they may have mistyped.
 */
export const studentMinimumAge = problem(
  403,
  'student-minimum-age',
  'Students are 16 or older, so you cannot be a student yet.',
)
export const birthMonthNeeded = problem(
  422,
  'birth-month-needed',
  'We need your month of birth too.',
)
/** The link to undo an erasure was used before, or used too late. */
export const erasureOver = problem(409, 'erasure-over', 'This can no longer be undone.')
export const changedElsewhere = problem(
  409,
  'changed-elsewhere',
  'This was changed somewhere else.',
)
export const membershipNotFound = problem(
  404,
  'membership-not-found',
  'You are not a member there.',
)

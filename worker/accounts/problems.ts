import { problem } from '../foundation/call/problem.ts'

export const notSignedIn = problem(401, 'not-signed-in', 'Sign in to continue.')
export const notForYourRole = problem(
  403,
  'not-for-your-role',
  'This is not for the role you act in.',
)
/** The session acts in no membership: it has ended, or none was chosen. */
export const noRole = problem(403, 'no-role', 'You are in no programme or employer now.')
export const codeNotAccepted = problem(401, 'code-not-accepted', 'That code was not accepted.')
/**
 * The code was tried five times or is too old. The answer does not depend on what was typed or on
 * whether the address is known.
 */
export const codeOver = problem(401, 'code-over', 'This code does not work any more.')
/** A long code works once. Only somebody who has the code sees this: it cannot be guessed. */
export const codeUsed = problem(401, 'code-used', 'This code was used before.')
/**
 * The browser sent no sign-in cookie. The answer depends on the request alone, not on the address.
 */
export const signInCookieMissing = problem(
  401,
  'sign-in-cookie-missing',
  'Your browser sent no cookie with this code.',
)
export const minimumAge = problem(403, 'minimum-age', 'Mettle is for people of 16 and over.')
export const birthMonthNeeded = problem(
  422,
  'birth-month-needed',
  'The month of birth is needed as well.',
)
export const staleVersion = problem(409, 'stale-version', 'This was changed elsewhere.')
export const membershipNotFound = problem(
  404,
  'membership-not-found',
  'You have no such membership.',
)

import { problem } from '../foundation/call/problem.ts'

export const notSignedIn = problem(401, 'not-signed-in', 'Sign in to continue.')
export const notForYourRole = problem(
  403,
  'not-for-your-role',
  'This is not for the role you act in.',
)
/** Acts in nothing: the membership has ended, or none was chosen. */
export const noRole = problem(403, 'no-role', 'You are in no programme or employer now.')
export const codeNotAccepted = problem(401, 'code-not-accepted', 'That code was not accepted.')
/** Tried five times or too late, whatever was typed and whoever it is for: the same of an unknown address. */
export const codeOver = problem(401, 'code-over', 'This code does not work any more.')
/** A long code works once: told to who has it, for nobody guesses one. */
export const codeUsed = problem(401, 'code-used', 'This code was used before.')
/** The browser sent no cookie of a code asked for: told by the request alone, whoever the code is for. */
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

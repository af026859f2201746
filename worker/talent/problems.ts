import { problem } from '../foundation/call/problem.ts'

export const visibilityNeedsCredential = problem(
  422,
  'visibility-needs-credential',
  'At least one live badge has to be switched on.',
)
export const consentTextChanged = problem(
  409,
  'consent-text-changed',
  'The text you agreed to is not the present one.',
)
export const visibilityWouldWiden = problem(
  422,
  'visibility-would-widen',
  'Showing more than before needs your consent again.',
)
export const excerptNotYours = problem(
  422,
  'excerpt-not-in-answer',
  'An excerpt has to be a passage of the answer that earned the badge.',
)
export const tooManyBlocks = problem(409, 'too-many-blocks', 'Two hundred blocks are the most.')
export const alreadyBlocked = problem(409, 'already-blocked', 'This one is blocked already.')

export const employerNotApproved = problem(
  403,
  'employer-not-approved',
  'Something is missing before you may look for people.',
)
export const payRequired = problem(
  422,
  'pay-required',
  'Work has to be paid, and the pay has to be said.',
)
export const paySpanTooWide = problem(
  422,
  'pay-span-too-wide',
  'The highest pay may be one and a half times the lowest.',
)
export const searchMoved = problem(409, 'search-moved', 'The place you continue from is gone.')
export const searchDayStale = problem(422, 'search-day-stale', 'This order of results is too old.')

import { problem } from '../foundation/call/problem.ts'

export const visibilityNeedsCredential = problem(
  422,
  'visibility-needs-credential',
  'Switch on at least one valid badge.',
)
export const consentTextChanged = problem(
  409,
  'consent-text-changed',
  'The text you agreed to has changed.',
)
export const visibilityWouldWiden = problem(
  422,
  'visibility-would-widen',
  'To show more, you must agree again.',
)
export const excerptNotYours = problem(
  422,
  'excerpt-not-in-answer',
  'An excerpt must be from the answer that earned the badge.',
)
export const tooManyBlocks = problem(409, 'too-many-blocks', 'Your list is full.')
export const alreadyBlocked = problem(409, 'already-blocked', 'You have already blocked this one.')

export const employerNotApproved = problem(
  403,
  'employer-not-approved',
  'Something is missing before you can search for people.',
)
export const payRequired = problem(422, 'pay-required', 'Say what the work pays.')
export const paySpanTooWide = problem(
  422,
  'pay-span-too-wide',
  'The highest pay can be one and a half times the lowest.',
)
export const openingDecided = problem(
  409,
  'opening-decided',
  'We decided on this opening while you were writing.',
)
export const searchMoved = problem(409, 'search-moved', 'This list of results has changed.')
export const searchPagesOver = problem(409, 'search-pages-over', 'This list of results ends here.')
export const searchDayStale = problem(422, 'search-day-stale', 'This list of results is too old.')

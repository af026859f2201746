import { problem } from '../foundation/call/problem.ts'

export const interviewRequestMoved = problem(
  409,
  'interview-request-moved',
  'This request has changed.',
)
export const interviewRequestLive = problem(
  409,
  'interview-request-live',
  'Your organization already has an open request to this person.',
)
export const requestAgainLater = problem(
  409,
  'request-again-later',
  'It is too soon to ask this person again.',
)
export const studentUnavailable = problem(
  409,
  'student-unavailable',
  "You can't ask this person about this opening any more.",
)
export const payUnderOpening = problem(
  422,
  'pay-under-opening',
  'The pay is lower than the approved pay.',
)
export const differsFromOpening = problem(
  422,
  'differs-from-opening',
  'This is different from the opening, and the student did not ask for a change.',
)
export const slotTimeMissing = problem(422, 'slot-time-missing', 'The clocks skip this hour.')
export const slotTimeAmbiguous = problem(
  422,
  'slot-time-ambiguous',
  'The clocks show this hour twice.',
)
export const slotOffsetWrong = problem(
  422,
  'slot-offset-wrong',
  'This time difference is wrong for that time.',
)
export const slotZoneUnknown = problem(422, 'slot-zone-unknown', "We don't know this time zone.")
export const slotOutOfRange = problem(
  422,
  'slot-out-of-range',
  'Offer a time from two hours to sixty days from now, in steps of five minutes.',
)
export const slotRepeated = problem(422, 'slot-repeated', 'The same time is offered twice.')
export const slotTaken = problem(409, 'slot-taken', 'This time has just been taken.')
export const slotPast = problem(
  409,
  'slot-past',
  'This time is over, or starts in less than two hours.',
)
export const revisionsUsedUp = problem(409, 'revisions-used-up', 'You can ask for a change twice.')
export const interviewStarted = problem(
  409,
  'interview-started',
  "The interview has started, so you can't change this.",
)
export const tooLateToMove = problem(
  409,
  'too-late-to-move',
  "The interview starts in less than two hours, so you can't move it.",
)
export const movesUsedUp = problem(409, 'moves-used-up', 'You can offer other times twice.')
export const reasonMissing = problem(422, 'reason-missing', 'Say why you cancel the interview.')
export const tooEarlyToSay = problem(
  409,
  'too-early-to-say',
  'It is too early to say how the interview went.',
)
export const tooLateToSay = problem(409, 'too-late-to-say', 'It is too late to say this.')
export const cannotWrite = problem(409, 'cannot-write', "You can't write here now.")

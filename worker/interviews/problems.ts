import { problem } from '../foundation/call/problem.ts'

export const interviewRequestMoved = problem(
  409,
  'interview-request-moved',
  'This request is not where it was any more.',
)
export const interviewRequestLive = problem(
  409,
  'interview-request-live',
  'Your organization has a request to this person that is not settled.',
)
export const requestAgainLater = problem(
  409,
  'request-again-later',
  'It is too soon to ask this person again.',
)
export const studentUnavailable = problem(
  409,
  'student-unavailable',
  'This person cannot be asked for this opening any more.',
)
export const payUnderOpening = problem(
  422,
  'pay-under-opening',
  'The pay is less than the opening was approved with.',
)
export const differsFromOpening = problem(
  422,
  'differs-from-opening',
  'The opening says otherwise, and the student has not asked for a change.',
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
  'No clock there shows this offset then.',
)
export const slotZoneUnknown = problem(422, 'slot-zone-unknown', 'There is no such time zone.')
export const slotOutOfRange = problem(
  422,
  'slot-out-of-range',
  'A time has to lie between two hours and sixty days ahead, on five minutes.',
)
export const slotRepeated = problem(422, 'slot-repeated', 'The same time is offered twice.')
export const slotTaken = problem(409, 'slot-taken', 'This time has just been taken.')
export const slotPast = problem(409, 'slot-past', 'This time is over or less than two hours away.')
export const revisionsUsedUp = problem(409, 'revisions-used-up', 'A change can be asked for twice.')
export const interviewStarted = problem(
  409,
  'interview-started',
  'The interview has begun, so this cannot be changed any more.',
)
export const tooLateToMove = problem(
  409,
  'too-late-to-move',
  'The interview begins in less than two hours, so its time stays.',
)
export const movesUsedUp = problem(409, 'moves-used-up', 'Other times can be offered twice.')
export const reasonMissing = problem(422, 'reason-missing', 'Say why the interview is cancelled.')
export const tooEarlyToSay = problem(
  409,
  'too-early-to-say',
  'It is too early to say how the interview went.',
)
export const tooLateToSay = problem(409, 'too-late-to-say', 'It is too late to say this.')
export const cannotWrite = problem(409, 'cannot-write', 'Nothing can be written here now.')

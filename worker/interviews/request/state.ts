export const requestStates = [
  'draft',
  'queued',
  'delivered',
  'revision-requested',
  'accepted',
  'scheduled',
  'held',
  'closed',
  'withdrawn',
  'declined',
  'expired',
  'lapsed',
  'cancelled',
  'no-show',
] as const
export type RequestState = (typeof requestStates)[number]

/** `timer` is a reaction to an outbox note, without a person. */
export type Actor = 'recruiter' | 'student' | 'timer'
export type RequestEvent =
  | 'send'
  | 'undo'
  | 'deliver'
  | 'withdraw'
  | 'accept'
  | 'decline'
  | 'ask-revision'
  | 'expire'
  | 'lapse'
  | 'offer-slots'
  | 'ask-move'
  | 'keep-time'
  | 'book'
  | 'move'
  | 'cancel'
  | 'attend'
  | 'miss'
  | 'dispute'
  | 'decide'
  | 'amend'

interface Facts {
  /** The number of the wording sent last. */
  edition: number
  /** Whether the student named one of the times offered. */
  slot: boolean
}

/**
 * The state that an event leads to; undefined if the event is refused. Pure. From the table below,
 * with two exceptions: a revised wording that is undone goes back to `revision-requested`, and
 * accepting with a time is `scheduled` at once.
 */
export function nextState(
  state: RequestState,
  event: RequestEvent,
  actor: Actor,
  { edition, slot }: Facts,
): RequestState | undefined {
  const row = table.find(
    (each) => each.event === event && each.by.includes(actor) && each.from.includes(state),
  )
  if (!row) return undefined
  if (event === 'undo' && edition > 1) return 'revision-requested'
  if (event === 'accept' && slot) return 'scheduled'
  return row.to ?? state
}

const recruiter: Actor[] = ['recruiter']
const student: Actor[] = ['student']
const either: Actor[] = ['recruiter', 'student']
const timer: Actor[] = ['timer']

interface Row {
  from: RequestState[]
  event: RequestEvent
  by: Actor[]
  /** Undefined: the state stays the same. */
  to?: RequestState
}

const table: Row[] = [
  { from: ['draft', 'revision-requested'], event: 'send', by: recruiter, to: 'queued' },
  { from: ['queued'], event: 'undo', by: recruiter, to: 'draft' },
  { from: ['queued'], event: 'deliver', by: timer, to: 'delivered' },
  { from: ['delivered', 'revision-requested'], event: 'withdraw', by: recruiter, to: 'withdrawn' },
  { from: ['delivered'], event: 'accept', by: student, to: 'accepted' },
  { from: ['delivered'], event: 'decline', by: student, to: 'declined' },
  { from: ['delivered'], event: 'ask-revision', by: student, to: 'revision-requested' },
  { from: ['delivered'], event: 'expire', by: timer, to: 'expired' },
  { from: ['revision-requested', 'accepted'], event: 'lapse', by: timer, to: 'lapsed' },
  { from: ['accepted'], event: 'offer-slots', by: either },
  { from: ['scheduled'], event: 'ask-move', by: either },
  { from: ['scheduled'], event: 'keep-time', by: either },
  { from: ['accepted'], event: 'book', by: either, to: 'scheduled' },
  { from: ['scheduled'], event: 'move', by: either },
  { from: ['accepted', 'scheduled'], event: 'cancel', by: either, to: 'cancelled' },
  { from: ['scheduled'], event: 'attend', by: [...either, ...timer], to: 'held' },
  { from: ['scheduled'], event: 'miss', by: either, to: 'no-show' },
  { from: ['no-show'], event: 'dispute', by: either },
  { from: ['held'], event: 'decide', by: recruiter, to: 'closed' },
  { from: ['closed'], event: 'amend', by: either },
]

/** While a request is in one of these states, its employer cannot ask the same student again. */
export const liveStates: readonly RequestState[] = [
  'draft',
  'queued',
  'delivered',
  'revision-requested',
  'accepted',
  'scheduled',
  'held',
]

export const secondsUntilDelivery = 5 * 60

/**
 * `answer`: days that a student has to answer. `lapse`: days that a recruiter has to send a new
 * wording after the student asked for a change. Both end with the last day in that person's zone.
 */
export const daysUntil = { answer: 14, lapse: 7 }

export const mostRevisions = 2

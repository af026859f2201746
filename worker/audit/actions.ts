/** What an action is about. The trail can be filtered by area. */
export type Area =
  | 'people'
  | 'cohorts'
  | 'challenges'
  | 'answers'
  | 'reviews'
  | 'badges'
  | 'organizations'
  | 'openings'
  | 'interviews'
  | 'visibility'
  | 'accounts'
  | 'mail'

/**
 * Every noun with its area and then its verbs: `attempt: ['answers', 'started']` is the action
 * `attempt.started`, in the area `answers`. `web/admin/trail/sentences.ts` has a sentence for each
 * action. Stored entries may have actions of earlier versions that are not listed here. The area is
 * stored with each entry, so moving a noun to another area needs a migration; a new noun does not.
 * A request that invites many people writes one entry (`invitations.sent`); earlier versions wrote
 * one for each address (`invitation.made`).
 */
export const nouns = {
  account: [
    'accounts',
    'erased',
    'erasure-asked',
    'erasure-undone',
    'idle',
    'indexed',
    'refused',
    'saved',
    'zone-kept',
  ],
  achievement: ['badges', 'defined'],
  admission: ['people', 'approved', 'asked', 'declined', 'withdrawn'],
  attempt: ['answers', 'lapsed', 'started', 'submitted', 'turn-taken'],
  award: ['badges', 'renewed'],
  block: ['visibility', 'ended', 'made'],
  card: ['openings', 'opened'],
  challenge: ['challenges', 'forgone', 'part-received', 'parts-discarded', 'published', 'retired'],
  claim: ['reviews', 'lapsed', 'made', 'released'],
  coaching: ['people', 'begun', 'ended'],
  cohort: ['cohorts', 'made', 'members-set'],
  consent: ['visibility', 'withdrawn'],
  credential: [
    'badges',
    'ended',
    'expired',
    'failed',
    'issued',
    'prepared',
    'published',
    'unpublished',
  ],
  draft: ['answers', 'lost'],
  employer: ['organizations', 'applied', 'approved', 'declined'],
  figures: ['cohorts', 'counted'],
  interview: [
    'interviews',
    'accept',
    'amend',
    'ask-move',
    'ask-revision',
    'attend',
    'book',
    'cancel',
    'create',
    'decide',
    'decline',
    'deliver',
    'dispute',
    'drop',
    'expire',
    'keep-time',
    'lapse',
    'message',
    'miss',
    'move',
    'note',
    'offer-slots',
    'renewed',
    'send',
    'set-meeting',
    'undo',
    'withdraw',
  ],
  invitation: ['people', 'made', 'sent-again', 'withdrawn'],
  invitations: ['people', 'sent'],
  issuer: ['badges', 'key-active', 'key-listed', 'key-stolen', 'registered', 'renamed'],
  mail: ['mail', 'refused'],
  membership: ['people', 'begun', 'ended'],
  note: ['mail', 'tried-again'],
  notice: ['mail', 'sent'],
  opening: ['openings', 'approved', 'changed', 'declined', 'described'],
  organization: [
    'organizations',
    'change-approved',
    'change-asked',
    'change-declined',
    'founded',
    'opened',
    'saved',
  ],
  places: ['reviews', 'opened'],
  practice: ['reviews', 'answered', 'ended'],
  promise: ['reviews', 'step', 'watched'],
  reminder: ['reviews', 'due'],
  reminders: ['reviews', 'ended'],
  review: ['reviews', 'handed-in', 'levels-locked', 'withdrawn'],
  search: ['openings', 'made', 'paged'],
  session: ['accounts', 'acts-as', 'asked', 'ended', 'proven'],
  'sign-in': ['accounts', 'asked'],
  'status-list': ['badges', 'opened', 'signed'],
  submission: ['answers', 'exhausted', 'scored'],
  visibility: ['visibility', 'badge-dropped', 'ended', 'granted', 'narrowed'],
  worry: ['people', 'author-shown'],
} as const satisfies Record<string, readonly [Area, ...string[]]>

type Nouns = typeof nouns
type Verb<Of> = Of extends readonly [Area, ...infer Verbs extends string[]] ? Verbs[number] : never

/** `review.handed-in` and the like. */
export type Action = { [Noun in keyof Nouns]: `${Noun}.${Verb<Nouns[Noun]>}` }[keyof Nouns]

const areas = new Map<string, Area>(Object.entries(nouns).map(([noun, [area]]) => [noun, area]))

/** The area of an action; `other` for a noun of an earlier version. */
export function areaOf(action: string): Area | 'other' {
  return areas.get(action.slice(0, action.indexOf('.'))) ?? 'other'
}

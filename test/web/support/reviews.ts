import type { LiveClaim } from '../../../web/reviews/claim.ts'
import type { ReviewWork } from '../../../web/reviews/queue/work.ts'

const criterion = (competency: string, name: string) => ({
  competency,
  name,
  description: `What ${name.toLowerCase()} means.`,
  levels: [1, 2, 3, 4].map((level) => ({
    level,
    words: `${name} at ${level}.`,
    indicators: (level === 1 ? [] : ['a', 'b', 'c']).map((letter) => ({
      id: `${level}${letter}`,
      words: `${name} ${level}${letter}`,
    })),
    limits: level < 3 ? [`${name}, what holds ${level} back`] : [],
  })),
})

const challenge = {
  id: 'hand-to-hand',
  title: 'Hand to hand',
  skill: 'collaboration',
  setting: 'library',
}

/** A live claim with two criteria. A review of it may be handed in now. */
export function aClaim(more: Partial<LiveClaim> = {}): LiveClaim {
  return {
    id: 'c1',
    role: 'peer',
    state: 'live',
    leaseUntil: new Date(Date.now() + 2 * 3_600_000).toISOString(),
    handInFrom: new Date(Date.now() - 60_000).toISOString(),
    draft: { version: 0, ratings: [], worked: '', tryNext: '' },
    locked: null,
    earlier: null,
    challenge,
    story: [
      {
        paragraphs: ['Half past eight.'],
        choice: {
          text: 'Ask Joris why.',
          why: 'Asks the person first.',
          shows: ['agree-the-work'],
          against: [],
        },
      },
      { paragraphs: ['They look at you.'], promptId: 'plan' },
    ],
    answers: [
      {
        promptId: 'plan',
        ask: 'What do you say and do?',
        evidences: ['agree-the-work'],
        text: 'I ask Joris to take the lane until nine.',
        facts: [{ says: 'the lorry comes at two', needed: true }],
      },
    ],
    criteria: [criterion('agree-the-work', 'Agree the work'), criterion('share', 'Share it')],
    ...more,
  }
}

export const longEnough = (what: string) =>
  `${what}: the answer says so with a name and a time of day.`

/** A complete review, as the desk's form has it. */
export const whole = {
  version: 1,
  ratings: ['agree-the-work', 'share'].map((id) => ({
    criterion: id,
    level: 3 as const,
    indicators: ['3a', '3b'],
    reason: longEnough(id),
  })),
  worked: longEnough('Worked'),
  tryNext: longEnough('Next'),
}

export function someWork(more: Partial<ReviewWork> = {}): ReviewWork {
  return {
    role: 'peer',
    claim: null,
    challenges: [
      {
        challengeId: 'hand-to-hand',
        title: 'Hand to hand',
        skill: 'collaboration',
        waiting: 3,
        oldestAt: '2026-11-20T10:00:00.000Z',
        soon: false,
        practiceNeeded: 0,
        owed: 5,
        done: 2,
        minutesLeft: 12,
        atMost: 5,
      },
    ],
    owed: { owed: 5, done: 2, minutesLeft: 12, atMost: 5 },
    pause: null,
    lookAgainAt: null,
    smallGroup: false,
    ...more,
  }
}

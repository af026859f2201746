import type { Attempt } from '../../../web/student/attempt/attempt.ts'
import type { Decided, Waiting } from '../../../web/student/result/result.ts'

export const attemptPath = '/api/attempts/a1'

/** An attempt at its second screen, which offers two choices. */
export function anAttempt(more: Partial<Attempt> = {}): Attempt {
  return {
    id: 'a1',
    challengeId: 'hand-to-hand',
    title: 'Hand to hand',
    setting: 'library',
    skill: 'collaboration',
    skillName: 'Collaboration',
    language: 'en',
    state: 'open',
    round: 1,
    startedAt: '2026-11-20T10:00:00.000Z',
    closesAt: '2026-12-20T10:00:00.000Z',
    endedAt: null,
    minutes: 20,
    decideWithinDays: 7,
    judged: [
      { competency: 'agree-the-work', name: 'Agree the work', description: 'Who, what, when.' },
    ],
    number: 1,
    screen: {
      passageId: 'lane',
      paragraphs: ['"Number six," says Joris.', 'It rains.'],
      choices: [
        { id: 'ask', text: 'Ask Joris why.' },
        { id: 'walk', text: 'Walk up the lane.' },
      ],
      final: false,
      ended: false,
    },
    prompt: null,
    earlier: ['opening'],
    leadsToFinal: false,
    progress: { turnsTaken: 1, turnsLeft: { least: 3, most: 5 }, minutesLeft: 12 },
    story: [
      {
        passageId: 'opening',
        paragraphs: ['Half past eight.'],
        promptId: null,
        choice: { id: 'start', text: 'Start now.' },
      },
    ],
    prompts: [],
    receipt: null,
    revision: null,
    ...more,
  }
}

const plan = {
  id: 'plan',
  ask: 'What do you say and do?',
  words: { least: 5, most: 12 },
  text: '',
  version: 0,
  earlierTexts: 0,
  changeable: true,
  savedAt: null,
}

/** The same attempt at a prompt. */
export const anAttemptAtAnswer = (text = '', version = 0) =>
  anAttempt({
    number: 2,
    screen: {
      passageId: 'circle',
      paragraphs: ['They look at you.'],
      choices: [],
      promptId: 'plan',
      final: false,
      ended: false,
    },
    prompt: { id: plan.id, ask: plan.ask, words: plan.words },
    prompts: [{ ...plan, text, version }],
  })

/** The same attempt at the end of its story, with its one answer written. */
export const anAttemptToCheck = (text = 'I ask them both and wait for it') =>
  anAttempt({
    number: 3,
    screen: { passageId: 'end', paragraphs: ['Evening.'], choices: [], final: false, ended: true },
    progress: { turnsTaken: 3, turnsLeft: { least: 0, most: 0 }, minutesLeft: 0 },
    prompts: [{ ...plan, text, version: 1 }],
  })

export const receipt = {
  submissionId: '3b0e2628-0000-4000-8000-000000000000',
  attemptId: 'a1',
  round: 1,
  handedInAt: '2026-11-25T18:00:00.000Z',
  promisedAt: '2026-12-02T18:00:00.000Z',
  waitsFor: null,
  reviewsOwed: 5,
}

export const handedIn = (text?: string) =>
  ({ ...anAttemptToCheck(text), state: 'handed-in', receipt }) satisfies Attempt

const shared = {
  challenge: { id: 'hand-to-hand', title: 'Hand to hand', skill: 'collaboration' },
  handedInAt: receipt.handedInAt,
  owed: { owed: 5, done: 1, minutesLeft: 16, atMost: 5 },
  round: 1,
} as const

export const waiting: Waiting = {
  state: 'waiting',
  ...shared,
  rounds: [{ round: 1, handedInAt: receipt.handedInAt, decision: null, decidedAt: null }],
  reviews: { done: 1, expected: 3 },
  expectedBy: receipt.promisedAt,
  waitsFor: null,
  dateMoved: false,
}

export function decided(state: 'proficient' | 'not-yet' | 'needs-more'): Decided {
  const isProficient = state === 'proficient'
  return {
    state: 'decided',
    ...shared,
    rounds: [
      {
        round: 1,
        handedInAt: receipt.handedInAt,
        decision: state,
        decidedAt: '2026-11-30T18:00:00.000Z',
      },
    ],
    isRead: true,
    decision: state,
    decisionId: 'd1',
    level: isProficient ? 3 : null,
    decidedAt: '2026-11-30T18:00:00.000Z',
    comments: [{ worked: 'You asked before you decided.', tryNext: 'Say what changed.' }],
    criteria: [
      {
        competency: 'agree-the-work',
        name: 'Agree the work',
        description: 'Who, what, when.',
        state,
        level: isProficient ? 3 : 2,
        words: isProficient ? 'Everyone can start.' : 'Part of it has an owner.',
        mean: isProficient ? 2.9 : 2.2,
        standardError: 0.4,
        seen: [{ id: '2a', words: 'Gives the milk an owner' }],
        lacking: [{ id: '2c', words: 'Leaves the till without anyone' }],
        missing: [{ id: isProficient ? '4a' : '3a', words: 'Gives each task a time' }],
        isAboveSigns: isProficient,
        threesNeeded: isProficient ? 0 : 2,
        provedBy: null,
        reasons: ['You say "wait for it", and nobody knows for what.'],
        round: 1,
        handedInAt: receipt.handedInAt,
      },
    ],
    reviewers: { peers: 2, mentors: 1 },
    agreement: { band: 'too-few', sentence: 'Too few reviews yet.' },
    choices: [{ text: 'Start now.', why: 'Takes a task.', shows: ['agree-the-work'], against: [] }],
    nextStep: isProficient
      ? null
      : {
          competency: 'agree-the-work',
          name: 'Agree the work',
          indicator: 'Gives each task a time',
        },
    answers: [{ promptId: 'plan', ask: plan.ask, text: 'I ask them both and wait for it' }],
    revision: {
      until: isProficient ? null : '2026-12-30T23:59:59.999Z',
      criteria: isProficient ? [] : ['Agree the work'],
      questions: isProficient ? 0 : 1,
    },
    neededMoreRounds: null,
    tryAgainFrom: isProficient ? null : '2026-12-25T18:00:00.000Z',
    delay: null,
  }
}

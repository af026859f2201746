import type { Language } from '../../foundation/reader/reader.ts'

/**
 * Who judged an award, and how its challenge was taken: under supervision or not, with the
 * student's identity checked or not. Stored beside the document, whose text says the same.
 */
export interface Judged {
  peers: number
  mentors: number
  /** In how many rounds, if more than one. */
  handIns?: number
  sitting: 'supervised' | 'unsupervised'
  identity: 'checked' | 'not checked'
}

/** A badge in another skill that proved a criterion, because both skills share it. */
export interface OtherProof {
  criterion: string
  badge: string
  level: number
  awardedAt: Date
}

interface Sentences {
  judged: (reviewers: Pick<Judged, 'peers' | 'mentors' | 'handIns'>) => string
  /** Said in place of a figure, which needs 30 submissions with two ratings each. */
  tooFewToSay: string
  sat: (how: Pick<Judged, 'sitting' | 'identity'>) => string
  proved: (proof: OtherProof) => string
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

const inEnglish: Sentences = {
  judged({ peers, mentors, handIns = 1 }) {
    const reviewers = [count(peers, 'peer'), count(mentors, 'mentor')].filter(Boolean).join(' and ')
    return `${capital(reviewers)} judged ${
      handIns > 1
        ? 'these answers without knowing whose they were'
        : 'this answer without knowing whose it was'
    }.`
  },
  tooFewToSay: 'Too few reviews yet to say how well reviewers of this challenge agree.',
  sat({ sitting, identity }) {
    const by = sitting === 'supervised' ? 'Sat supervised' : 'Sat unsupervised'
    const how = identity === 'checked' ? 'checked' : 'not checked'
    return `${by}; identity ${how} by the programme.`
  },
  proved({ criterion, badge, level, awardedAt }) {
    const day = awardedAt.toISOString().slice(0, 10)
    return `The criterion "${criterion}" was proved by the badge "${badge}", level ${level}, awarded on ${day}.`
  },
}

/** The signed text is in the programme's language, so it needs sentences in every language. */
const sentences: Record<Language, Sentences> = { en: inEnglish }

/** How many peers and mentors judged, but not who. */
export const judgedSentence = (judged: Judged, language: Language) =>
  sentences[language].judged(judged)

/** How the challenge was taken: the answer to “was this done by this person, alone?” */
export const sittingSentence = (judged: Judged, language: Language) =>
  sentences[language].sat(judged)

/**
 * The signed text: who judged, what another badge proved, that agreement is not measured yet, how
 * the challenge was taken.
 */
export function judgedNarrative(judged: Judged, language: Language, proof?: OtherProof): string {
  const { tooFewToSay, proved } = sentences[language]
  return [
    judgedSentence(judged, language),
    ...(proof ? [proved(proof)] : []),
    tooFewToSay,
    sittingSentence(judged, language),
  ].join(' ')
}

/** An earlier hand-in that proved some of the criteria, which were then not judged again. */
export interface EarlierWork {
  answeredAt: Date
  evidenceHash: string
  /** The names of these criteria. */
  criteria: readonly string[]
}

/**
 * What was answered and when; the version is the start of the challenge's hash. Criteria that were
 * proved by an earlier text are named with its date and the name of that text.
 */
export function workSentence(
  challenge: { title: string; versionHash: string },
  answeredAt: Date,
  earlier: readonly EarlierWork[] = [],
) {
  const version = challenge.versionHash.slice(0, 6)
  return [
    `Challenge "${challenge.title}" (version ${version}), answered on ${dayOf(answeredAt)}.`,
    ...earlier.map(
      (work) =>
        `${work.criteria.join('; ')}: answered on ${dayOf(work.answeredAt)} (${evidenceId(work.evidenceHash)}).`,
    ),
  ].join(' ')
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

/** RFC 6920 name of the text handed in. Anybody who has the text and its salt can check it. */
export const evidenceId = (hash: string) => `ni:///sha-256;${hash}`

function count(number: number, kind: string): string {
  if (number === 0) return ''
  return `${small[number] ?? number} ${number === 1 ? kind : `${kind}s`}`
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

import type { Language } from '../../foundation/reader/reader.ts'

/** Who judged an award and who saw it being written: kept beside the document, which says it in words. */
export interface Judged {
  peers: number
  mentors: number
  sitting: 'supervised' | 'unsupervised'
  identity: 'checked' | 'not checked'
}

interface Sentences {
  judged: (reviewers: Pick<Judged, 'peers' | 'mentors'>) => string
  /** Until a version has the 30 twice-judged submissions that agreement figures need. */
  tooFewToSay: string
  sat: (how: Pick<Judged, 'sitting' | 'identity'>) => string
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

const inEnglish: Sentences = {
  judged({ peers, mentors }) {
    const reviewers = [count(peers, 'peer'), count(mentors, 'mentor')].filter(Boolean).join(' and ')
    return `${capital(reviewers)} judged this answer without knowing whose it was.`
  },
  tooFewToSay: 'Too few reviews yet to say how well reviewers of this challenge agree.',
  sat({ sitting, identity }) {
    const by = sitting === 'supervised' ? 'Sat supervised' : 'Sat unsupervised'
    const how = identity === 'checked' ? 'checked' : 'not checked'
    return `${by}; identity ${how} by the programme.`
  },
}

/** What is signed is in the programme's language, so each language of ours needs its sentences. */
const sentences: Record<Language, Sentences> = { en: inEnglish }

/** How many of which kind, never who. */
export const judgedSentence = (judged: Judged, language: Language) =>
  sentences[language].judged(judged)

/** The honest answer to “was this done by this person, alone?” */
export const sittingSentence = (judged: Judged, language: Language) =>
  sentences[language].sat(judged)

/** What is signed: who judged, how well reviewers agree here, who saw it being written. */
export function judgedNarrative(judged: Judged, language: Language): string {
  const { tooFewToSay } = sentences[language]
  return [judgedSentence(judged, language), tooFewToSay, sittingSentence(judged, language)].join(
    ' ',
  )
}

/** What was answered and when; the version is the start of the challenge's hash. */
export function workSentence(challenge: { title: string; versionHash: string }, answeredAt: Date) {
  const version = challenge.versionHash.slice(0, 6)
  const day = answeredAt.toISOString().slice(0, 10)
  return `Challenge "${challenge.title}" (version ${version}), answered on ${day}.`
}

/** RFC 6920 name of the text handed in; whoever is given the text and its salt can check it. */
export const evidenceId = (hash: string) => `ni:///sha-256;${hash}`

function count(number: number, kind: string): string {
  if (number === 0) return ''
  return `${small[number] ?? number} ${number === 1 ? kind : `${kind}s`}`
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

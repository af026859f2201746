interface Judged {
  peers: number
  mentors: number
  sitting: 'supervised' | 'unsupervised'
  identity: 'checked' | 'not checked'
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** How many of which kind, never who; how well reviewers agree here; who saw it being written. */
export function judgedNarrative({ peers, mentors, sitting, identity }: Judged): string {
  const reviewers = [count(peers, 'peer'), count(mentors, 'mentor')].filter(Boolean).join(' and ')
  return [
    `${capital(reviewers)} judged this answer without knowing whose it was.`,
    tooFewToSay,
    sittingSentence({ sitting, identity }),
  ].join(' ')
}

/** The agreement sentence until a version has the 30 twice-judged submissions that figures need. */
export const tooFewToSay = 'Too few reviews yet to say how well reviewers of this challenge agree.'

/** The honest answer to “was this done by this person, alone?” */
export function sittingSentence({
  sitting,
  identity,
}: Pick<Judged, 'sitting' | 'identity'>): string {
  const by = sitting === 'supervised' ? 'Sat supervised' : 'Sat unsupervised'
  return identity === 'checked'
    ? `${by}; identity checked by the programme.`
    : `${by}; identity not checked by the programme.`
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

import * as m from '../../web/paraglide/messages/_index.js'
import { isLaptop } from './did.ts'
import type { PublicCredential } from './find-public-credential.ts'
import { writtenDay, writtenMinute } from './written-date.ts'

export type Verdict = 'yes' | 'no' | 'unknown' | 'none'

export interface TrustLine {
  verdict: Verdict
  question: string
  answer: string
  sentence: string
}

const english = { locale: 'en' } as const
const listCountsMs = 7 * 86_400_000

/**
 * What this server can say for a badge, line by line; there is no overall verdict, for none would be
 * honest. A laptop's badge is signed with a key that proves nothing, so its text and its signer are no yes.
 */
export function trustLines(credential: PublicCredential, now: Date): TrustLine[] {
  return [
    unaltered(credential),
    signedBy(credential),
    inForce(credential, now),
    dates(credential, now),
    recipient(),
    ...judgedAndSat(credential),
    endorsedBy(),
  ]
}

const yes = () => m.badges_yes({}, english)
const no = () => m.badges_no({}, english)
const unknown = () => m.badges_unknown({}, english)

function unaltered({ origin }: PublicCredential): TrustLine {
  const question = m.badges_unaltered({}, english)
  if (isDemo(origin)) return demo(question)
  const sentence = m.badges_unaltered_yes({}, english)
  return { verdict: 'yes', question, answer: yes(), sentence }
}

function signedBy({ origin, document }: PublicCredential): TrustLine {
  const question = m.badges_signed_by({}, english)
  if (isDemo(origin)) return demo(question)
  const facts = { issuer: document.issuer.name, host: new URL(origin).host }
  const sentence = m.badges_signed_by_yes(facts, english)
  return { verdict: 'yes', question, answer: yes(), sentence }
}

function inForce({ endedAt, listSignedAt }: PublicCredential, now: Date): TrustLine {
  const question = m.badges_in_force({}, english)
  if (endedAt) {
    const sentence = m.badges_in_force_no({ date: writtenDay(endedAt) }, english)
    return { verdict: 'no', question, answer: no(), sentence }
  }
  const time = listSignedAt ? writtenMinute(listSignedAt) : '–'
  if (listSignedAt && now.getTime() - listSignedAt.getTime() < listCountsMs) {
    const sentence = m.badges_in_force_yes({ time }, english)
    return { verdict: 'yes', question, answer: yes(), sentence }
  }
  const sentence = m.badges_in_force_unknown({ time }, english)
  return { verdict: 'unknown', question, answer: unknown(), sentence }
}

function dates({ document }: PublicCredential, now: Date): TrustLine {
  const question = m.badges_dates({}, english)
  const { validFrom, validUntil } = document
  const from = writtenDay(validFrom)
  if (now < new Date(validFrom)) {
    return {
      verdict: 'no',
      question,
      answer: no(),
      sentence: m.badges_dates_early({ from }, english),
    }
  }
  if (!validUntil) {
    const sentence = m.badges_dates_no_end({ from }, english)
    return { verdict: 'yes', question, answer: yes(), sentence }
  }
  const span = { from, until: writtenDay(validUntil) }
  return now < new Date(validUntil)
    ? { verdict: 'yes', question, answer: yes(), sentence: m.badges_dates_valid(span, english) }
    : { verdict: 'no', question, answer: no(), sentence: m.badges_dates_over(span, english) }
}

function recipient(): TrustLine {
  return {
    verdict: 'unknown',
    question: m.badges_recipient({}, english),
    answer: unknown(),
    sentence: m.badges_recipient_unknown({}, english),
  }
}

/** As the badge itself has it, which is what was signed: who judged, and who saw it being written. */
function judgedAndSat({ document }: PublicCredential): TrustLine[] {
  const [judged = '', sat] = document.evidence[0].narrative.split(/ (?=Sat (?:un)?supervised;)/)
  const answer = m.badges_as_written({}, english)
  const lines: TrustLine[] = [
    { verdict: 'yes', question: m.badges_judged_by({}, english), answer, sentence: judged },
  ]
  return sat ? [...lines, satLine(sat)] : lines
}

function satLine(sat: string): TrustLine {
  const question = m.badges_sat({}, english)
  if (sat.startsWith('Sat supervised')) {
    return { verdict: 'yes', question, answer: m.badges_as_written({}, english), sentence: sat }
  }
  const sentence = `${sat} ${m.badges_sat_unknown({}, english)}`
  return { verdict: 'unknown', question, answer: unknown(), sentence }
}

function endorsedBy(): TrustLine {
  return {
    verdict: 'none',
    question: m.badges_endorsed({}, english),
    answer: m.badges_endorsed_nobody({}, english),
    sentence: m.badges_endorsed_none({}, english),
  }
}

function demo(question: string): TrustLine {
  const sentence = m.badges_demo({}, english)
  return { verdict: 'unknown', question, answer: unknown(), sentence }
}

const isDemo = (origin: string) => isLaptop(new URL(origin).host)

import * as m from '../../../web/paraglide/messages/_index.js'
import { languageOrBase } from '../../foundation/reader/languages.ts'
import { type Markup, html } from '../../http/html.ts'
import { type Text, said } from '../../http/say.ts'
import { isLaptop } from '../issuer/did.ts'
import { type Judged, judgedSentence, sittingSentence } from '../document/evidence.ts'
import type { PublicCredential } from './find-public-credential.ts'
import { writtenDay, writtenMinute } from './written-date.ts'

export type Verdict = 'yes' | 'no' | 'unknown' | 'none'

export interface TrustLine {
  verdict: Verdict
  question: Text
  answer: Text
  sentence: Text | Markup
}

const listCountsMs = 7 * 86_400_000

/**
 * What this server can say about a badge, line by line. There is no overall verdict, because some
 * lines cannot be decided here. Nobody else can verify a badge from localhost, so for it the lines
 * on text and signer are `unknown`.
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

const yes = () => said(m.badges_yes)
const no = () => said(m.badges_no)
const unknown = () => said(m.badges_unknown)

function unaltered({ origin }: PublicCredential): TrustLine {
  const question = said(m.badges_unaltered)
  if (isDemo(origin)) return demo(question)
  const sentence = said(m.badges_unaltered_yes)
  return { verdict: 'yes', question, answer: yes(), sentence }
}

function signedBy({ origin, document }: PublicCredential): TrustLine {
  const question = said(m.badges_signed_by)
  if (isDemo(origin)) return demo(question)
  const facts = { issuer: document.issuer.name, host: new URL(origin).host }
  const sentence = said(m.badges_signed_by_yes, facts)
  return { verdict: 'yes', question, answer: yes(), sentence }
}

function inForce({ endedAt, listSignedAt }: PublicCredential, now: Date): TrustLine {
  if (endedAt) {
    const sentence = said(m.badges_in_force_no, { date: writtenDay(endedAt) })
    return { verdict: 'no', question: said(m.badges_is_revoked), answer: yes(), sentence }
  }
  const question = said(m.badges_in_force)
  const time = listSignedAt ? writtenMinute(listSignedAt) : '–'
  if (listSignedAt && now.getTime() - listSignedAt.getTime() < listCountsMs) {
    const sentence = said(m.badges_in_force_yes, { time })
    return { verdict: 'yes', question, answer: yes(), sentence }
  }
  const sentence = said(m.badges_in_force_unknown, { time })
  return { verdict: 'unknown', question, answer: unknown(), sentence }
}

function dates({ document }: PublicCredential, now: Date): TrustLine {
  const question = said(m.badges_dates)
  const { validFrom, validUntil } = document
  const from = writtenDay(validFrom)
  if (now < new Date(validFrom)) {
    return {
      verdict: 'no',
      question,
      answer: no(),
      sentence: said(m.badges_dates_early, { from }),
    }
  }
  if (!validUntil) {
    const sentence = said(m.badges_dates_no_end, { from })
    return { verdict: 'yes', question, answer: yes(), sentence }
  }
  const span = { from, until: writtenDay(validUntil) }
  return now < new Date(validUntil)
    ? { verdict: 'yes', question, answer: yes(), sentence: said(m.badges_dates_valid, span) }
    : { verdict: 'no', question, answer: no(), sentence: said(m.badges_dates_over, span) }
}

function recipient(): TrustLine {
  return {
    verdict: 'unknown',
    question: said(m.badges_recipient),
    answer: unknown(),
    sentence: said(m.badges_recipient_unknown),
  }
}

/**
 * Who judged and how the challenge was taken: from stored facts, in the same words that were
 * signed.
 */
function judgedAndSat({ document, judged }: PublicCredential): TrustLine[] {
  const { inLanguage } = document.credentialSubject.achievement
  const line = { question: said(m.badges_judged_by), answer: said(m.badges_as_written) }
  if (!judged) {
    const sentence = quoted(document.evidence[0].narrative, inLanguage)
    return [{ verdict: 'yes', ...line, sentence }]
  }
  const sentence = quoted(judgedSentence(judged, languageOrBase(inLanguage)), inLanguage)
  return [{ verdict: 'yes', ...line, sentence }, satLine(judged, inLanguage)]
}

function satLine(judged: Judged, inLanguage: string): TrustLine {
  const question = said(m.badges_sat)
  const sat = quoted(sittingSentence(judged, languageOrBase(inLanguage)), inLanguage)
  if (judged.sitting === 'supervised') {
    return { verdict: 'yes', question, answer: said(m.badges_as_written), sentence: sat }
  }
  const sentence = html`${sat} ${said(m.badges_sat_unknown)}`
  return { verdict: 'unknown', question, answer: unknown(), sentence }
}

const quoted = (words: string, language: string) => html`<span lang="${language}">${words}</span>`

function endorsedBy(): TrustLine {
  return {
    verdict: 'none',
    question: said(m.badges_endorsed),
    answer: said(m.badges_endorsed_nobody),
    sentence: said(m.badges_endorsed_none),
  }
}

function demo(question: Text): TrustLine {
  const sentence = said(m.badges_demo)
  return { verdict: 'unknown', question, answer: unknown(), sentence }
}

const isDemo = (origin: string) => isLaptop(new URL(origin).host)

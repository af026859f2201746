import * as m from '../../web/paraglide/messages/_index.js'
import { type Markup, html } from '../http/html.ts'
import { type PublicCredential, standingOf } from './find-public-credential.ts'
import { asLevel, levelBar, levelWord } from './level-bar.ts'
import { writtenDay } from './written-date.ts'

const english = { locale: 'en' } as const

/** The top of a badge's page: its end if it has one, the hallmark, and the facts. */
export function credentialHead(credential: PublicCredential, now: Date): Markup {
  const { document, skill } = credential
  const level = asLevel(credential.level)
  const { name } = document.credentialSubject.achievement
  const hallmark = m.badges_hallmark(
    { skill: name, level: levelWord(level), count: level },
    english,
  )
  return html`${notice(credential, now)}
    <header class="badge-head">
      <img
        class="hallmark"
        data-size="large"
        src="/badges/${skill}-${level}.svg"
        alt="${hallmark}"
        width="240"
        height="240"
      />
      <div class="stack" data-gap="4">
        <p class="label">
          ${m.badges_issued_by({}, english)}
          <a href="${document.issuer.url}">${document.issuer.name}</a>
        </p>
        <div class="stack" data-gap="2">
          <h1>${name}</h1>
          <p class="lead">${levelBar(level)}</p>
        </div>
        ${facts(credential)}
      </div>
    </header>`
}

function facts({ document, shownName }: PublicCredential): Markup {
  const { awardedDate, validUntil, evidence } = document
  const day = (at: string) => html`<time datetime="${at}">${writtenDay(at)}</time>`
  const [judged = ''] = evidence[0].narrative.split(/(?<=\.) /)
  const until = validUntil
    ? html`${m.badges_until({}, english)} ${day(validUntil)}`
    : m.badges_no_end({}, english)
  return html`<dl class="facts">
    <div>
      <dt>${m.badges_earned_by({}, english)}</dt>
      ${
        shownName
          ? html`<dd>
              <span class="holder">${shownName}</span>
              <p class="fine">${m.badges_name_is_unsigned({}, english)}</p>
            </dd>`
          : html`<dd>${m.badges_no_name({}, english)}</dd>`
      }
    </div>
    <div>
      <dt>${m.badges_on({}, english)}</dt>
      <dd>${day(awardedDate)}. ${until}${validUntil && '.'}</dd>
    </div>
    <div>
      <dt>${m.badges_judged_by({}, english)}</dt>
      <dd>${judged}</dd>
    </div>
  </dl>`
}

/** An end stands above everything else: nobody shall read on without it. */
function notice(credential: PublicCredential, now: Date): Markup | undefined {
  const { document, endedAt } = credential
  if (endedAt) {
    const title = m.badges_revoked({ date: writtenDay(endedAt) }, english)
    const hint = m.badges_revoked_hint({ issuer: document.issuer.name }, english)
    return noticeOf('danger', title, hint)
  }
  const { validUntil } = document
  if (!validUntil || standingOf(credential, now) !== 'expired') return undefined
  const title = m.badges_expired({ date: writtenDay(validUntil) }, english)
  return noticeOf('caution', title, m.badges_expired_hint({}, english))
}

function noticeOf(kind: 'danger' | 'caution', title: string, hint: string): Markup {
  return html`<div class="notice" data-kind="${kind}">
    <svg class="icon" aria-hidden="true"><use href="/icons.svg#alert" /></svg>
    <div>
      <strong>${title}</strong>
      <p>${hint}</p>
    </div>
  </div>`
}

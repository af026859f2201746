import * as m from '../../../web/paraglide/messages/_index.js'
import { said } from '../../http/say.ts'
import { languageOrBase } from '../../foundation/reader/languages.ts'
import { type Markup, html } from '../../http/html.ts'
import { type PublicCredential, standingOf } from './find-public-credential.ts'
import { judgedSentence } from '../document/evidence.ts'
import { asLevel, levelBar, levelWord } from './level-bar.ts'
import { noticeOf } from './notice.ts'
import { writtenDay } from './written-date.ts'

/** The top of a badge's page: a notice if it has ended, the hallmark, and the facts. */
export function credentialHead(credential: PublicCredential, now: Date): Markup {
  const { document, skill } = credential
  const level = asLevel(credential.level)
  const { name } = document.credentialSubject.achievement
  const hallmark = said(m.badges_hallmark, { skill: name, level: levelWord(level), count: level })
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
          ${said(m.badges_issued_by)}
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

function facts({ document, judged, shownName }: PublicCredential): Markup {
  const { awardedDate, validUntil, evidence } = document
  const day = (at: string) => html`<time datetime="${at}">${writtenDay(at)}</time>`
  const { inLanguage } = document.credentialSubject.achievement
  const words = judged ? judgedSentence(judged, languageOrBase(inLanguage)) : evidence[0].narrative
  const until = validUntil
    ? html`${said(m.badges_until)} ${day(validUntil)}`
    : said(m.badges_no_end)
  return html`<dl class="facts">
    <div>
      <dt>${said(m.badges_earned_by)}</dt>
      ${
        shownName
          ? html`<dd>
              <span class="holder">${shownName}</span>
              <p class="fine">${said(m.badges_name_is_unsigned)}</p>
            </dd>`
          : html`<dd>${said(m.badges_no_name)}</dd>`
      }
    </div>
    <div>
      <dt>${said(m.badges_on)}</dt>
      <dd>${day(awardedDate)}. ${until}${validUntil && '.'}</dd>
    </div>
    <div>
      <dt>${said(m.badges_judged_by)}</dt>
      <dd lang="${inLanguage}">${words}</dd>
    </div>
  </dl>`
}

/** The notice that a badge was revoked or has expired, shown first so that nobody misses it. */
function notice(credential: PublicCredential, now: Date): Markup | undefined {
  const { document, endedAt } = credential
  if (endedAt) {
    const title = said(m.badges_revoked, { date: writtenDay(endedAt) })
    const hint = said(m.badges_revoked_hint, { issuer: document.issuer.name })
    return noticeOf('danger', title, hint)
  }
  const { validUntil } = document
  if (!validUntil || standingOf(credential, now) !== 'expired') return undefined
  const title = said(m.badges_expired, { date: writtenDay(validUntil) })
  return noticeOf('caution', title, said(m.badges_expired_hint))
}

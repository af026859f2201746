import * as m from '../../../web/paraglide/messages/_index.js'
import { signInSeconds } from '../../accounts/session/cookies.ts'
import { termOf } from '../../accounts/session/session.ts'
import { duration } from '../../foundation/reader/figures.ts'
import type { Reader } from '../../foundation/reader/reader.ts'
import { type Markup, html } from '../../http/html.ts'
import { said } from '../../http/say.ts'
import { consentMonths } from '../../organizations/consent/grant-consent.ts'
import { paragraphs } from '../prose-page.ts'
import { lengthOf } from './term-words.ts'
import { fold } from './topic-fold.ts'

const daySeconds = 86_400

/** What else somebody may want to know, one line each. */
export function goodToKnow(): Markup {
  return html`<div>
    ${fold(said(m.privacy_title_age), paragraphs(m.privacy_age_text))}
    ${fold(said(m.privacy_title_device), device())}
    ${fold(said(m.privacy_title_consent), consent())}
    ${fold(
      said(m.privacy_title_decide),
      html`${paragraphs(m.privacy_decide_text)}
        <p><a href="/how-it-works#decision">${said(m.privacy_title_decide_link)}</a></p>`,
    )}
    ${fold(said(m.privacy_title_where), paragraphs(m.privacy_where_text))}
    ${fold(said(m.privacy_title_correct), paragraphs(m.privacy_correct_text))}
  </div>`
}

function device(): Markup {
  const { idleSeconds, absoluteSeconds } = termOf('student', false)
  const cookies = said(m.privacy_device_text, {
    code: (reader: Reader) => duration(reader, signInSeconds / 60, 'minute'),
  })
  const signedIn = said(m.privacy_device_long, {
    idle: lengthOf({ days: idleSeconds / daySeconds }),
    most: lengthOf({ days: absoluteSeconds / daySeconds }),
  })
  return html`<p class="narrow">${cookies}</p>
    <p class="narrow">${signedIn}</p>`
}

function consent(): Markup {
  const words = said(m.privacy_consent_text, { term: lengthOf({ months: consentMonths }) })
  return html`<p class="narrow">${words}</p>`
}

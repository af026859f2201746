import * as m from '../../../web/paraglide/messages/_index.js'
import { type Markup, html } from '../../http/html.ts'
import { type Plain, said } from '../../http/say.ts'

/** The head of a page for a programme's office. */
export function officeHead(heading: Plain, lead: Plain, under?: Markup): Markup {
  return html`<header class="page-head">
    <h1>${said(heading)}</h1>
    <p class="lead">${said(lead)}</p>
    ${under}
  </header>`
}

export const paragraph = (words: Plain) => html`<p class="narrow">${said(words)}</p>`

export const toPrivacy = html`<p><a href="/privacy">${said(m.office_to_privacy)}</a></p>`

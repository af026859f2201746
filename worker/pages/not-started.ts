import * as m from '../../web/paraglide/messages/_index.js'
import { type Markup, html } from '../http/html.ts'
import { footer, masthead } from '../http/masthead.ts'
import { said } from '../http/say.ts'

/**
 * Shown in place of the app until it starts. Without scripts it is shown at once, with the usual
 * header and footer. If scripts are allowed but do not load, CSS shows it after some seconds. The
 * app removes it.
 */
export function notStarted(contact: string): Markup {
  return html`<noscript
      >${masthead('', undefined)}
      <div class="page">
        <h1>${said(m.pages_no_script)}</h1>
        <p class="lead">${said(m.pages_no_script_hint)}</p>
        <p>${said(m.pages_no_script_else)} <a href="mailto:${contact}">${contact}</a></p>
      </div>
      ${footer()}</noscript
    >
    <div class="page not-started">
      <p><strong>${said(m.pages_not_started)}</strong></p>
      <p>${said(m.pages_not_started_hint)}</p>
      <p><a class="button" href="">${said(m.pages_not_started_again)}</a></p>
    </div>`
}

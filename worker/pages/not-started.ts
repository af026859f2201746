import * as m from '../../web/paraglide/messages/_index.js'
import { html } from '../http/html.ts'
import { said } from '../http/say.ts'

/**
 * What stands in place of the app until it starts. Without script it is read at once; where script is
 * allowed and did not come, the style shows it after some seconds. The app takes it away.
 */
export const notStarted = html`<noscript
    ><div class="page">
      <h1>${said(m.pages_no_script)}</h1>
      <p class="lead">${said(m.pages_no_script_hint)}</p>
    </div></noscript
  >
  <div class="page not-started">
    <p><strong>${said(m.pages_not_started)}</strong></p>
    <p>${said(m.pages_not_started_hint)}</p>
    <p><a class="button" href="">${said(m.pages_not_started_again)}</a></p>
  </div>`

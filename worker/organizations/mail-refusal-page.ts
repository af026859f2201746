import * as m from '../../web/paraglide/messages/_index.js'
import { english, say } from '../http/english.ts'
import { type Markup, html } from '../http/html.ts'
import { page } from '../http/page.ts'

interface Facts {
  /** The page's own address: both forms post below it. */
  path: string
  organizationName: string
  refused: boolean
  refusedAll: boolean
}

/** Where somebody without an account says: no more invitations by mail, from here or from anybody. */
export function mailRefusalPage({ path, organizationName, refused, refusedAll }: Facts): string {
  const name = { name: organizationName }
  const all = refusedAll
    ? html`<p role="status">${say(m.pages_mail_refused_all)}</p>`
    : button(`${path}/of-everybody`, say(m.pages_mail_refuse_all), 'button quiet')
  const one = refused
    ? html`<p role="status">${m.pages_mail_refused({ ...name }, english)}</p>`
    : button(path, m.pages_mail_refuse({ ...name }, english), 'button')
  return page({
    title: say(m.pages_mail_title),
    body: html`<div class="page">
      <header class="page-head">
        <h1>${say(m.pages_mail_heading)}</h1>
        <p class="lead">${m.pages_mail_lead({ ...name }, english)}</p>
      </header>
      <div class="stack">
        ${refusedAll ? '' : one} ${all}
        <p class="fine">${say(m.pages_mail_fine)}</p>
      </div>
    </div>`,
  })
}

function button(action: string, words: string, classes: string): Markup {
  return html`<form method="post" action="${action}">
    <button class="${classes}" type="submit">${words}</button>
  </form>`
}

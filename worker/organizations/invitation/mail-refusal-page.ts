import * as m from '../../../web/paraglide/messages/_index.js'
import { type Text, said } from '../../http/say.ts'
import { type Markup, html } from '../../http/html.ts'
import { type Page, page } from '../../http/page.ts'

interface Facts {
  /** The page's own address. One form posts to it, the other to `of-everybody` below it. */
  path: string
  organizationName: string
  refused: boolean
  refusedAll: boolean
}

/** Lets somebody without an account refuse invitation mails, from one organization or from all. */
export function mailRefusalPage({ path, organizationName, refused, refusedAll }: Facts): Page {
  const name = { name: organizationName }
  const all = refusedAll
    ? html`<p role="status">${said(m.pages_mail_refused_all)}</p>`
    : button(`${path}/of-everybody`, said(m.pages_mail_refuse_all), 'button quiet')
  const one = refused
    ? html`<p role="status">${said(m.pages_mail_refused, { ...name })}</p>`
    : button(path, said(m.pages_mail_refuse, { ...name }), 'button')
  return page({
    title: said(m.pages_mail_title),
    body: html`<div class="page">
      <header class="page-head">
        <h1>${said(m.pages_mail_heading)}</h1>
        <p class="lead">${said(m.pages_mail_lead, { ...name })}</p>
      </header>
      <div class="stack">
        ${refusedAll ? '' : one} ${all}
        <p class="fine">${said(m.pages_mail_fine)}</p>
      </div>
    </div>`,
  })
}

function button(action: string, words: Text, classes: string): Markup {
  return html`<form method="post" action="${action}">
    <button class="${classes}" type="submit">${words}</button>
  </form>`
}

import { type Plain, said } from '../http/say.ts'
import { type Markup, html } from '../http/html.ts'
import { page } from '../http/page.ts'

interface Prose {
  path: string
  title: Plain
  description: Plain
  heading: Plain
  lead: Plain
  /** Shown directly under the lead: actions, or links to sections. */
  under?: Markup
  body: Markup
}

/** A text page, indexed by search engines: heading, lead, and sections below. */
export function prosePage({ path, title, description, heading, lead, under, ...rest }: Prose) {
  return page({
    title: said(title),
    description: said(description),
    path,
    indexed: true,
    body: html`<div class="page">
      <header class="page-head">
        <h1>${said(heading)}</h1>
        <p class="lead">${said(lead)}</p>
        ${under}
      </header>
      ${rest.body}
    </div>`,
  })
}

/** Paragraphs of a page, in a column narrow enough to read well. */
export function paragraphs(...messages: Plain[]): Markup {
  return html`${messages.map((message) => html`<p class="narrow">${said(message)}</p>`)}`
}

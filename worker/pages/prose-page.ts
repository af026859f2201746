import { say } from '../http/english.ts'
import { type Markup, html } from '../http/html.ts'
import { page } from '../http/page.ts'

type Message = Parameters<typeof say>[0]

interface Prose {
  path: string
  title: Message
  description: Message
  heading: Message
  lead: Message
  /** What stands right under the lead: actions, or where to jump to. */
  under?: Markup
  body: Markup
  signedIn: boolean
}

/** A page to read, found by search engines: heading, lead, and folios below. */
export function prosePage({ path, title, description, heading, lead, under, ...rest }: Prose) {
  return page({
    title: say(title),
    description: say(description),
    path,
    indexed: true,
    signedIn: rest.signedIn,
    body: html`<div class="page">
      <header class="page-head">
        <h1>${say(heading)}</h1>
        <p class="lead">${say(lead)}</p>
        ${under}
      </header>
      ${rest.body}
    </div>`,
  })
}

/** Paragraphs of a page, as wide as is good to read. */
export function paragraphs(...messages: Message[]): Markup {
  return html`${messages.map((message) => html`<p class="narrow">${say(message)}</p>`)}`
}

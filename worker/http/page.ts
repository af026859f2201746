import * as m from '../../web/paraglide/messages/_index.js'
import { type Text, said } from './say.ts'
import type { Reader } from '../foundation/reader/reader.ts'
import { type Markup, html } from './html.ts'

/** A whole page, before it is known who reads it. */
export type Page = (reader: Reader) => string

interface Parts {
  title: Text
  description?: Text
  /** Further elements of the head, such as `og:` tags. */
  head?: Markup
  body: Markup
  /** The address being shown, so that the navigation can say so. */
  path?: string
  /** Kept out of search engines unless the page is meant to be found. */
  indexed?: boolean
  /** Somebody who is signed in is offered their own page, not the door. */
  signedIn?: boolean
}

/** A whole page without script: the frame that every page of the Worker stands in. */
export function page({
  title,
  description,
  head,
  body,
  path = '',
  indexed = false,
  signedIn = false,
}: Parts): Page {
  const markup = html`<!doctype html>
    <html lang="${(reader: Reader) => reader.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${description && html`<meta name="description" content="${description}" />`}
        ${!indexed && html`<meta name="robots" content="noindex" />`} ${head}
        <link rel="stylesheet" href="/pages.css" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip-link" href="#main">${said(m.pages_skip)}</a>
        ${masthead(path, signedIn)}
        <main id="main" tabindex="-1">${body}</main>
        ${footer()}
      </body>
    </html>`
  return (reader) => markup.for(reader).replace(/\n\s+/g, '\n')
}

function masthead(path: string, signedIn: boolean): Markup {
  const links: [string, Text][] = [
    ['/challenges', said(m.pages_nav_challenges)],
    ['/how-it-works', said(m.pages_nav_how)],
    ['/for-employers', said(m.pages_nav_employers)],
    signedIn ? ['/home', said(m.pages_nav_home)] : ['/sign-in', said(m.pages_nav_sign_in)],
  ]
  return html`<header class="masthead">
    <a class="brand" href="/"
      ><svg viewBox="0 0 32 24" aria-hidden="true">
        <path class="brand-1" d="M2 22V2l4.6 4.2V22z" />
        <path class="brand-2" d="m7.8 7.3 7.6 7v6.2l-7.6-7z" />
        <path class="brand-3" d="m24.2 7.3-7.6 7v6.2l7.6-7z" />
        <path class="brand-4" d="M30 22V2l-4.6 4.2V22z" /></svg
      >Mettle</a
    >
    <nav aria-label="${said(m.pages_nav)}">
      <ul>
        ${links.map(
          ([address, words]) =>
            html`<li><a href="${address}" ${current(address, path)}>${words}</a></li>`,
        )}
      </ul>
    </nav>
  </header>`
}

/** The page itself, or the list that it belongs to. */
function current(address: string, path: string): Markup | undefined {
  if (path === address) return html`aria-current="page"`
  return path.startsWith(`${address}/`) ? html`aria-current="true"` : undefined
}

function footer(): Markup {
  const links: [string, Text][] = [
    ['/how-it-works', said(m.pages_nav_how)],
    ['/for-mentors', said(m.pages_nav_mentors)],
    ['/privacy', said(m.pages_nav_privacy)],
    ['/accessibility', said(m.pages_nav_accessibility)],
    ['/problems', said(m.pages_nav_problems)],
  ]
  return html`<footer class="footer">
    <p>${said(m.pages_footer)}</p>
    ${links.map(([address, words]) => html`<a href="${address}">${words}</a>`)}
  </footer>`
}

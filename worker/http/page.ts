import * as m from '../../web/paraglide/messages/_index.js'
import { say } from './english.ts'
import { type Markup, html } from './html.ts'

interface Page {
  title: string
  description?: string
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
}: Page): string {
  const markup = html`<!doctype html>
    <html lang="en">
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
        <a class="skip-link" href="#main">${say(m.pages_skip)}</a>
        ${masthead(path, signedIn)}
        <main id="main" tabindex="-1">${body}</main>
        ${footer()}
      </body>
    </html>`
  return markup.toString().replace(/\n\s+/g, '\n')
}

function masthead(path: string, signedIn: boolean): Markup {
  const links: [string, string][] = [
    ['/challenges', say(m.pages_nav_challenges)],
    ['/how-it-works', say(m.pages_nav_how)],
    ['/for-employers', say(m.pages_nav_employers)],
    signedIn ? ['/home', say(m.pages_nav_home)] : ['/sign-in', say(m.pages_nav_sign_in)],
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
    <nav aria-label="${say(m.pages_nav)}">
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
  const links: [string, string][] = [
    ['/how-it-works', say(m.pages_nav_how)],
    ['/for-mentors', say(m.pages_nav_mentors)],
    ['/privacy', say(m.pages_nav_privacy)],
    ['/accessibility', say(m.pages_nav_accessibility)],
    ['/problems', say(m.pages_nav_problems)],
  ]
  return html`<footer class="footer">
    <p>${say(m.pages_footer)}</p>
    ${links.map(([address, words]) => html`<a href="${address}">${words}</a>`)}
  </footer>`
}

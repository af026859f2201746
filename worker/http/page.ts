import { m } from '../../web/paraglide/messages.js'
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
}

const english = { locale: 'en' } as const

/** A whole page without script: the frame that every page of the Worker stands in. */
export function page({ title, description, head, body, path = '', indexed = false }: Page): string {
  const links: [string, string][] = [
    ['/challenges', m.pages_nav_challenges({}, english)],
    ['/how-it-works', m.pages_nav_how({}, english)],
    ['/for-mentors', m.pages_nav_mentors({}, english)],
    ['/for-employers', m.pages_nav_employers({}, english)],
  ]
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
        <a class="skip" href="#main">${m.pages_skip({}, english)}</a>
        <header class="head">
          <a class="logo" href="/">Mettle</a>
          <nav class="nav" aria-label="Mettle">
            ${links.map(
              ([address, words]) =>
                html`<a href="${address}" ${address === path && html` aria-current="page"`}
                  >${words}</a
                >`,
            )}
            <a href="/sign-in">${m.pages_nav_sign_in({}, english)}</a>
          </nav>
        </header>
        <main id="main" tabindex="-1">${body}</main>
        <footer class="foot">
          <a href="/privacy">${m.pages_nav_privacy({}, english)}</a>
          <a href="/accessibility">${m.pages_nav_accessibility({}, english)}</a>
        </footer>
      </body>
    </html>`
  return markup.toString().replace(/\n\s+/g, '\n')
}

import * as m from '../../web/paraglide/messages/_index.js'
import { type Text, said } from './say.ts'
import type { Reader } from '../foundation/reader/reader.ts'
import { type Markup, html } from './html.ts'
import { footer, masthead } from './masthead.ts'
import type { MenuOwner } from './menu.ts'

/** A page as a function of its reader and of the person whose menu it shows. */
export type Page = (reader: Reader, owner?: MenuOwner) => string

interface Parts {
  title: Text
  description?: Text
  /** Further elements of the head, such as `og:` tags. */
  head?: Markup
  body: Markup
  /** The page's address, which the menu marks as current. */
  path?: string
  /** Whether search engines may list the page; false by default. */
  indexed?: boolean
}

/** A whole page without script, in the frame that all pages of the Worker share. */
export function page(parts: Parts): Page {
  return (reader, owner) => framed(parts, owner).for(reader).replace(/\n\s+/g, '\n')
}

function framed(parts: Parts, owner: MenuOwner | undefined): Markup {
  const { title, description, head, body, path = '', indexed = false } = parts
  return html`<!doctype html>
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
        ${masthead(path, owner)}
        <main id="main" tabindex="-1">${body}</main>
        ${footer()}
      </body>
    </html>`
}

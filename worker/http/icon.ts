import { type Markup, html } from './html.ts'

/** A sign from web/public/icons.svg. It stands beside words, never instead of them. */
export function icon(name: string): Markup {
  return html`<svg class="icon" aria-hidden="true"><use href="/icons.svg#${name}" /></svg>`
}

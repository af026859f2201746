import { type Markup, html } from './html.ts'

/** An icon from web/icons.svg. Use it next to words, never instead of them. */
export function icon(name: string, large = false): Markup {
  return html`<svg class="icon${large && ' icon-large'}" aria-hidden="true">
    <use href="/icons.svg#${name}" />
  </svg>`
}

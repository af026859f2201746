import { type Plain, said } from '../http/say.ts'
import { section } from '../http/section.ts'
import { type Markup, html } from '../http/html.ts'

/**
 * The contact address: the one that our mail comes from, out of `Mettle <hello@mettle.example>`.
 */
export function contactAddress(mailFrom: string): string {
  return /<([^<>\s@]+@[^<>\s@]+)>/.exec(mailFrom)?.[1] ?? mailFrom.trim()
}

export function contactSection(address: string, title: Plain, text: Plain): Markup {
  return section({
    id: 'contact',
    title: said(title),
    body: html`<p class="narrow">${said(text)} <a href="mailto:${address}">${address}</a></p>`,
  })
}

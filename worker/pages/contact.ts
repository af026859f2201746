import { say } from '../http/english.ts'
import { folio } from '../http/folio.ts'
import { type Markup, html } from '../http/html.ts'

/** The address that mail comes from is the one that people answer to: `Mettle <hello@mettle.example>`. */
export function contactAddress(mailFrom: string): string {
  return /<([^<>\s]+@[^<>\s]+)>/.exec(mailFrom)?.[1] ?? mailFrom.trim()
}

export function contactFolio(
  address: string,
  title: Parameters<typeof say>[0],
  text: Parameters<typeof say>[0],
): Markup {
  return folio({
    id: 'contact',
    title: say(title),
    body: html`<p class="narrow">${say(text)} <a href="mailto:${address}">${address}</a></p>`,
  })
}

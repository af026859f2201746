import { type Markup, html } from './html.ts'
import type { Text } from './say.ts'

interface Section {
  /** A fragment that links can point at. */
  id: string
  title: Text
  /** A short text under the title. */
  fine?: Text | Markup | undefined
  body: Markup
  /** The space between the parts of the body, 1 to 6 as in the styles. */
  gap?: number
}

/** A section of a page: a line, a heading in the margin, and the content in the column. */
export function section({ id, title, fine, body, gap = 4 }: Section): Markup {
  return html`<section class="section" aria-labelledby="${id}">
    <div class="section-head">
      <h2 id="${id}">${title}</h2>
      ${fine && html`<p class="fine">${fine}</p>`}
    </div>
    <div class="section-body stack" data-gap="${gap}">${body}</div>
  </section>`
}

/** Terms and their values, as rows with lines between them. */
export function facts(rows: readonly (readonly [term: Text, value: Text | Markup])[]): Markup {
  return html`<dl class="facts">
    ${rows.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
}

/** A list of short sentences in no particular order. */
export function points(sentences: readonly Text[]): Markup {
  return html`<ul class="points">
    ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
  </ul>`
}

/** Steps in order, each with a title and a sentence. */
export function steps(parts: readonly (readonly [title: Text, text: Text])[]): Markup {
  return html`<ol class="process">
    ${parts.map(
      ([title, text]) =>
        html`<li>
          <h3>${title}</h3>
          <p class="soft">${text}</p>
        </li>`,
    )}
  </ol>`
}

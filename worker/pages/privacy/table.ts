import { type Markup, html } from '../../http/html.ts'
import { type Plain, said } from '../../http/say.ts'

interface Table {
  caption: Plain
  headings: readonly Plain[]
  /** The first cell of a row is its heading. */
  rows: readonly (readonly Markup[])[]
}

/** A table; on a phone, each row is a short record with its own labels. */
export function table({ caption, headings, rows }: Table): Markup {
  return html`<table class="table table-records table-even">
    <caption>
      ${said(caption)}
    </caption>
    <thead>
      <tr>
        ${headings.map((words) => html`<th scope="col">${said(words)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([heading, ...cells]) =>
          html`<tr>
            <th scope="row"><div class="stack" data-gap="2">${heading}</div></th>
            ${cells.map((cell, index) => labelled(cell, headings[index + 1]))}
          </tr>`,
      )}
    </tbody>
  </table>`
}

function labelled(cell: Markup, heading: Plain | undefined): Markup {
  return html`<td data-label="${heading && said(heading)}">
    <div class="stack" data-gap="2">${cell}</div>
  </td>`
}

import * as m from '../../web/paraglide/messages/_index.js'
import type { ProblemKind } from '../foundation/call/problem.ts'
import { said } from '../http/say.ts'
import { html } from '../http/html.ts'
import { type Page, page } from '../http/page.ts'

/** Every refusal there is, by its words. */
export function problemsPage(kinds: Iterable<ProblemKind>, signedIn: boolean): Page {
  const sorted = [...kinds].toSorted((one, other) => (one.title < other.title ? -1 : 1))
  const code = said(m.pages_problems_code)
  const status = said(m.pages_problems_status)
  return page({
    title: said(m.pages_problems_title),
    path: '/problems',
    signedIn,
    body: html`<div class="page">
      <header class="page-head">
        <h1>${said(m.pages_problems_heading)}</h1>
        <p class="lead">${said(m.pages_problems_lead)}</p>
      </header>
      <table class="table table-records">
        <thead>
          <tr>
            <th scope="col">${said(m.pages_problems_meaning)}</th>
            <th scope="col">${code}</th>
            <th scope="col" class="number">${status}</th>
          </tr>
        </thead>
        <tbody>
          ${sorted.map(
            (kind) =>
              html`<tr>
                <th scope="row"><a href="/problems/${kind.type}">${kind.title}</a></th>
                <td data-label="${code}"><code>${kind.type}</code></td>
                <td data-label="${status}" class="number">${kind.status}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`,
  })
}

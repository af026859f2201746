import * as m from '../../web/paraglide/messages/_index.js'
import type { ProblemKind } from '../foundation/call/problem.ts'
import { type Markup, html } from '../http/html.ts'
import { icon } from '../http/icon.ts'
import { type Page, page } from '../http/page.ts'
import { problemWords } from '../http/problem-words.ts'
import { type Plain, said } from '../http/say.ts'
import { facts, section } from '../http/section.ts'
import { contactSection } from './contact.ts'

interface Facts {
  kinds: Iterable<ProblemKind>
  contact: string
}

/** The most common problems, grouped by what people were doing. */
const groups: { id: string; title: Plain; types: string[] }[] = [
  {
    id: 'sign-in',
    title: m.pages_problems_sign_in,
    types: ['code-not-accepted', 'code-over', 'sign-in-cookie-missing', 'too-many-requests'],
  },
  {
    id: 'join',
    title: m.pages_problems_join,
    types: [
      'invitation-for-somebody-else',
      'invitation-not-live',
      'join-code-unknown',
      'work-address-needed',
      'not-for-your-role',
    ],
  },
  {
    id: 'challenges',
    title: m.pages_problems_challenges,
    types: [
      'attempt-open',
      'attempt-too-early',
      'attempt-not-open',
      'stale-version',
      'changed-elsewhere',
      'claim-ended',
    ],
  },
  {
    id: 'interviews',
    title: m.pages_problems_interviews,
    types: ['slot-taken', 'interview-request-moved', 'too-late-to-move'],
  },
  { id: 'ours', title: m.pages_problems_ours, types: ['unexpected', 'try-again'] },
]

/** What to do about an error: the common ones first, then a folded list of all by name. */
export function problemsPage({ kinds, contact }: Facts): Page {
  const sorted = [...kinds].toSorted((one, other) => (one.title < other.title ? -1 : 1))
  return page({
    title: said(m.pages_problems_title),
    path: '/problems',
    body: html`<div class="page">
      <header class="page-head">
        <h1>${said(m.pages_problems_heading)}</h1>
        <p class="lead">${said(m.pages_problems_lead)}</p>
      </header>
      ${groups.map(({ id, title, types }) =>
        section({
          id,
          title: said(title),
          body: facts(sorted.filter(({ type }) => types.includes(type)).map(whatToDo)),
        }),
      )}
      ${contactSection(contact, m.pages_problems_contact, m.pages_problems_contact_text)}
      ${section({ id: 'all', title: said(m.pages_problems_all), body: allByName(sorted) })}
    </div>`,
  })
}

const whatToDo = ({ type, title }: ProblemKind) => [title, problemWords(type) ?? ''] as const

function allByName(sorted: readonly ProblemKind[]): Markup {
  const code = said(m.pages_problems_code)
  const status = said(m.pages_problems_status)
  return html`<details class="fold">
    <summary>${said(m.pages_problems_every)}${icon('down')}</summary>
    <div class="fold-body">
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
    </div>
  </details>`
}

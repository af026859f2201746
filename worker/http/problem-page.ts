import * as m from '../../web/paraglide/messages/_index.js'
import type { ProblemKind } from '../foundation/call/problem.ts'
import { type Text, said } from './say.ts'
import { html } from './html.ts'
import { type Page, page } from './page.ts'

interface Facts {
  kind: ProblemKind
  words: string | undefined
}

/**
 * The page that explains a refusal: at the address of its `type`, and as the answer to a refused
 * person.
 */
export function problemPage({ kind, words }: Facts): Page {
  if (kind.type === 'not-found') return nothingHerePage()
  const { type, title, status } = kind
  return page({
    title: said(m.pages_problem_title, { title: title.replace(/\.$/, '') }),
    body: html`<div class="page">
      <header class="page-head">
        <p class="label">${said(m.pages_problem_label)}</p>
        <h1>${title}</h1>
        ${words && html`<p class="lead">${words}</p>`}
      </header>
      <div class="stack">
        <div class="actions">
          <a class="button" href="/">${said(m.pages_back_home)}</a>
          <a class="button quiet" href="/problems">${said(m.pages_problem_all)}</a>
        </div>
        <p class="fine">${said(m.pages_problem_program, { type: `/problems/${type}`, status })}</p>
      </div>
    </div>`,
  })
}

/**
 * The page for an address that does not exist or is not public, with links to pages that people may
 * want.
 */
export function nothingHerePage(): Page {
  const links: [string, Text][] = [
    ['/challenges', said(m.shell_nav_challenges)],
    ['/how-it-works', said(m.shell_nav_how)],
    ['/for-mentors', said(m.shell_nav_mentors)],
    ['/for-employers', said(m.pages_employers_heading)],
  ]
  return page({
    title: said(m.pages_not_found_title),
    body: html`<div class="page">
      <header class="page-head">
        <h1>${said(m.pages_not_found_heading)}</h1>
        <p class="lead">${said(m.pages_not_found_text)}</p>
      </header>
      <div class="stack">
        <p>${said(m.pages_not_found_try)}</p>
        <ul class="points">
          ${links.map(([address, words]) => html`<li><a href="${address}">${words}</a></li>`)}
        </ul>
        <div class="actions"><a class="button" href="/">${said(m.pages_back_home)}</a></div>
      </div>
    </div>`,
  })
}

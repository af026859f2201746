import * as m from '../../../web/paraglide/messages/_index.js'
import { said } from '../../http/say.ts'
import { html } from '../../http/html.ts'
import { icon } from '../../http/icon.ts'
import { type Page, page } from '../../http/page.ts'
import type { PublicRubric } from './find-public-rubric.ts'
import { rubricSection } from './rubric-section.ts'

/** The rubric of a skill. It is the same for students of all programmes and names none. */
export function rubricPage({ skill, rubric, version, isPresent }: PublicRubric): Page {
  const names = { skill: rubric.name.toLowerCase() }
  return page({
    title: said(m.pages_rubric_title, names),
    description: rubric.description,
    path: `/rubrics/${skill}`,
    indexed: isPresent,
    body: html`<div class="page">
      <a class="back" href="/challenges?skill=${skill}"
        >${icon('left')}${said(m.pages_rubric_back, names)}</a
      >
      <header class="page-head">
        <h1>${said(m.pages_rubric_heading, { skill: rubric.name })}</h1>
        <p class="lead">${said(m.pages_rubric_lead)}</p>
        ${
          !isPresent &&
          html`<p>
            ${said(m.pages_rubric_earlier)}
            <a href="/rubrics/${skill}">${said(m.pages_rubric_present)}</a>
          </p>`
        }
      </header>
      ${rubricSection(rubric)}
      <p class="fine">${said(m.pages_rubric_version, { version })}</p>
    </div>`,
  })
}

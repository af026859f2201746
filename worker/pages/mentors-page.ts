import * as m from '../../web/paraglide/messages/_index.js'
import { said } from '../http/say.ts'
import { section, points, steps } from '../http/section.ts'
import { type Markup, html } from '../http/html.ts'
import { levelBar } from '../http/level-bar.ts'
import type { Page } from '../http/page.ts'
import { paragraphs, prosePage } from './prose-page.ts'

/**
 * What a mentor does, with one real rating to look at. A mentor gets a link to the reviews instead
 * of the link to join.
 */
export function mentorsPage({ isMentor = false } = {}): Page {
  return prosePage({
    path: '/for-mentors',
    title: m.pages_mentors_title,
    description: m.pages_mentors_description,
    heading: m.pages_mentors_heading,
    lead: m.pages_mentors_lead,
    under: isMentor ? ownReviews() : joining(),
    body: html`${section({
      id: 'do',
      title: said(m.pages_mentors_do),
      body: steps([
        [said(m.pages_mentors_do_1), said(m.pages_mentors_do_1_text)],
        [said(m.pages_mentors_do_2), said(m.pages_mentors_do_2_text)],
        [said(m.pages_mentors_do_3), said(m.pages_mentors_do_3_text)],
        [said(m.pages_mentors_do_4), said(m.pages_mentors_do_4_text)],
      ]),
    })}
    ${example()}
    ${section({
      id: 'rules',
      title: said(m.pages_mentors_rules),
      body: points([
        said(m.pages_mentors_rules_1),
        said(m.pages_mentors_rules_2),
        said(m.pages_mentors_rules_3),
        said(m.pages_mentors_rules_4),
        said(m.pages_mentors_rules_5),
      ]),
    })}
    ${section({
      id: 'time',
      title: said(m.pages_mentors_time),
      body: paragraphs(m.pages_mentors_time_text, m.pages_mentors_coach),
    })}`,
  })
}

function joining(): Markup {
  return html`<div class="actions">
      <a class="button primary button-large" href="/join?as=mentor"
        >${said(m.pages_mentors_join)}</a
      >
    </div>
    <p class="fine">${said(m.pages_mentors_join_hint)}</p>`
}

function ownReviews(): Markup {
  return html`<div class="actions">
      <a class="button primary button-large" href="/reviews">${said(m.pages_mentors_reviews)}</a>
    </div>
    <p class="fine">${said(m.pages_mentors_reviews_hint)}</p>`
}

/** A real practice answer with its reference level, word for word (a test compares it). */
function example(): Markup {
  return section({
    id: 'example',
    title: said(m.pages_mentors_example),
    fine: said(m.pages_mentors_example_hint),
    body: html`<div class="page-sheet stack" data-gap="5">
      <div class="stack" data-gap="2">
        <p class="label">${said(m.pages_mentors_example_answer)}</p>
        <blockquote class="answer"><p>${said(m.pages_mentors_example_first)}</p></blockquote>
        <p class="fine">${said(m.pages_mentors_example_left_out)}</p>
        <blockquote class="answer"><p>${said(m.pages_mentors_example_quote)}</p></blockquote>
      </div>
      <div class="question">
        <div class="spread">
          <h3>${said(m.pages_mentors_example_criterion)}</h3>
          ${levelBar(4, true)}
        </div>
        <p>${said(m.pages_mentors_example_level)}</p>
        <div class="stack" data-gap="2">
          <p class="label">${said(m.pages_mentors_example_reason)}</p>
          <blockquote class="quote"><p>${said(m.pages_mentors_example_why)}</p></blockquote>
        </div>
      </div>
    </div>`,
  })
}

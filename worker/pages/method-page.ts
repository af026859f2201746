import * as m from '../../web/paraglide/messages/_index.js'
import { type Text, said } from '../http/say.ts'
import { section, points } from '../http/section.ts'
import { type Markup, html } from '../http/html.ts'
import { decisionSection } from './method-decision.ts'
import { figuresSection } from './method-figures.ts'
import type { Page } from '../http/page.ts'
import { paragraphs, prosePage } from './prose-page.ts'

/** Who judges, how decisions are made, how often they are wrong, and what Mettle cannot do yet. */
export function methodPage(): Page {
  return prosePage({
    path: '/how-it-works',
    title: m.pages_method_title,
    description: m.pages_method_description,
    heading: m.pages_method_heading,
    lead: m.pages_method_lead,
    under: contents(),
    body: html`${section({
      id: 'play',
      title: said(m.pages_method_play),
      body: paragraphs(m.pages_method_play_1, m.pages_method_play_2, m.pages_method_play_3),
    })}
    ${judges()} ${decisionSection()} ${figuresSection()} ${badge()} ${employers()}
    ${section({
      id: 'now',
      title: said(m.pages_method_now),
      fine: said(m.pages_method_now_hint),
      body: points([
        said(m.pages_method_now_1),
        said(m.pages_method_now_2),
        said(m.pages_method_now_3),
        said(m.pages_method_now_4),
        said(m.pages_method_now_5),
        said(m.pages_method_now_6),
        said(m.pages_method_now_7),
      ]),
    })}`,
  })
}

function contents(): Markup {
  const links: [string, Text][] = [
    ['judges', said(m.pages_method_judges)],
    ['decision', said(m.pages_method_decision)],
    ['figures', said(m.pages_method_figures)],
    ['badge', said(m.pages_method_badge)],
    ['employers', said(m.pages_method_employers)],
    ['now', said(m.pages_method_now)],
  ]
  return html`<nav aria-label="${said(m.pages_on_this_page)}">
    <ul class="jumps">
      ${links.map(([id, words]) => html`<li><a href="#${id}">${words}</a></li>`)}
    </ul>
  </nav>`
}

function judges(): Markup {
  return section({
    id: 'judges',
    title: said(m.pages_method_judges),
    fine: said(m.pages_method_judges_hint),
    body: html`${points([
      said(m.pages_method_judges_peers),
      said(m.pages_method_judges_mentor),
      said(m.pages_method_judges_fewer),
      said(m.pages_method_judges_more),
    ])}
    ${paragraphs(
      m.pages_method_judges_blind,
      m.pages_method_judges_rate,
      m.pages_method_judges_return,
      m.pages_method_judges_ai,
    )}`,
  })
}

function badge(): Markup {
  return section({
    id: 'badge',
    title: said(m.pages_method_badge),
    fine: said(m.pages_method_badge_hint),
    gap: 5,
    body: html`<div class="thirds">
        <div>
          <h3>${said(m.pages_method_badge_says)}</h3>
          ${points([
            said(m.pages_method_badge_says_1),
            said(m.pages_method_badge_says_2),
            said(m.pages_method_badge_says_3),
            said(m.pages_method_badge_says_4),
          ])}
        </div>
        <div>
          <h3>${said(m.pages_method_badge_not)}</h3>
          ${points([
            said(m.pages_method_badge_not_1),
            said(m.pages_method_badge_not_2),
            said(m.pages_method_badge_not_3),
            said(m.pages_method_badge_not_4),
          ])}
        </div>
      </div>
      ${paragraphs(m.pages_method_badge_check)}`,
  })
}

function employers(): Markup {
  return section({
    id: 'employers',
    title: said(m.pages_method_employers),
    fine: said(m.pages_method_employers_hint),
    body: paragraphs(
      m.pages_method_employers_1,
      m.pages_method_employers_2,
      m.pages_method_employers_order,
      m.pages_method_employers_person,
      m.pages_method_employers_log,
    ),
  })
}

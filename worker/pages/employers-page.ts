import * as m from '../../web/paraglide/messages/_index.js'
import { type Text, said } from '../http/say.ts'
import { facts, section } from '../http/section.ts'
import { type Markup, html } from '../http/html.ts'
import { levelBar } from '../http/level-bar.ts'
import { skills } from '../skills/skill.ts'
import type { Page } from '../http/page.ts'
import { paragraphs, prosePage } from './prose-page.ts'

/** What an employer sees, what it must provide first, and how it asks for an interview. */
export function employersPage(): Page {
  return prosePage({
    path: '/for-employers',
    title: m.pages_employers_title,
    description: m.pages_employers_description,
    heading: m.pages_employers_heading,
    lead: m.pages_employers_lead,
    under: html`<div class="actions">
        <a class="button primary button-large" href="/apply">${said(m.pages_employers_apply)}</a>
      </div>
      <p class="fine">${said(m.pages_employers_apply_hint)}</p>`,
    body: html`${section({
      id: 'see',
      title: said(m.pages_employers_see),
      fine: said(m.pages_employers_see_hint),
      body: html`${card()} ${paragraphs(m.pages_employers_see_only)}`,
    })}
    ${section({
      id: 'not',
      title: said(m.pages_employers_not),
      body: paragraphs(m.pages_employers_not_text),
    })}
    ${section({
      id: 'before',
      title: said(m.pages_employers_before),
      fine: said(m.pages_employers_before_hint),
      body: inOrder([
        said(m.pages_employers_before_1),
        said(m.pages_employers_before_2),
        said(m.pages_employers_before_3),
        said(m.pages_employers_before_4),
        said(m.pages_employers_before_5),
      ]),
    })}
    ${section({
      id: 'pay',
      title: said(m.pages_employers_pay),
      body: paragraphs(m.pages_employers_pay_text),
    })}
    ${section({
      id: 'order',
      title: said(m.pages_employers_order),
      body: paragraphs(m.pages_employers_order_text),
    })}
    ${section({
      id: 'ask',
      title: said(m.pages_employers_ask),
      body: inOrder([
        said(m.pages_employers_ask_1),
        said(m.pages_employers_ask_2),
        said(m.pages_employers_ask_3),
        said(m.pages_employers_ask_4),
        said(m.pages_employers_ask_5),
      ]),
    })}
    ${section({
      id: 'trust',
      title: said(m.pages_employers_trust),
      body: html`${paragraphs(m.pages_employers_trust_text)}
        <p><a href="/how-it-works#figures">${said(m.pages_employers_trust_link)}</a></p>`,
    })}`,
  })
}

/** An example card as search shows it, of no real person. The quote is from a practice answer. */
function card(): Markup {
  return html`<div class="page-sheet stack">
    <p class="label mono">${said(m.pages_employers_card)}</p>
    <div class="row">
      <img class="hallmark" src="/badges/collaboration-3.svg" alt="" width="240" height="240" />
      <div>
        <h3>${skills.collaboration.name}</h3>
        ${levelBar(3)}
      </div>
    </div>
    ${facts([
      [said(m.pages_employers_card_judged), said(m.pages_employers_card_judged_value)],
      [said(m.pages_employers_card_shown), said(m.pages_employers_card_shown_value)],
      [said(m.pages_employers_card_place), said(m.pages_employers_card_place_value)],
      [said(m.pages_employers_card_hours), said(m.pages_employers_card_hours_value)],
      [
        said(m.pages_employers_card_words),
        html`<blockquote class="quote"><p>${said(m.pages_employers_card_quote)}</p></blockquote>`,
      ],
    ])}
  </div>`
}

function inOrder(sentences: Text[]): Markup {
  return html`<ol class="ledger numbered narrow">
    ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
  </ol>`
}

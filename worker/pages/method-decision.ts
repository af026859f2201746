import * as m from '../../web/paraglide/messages/_index.js'
import { figure as written } from '../foundation/reader/figures.ts'
import { type Said, said } from '../http/say.ts'
import { section, points } from '../http/section.ts'
import { type Markup, html } from '../http/html.ts'
import { icon } from '../http/icon.ts'
import {
  type CriterionState,
  estimateOf,
  pilotPrior,
  unprovenVariance,
} from '../scoring/estimate/estimate.ts'
import { paragraphs } from './prose-page.ts'

type Case = readonly [peer: number, other: number, mentor: number]

const cases: readonly Case[] = [
  [3, 3, 3],
  [2, 3, 3],
  [4, 4, 2],
  [2, 3, 2],
  [2, 2, 2],
]

/** The rule for decisions, with figures computed by the same code that scores submissions. */
export function decisionSection(): Markup {
  return section({
    id: 'decision',
    title: said(m.pages_method_decision),
    fine: said(m.pages_method_decision_hint),
    gap: 5,
    body: html`${paragraphs(m.pages_method_decision_1)}
    ${points([
      said(m.pages_method_decision_yes),
      said(m.pages_method_decision_no),
      said(m.pages_method_decision_open),
    ])}
    ${table()} ${paragraphs(m.pages_method_decision_2, m.pages_method_decision_3)} ${formula()}`,
  })
}

function table(): Markup {
  const peers = said(m.pages_method_decision_peers)
  const mentor = said(m.pages_method_decision_mentor)
  const sure = said(m.pages_method_decision_sure)
  const follows = said(m.pages_method_decision_follows)
  return html`<table class="table table-records">
    <caption>
      ${said(m.pages_method_decision_table)}
    </caption>
    <thead>
      <tr>
        <th scope="col">${peers}</th>
        <th scope="col">${mentor}</th>
        <th scope="col" class="number">${sure}</th>
        <th scope="col">${follows}</th>
      </tr>
    </thead>
    <tbody>
      ${cases.map((ratings) => {
        const [first, second, last] = ratings
        const { probability, state } = outcomeOf(ratings)
        const figure = inHundred(probability)
        return html`<tr>
          <td data-label="${peers}">${said(m.pages_method_and, { first, second })}</td>
          <td data-label="${mentor}">${last}</td>
          <td data-label="${sure}" class="number">
            ${said(m.pages_method_decision_in_100, { figure })}
          </td>
          <td data-label="${follows}">${stateWords(state)}</td>
        </tr>`
      })}
    </tbody>
  </table>`
}

const inHundred =
  (probability: number): Said =>
  (reader) =>
    written(reader, probability * 100, 1, true)

function outcomeOf([peer, other, mentor]: Case) {
  const unproven = { shift: 0, setAside: false }
  return estimateOf(pilotPrior, [
    { ...unproven, level: peer, variance: unprovenVariance.peer, mentor: false },
    { ...unproven, level: other, variance: unprovenVariance.peer, mentor: false },
    { ...unproven, level: mentor, variance: unprovenVariance.mentor, mentor: true },
  ])
}

function stateWords(state: CriterionState): Said {
  const words = {
    proficient: m.pages_method_state_proficient,
    'not-yet': m.pages_method_state_not_yet,
    'needs-more': m.pages_method_state_needs_more,
  }
  return said(words[state])
}

function formula(): Markup {
  const lines = [
    m.pages_method_formula_p,
    m.pages_method_formula_mean,
    m.pages_method_formula_error,
    m.pages_method_formula_sure,
  ]
  return html`<details class="fold">
    <summary><span>${said(m.pages_method_formula)}</span>${icon('down')}</summary>
    <div class="fold-body stack">
      ${paragraphs(m.pages_method_formula_1, m.pages_method_formula_2)}
      <ul class="mono small stack" data-gap="1">
        ${lines.map((line) => html`<li>${said(line)}</li>`)}
      </ul>
      ${paragraphs(m.pages_method_formula_3)}
    </div>
  </details>`
}

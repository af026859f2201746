import * as m from '../../../web/paraglide/messages/_index.js'
import { said } from '../../http/say.ts'
import { section, points } from '../../http/section.ts'
import { type Markup, html } from '../../http/html.ts'
import { icon } from '../../http/icon.ts'
import { levelBar } from '../../http/level-bar.ts'
import type { RubricInWords } from './catalogue.ts'

type Criterion = RubricInWords['criteria'][number]

/** A badge needs this level in every criterion. */
const needed = 3

/** The whole rubric in folds: four criteria, four levels each, and what reviewers look for. */
export function rubricSection({ description, criteria }: RubricInWords): Markup {
  return section({
    id: 'judged',
    title: said(m.pages_challenge_judged),
    fine: said(m.pages_challenge_judged_hint),
    body: html`<p class="narrow">${description}</p>
      <div>${criteria.map(fold)}</div>`,
  })
}

function fold({ name, description, levels }: Criterion): Markup {
  return html`<details class="fold">
    <summary>
      <span
        >${name}<span class="visually-hidden">: ${said(m.pages_challenge_levels_of)}</span>
        <small class="under">${description}</small></span
      >${icon('down')}
    </summary>
    <ol class="fold-body stack" data-gap="5">
      ${levels.map(levelText)}
    </ol>
  </details>`
}

function levelText({ level, words, indicators, limits }: Criterion['levels'][number]): Markup {
  return html`<li class="stack" data-gap="2">
    <p class="row">
      ${levelBar(level, true)}
      ${level === needed && html`<span class="tag">${said(m.pages_challenge_needed)}</span>`}
    </p>
    <p>${words}</p>
    ${indicators.length > 0 && html`<div class="small soft">${points(indicators)}</div>`}
    ${
      limits.length > 0 &&
      html`<div class="small soft">
        <p>${said(m.pages_rubric_limits)}</p>
        ${points(limits)}
      </div>`
    }
  </li>`
}

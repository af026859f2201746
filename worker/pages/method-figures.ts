import * as m from '../../web/paraglide/messages/_index.js'
import { said } from '../http/say.ts'
import { section } from '../http/section.ts'
import { type Markup, html } from '../http/html.ts'
import { icon } from '../http/icon.ts'
import { odds } from './odds.ts'
import { paragraphs } from './prose-page.ts'
import { simulated, written } from './simulated.ts'

/** How often decisions are wrong. The page says beside every figure that it is simulated. */
export function figuresSection(): Markup {
  const { pilot, threeTimesAsManyCareless: careless } = simulated
  return section({
    id: 'figures',
    title: said(m.pages_method_figures),
    fine: said(m.pages_method_figures_hint),
    gap: 5,
    body: html`${odds({ withReviews: true })}
      <p class="narrow">
        ${said(m.pages_method_figures_pilot, {
          false: written(pilot.false),
          reviews: written(pilot.reviews),
        })}
      </p>
      <p class="narrow">
        ${said(m.pages_method_figures_bad, {
          bad: written(careless.false),
          medianBad: written(careless.medianOfThree),
        })}
      </p>
      <details class="fold">
        <summary><span>${said(m.pages_method_figures_all)}</span>${icon('down')}</summary>
        <div class="fold-body stack">${table()} ${paragraphs(m.pages_method_figures_assumes)}</div>
      </details>`,
  })
}

function table(): Markup {
  const { first, third, medianOfThree } = simulated
  const columns = [
    { words: said(m.pages_method_figures_new), figures: first },
    { words: said(m.pages_method_figures_proven), figures: third },
    { words: said(m.pages_method_figures_median), figures: medianOfThree },
  ]
  const rows = [
    ['false', said(m.pages_method_row_false)],
    ['far', said(m.pages_method_row_far)],
    ['close', said(m.pages_method_row_close)],
    ['missed', said(m.pages_method_row_missed)],
    ['reviews', said(m.pages_method_row_reviews)],
  ] as const
  return html`<table class="table table-records">
    <caption>
      ${said(m.pages_method_figures_caption)}
    </caption>
    <thead>
      <tr>
        <th scope="col">${said(m.pages_method_figures_what)}</th>
        ${columns.map(({ words }) => html`<th scope="col" class="number">${words}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([row, title]) =>
          html`<tr>
            <th scope="row">${title}</th>
            ${columns.map(
              ({ words, figures }) =>
                html`<td class="number" data-label="${words}">${written(figures[row])}</td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`
}

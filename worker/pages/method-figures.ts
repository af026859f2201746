import * as m from '../../web/paraglide/messages/_index.js'
import { english, say } from '../http/english.ts'
import { folio } from '../http/folio.ts'
import { type Markup, html } from '../http/html.ts'
import { icon } from '../http/icon.ts'
import { odds } from './odds.ts'
import { paragraphs } from './prose-page.ts'
import { simulated, written } from './simulated.ts'

/** How often a decision is wrong: simulated, and said so beside every figure. */
export function figuresFolio(): Markup {
  const { pilot, threeTimesAsManyCareless: careless } = simulated
  return folio({
    id: 'figures',
    title: say(m.pages_method_figures),
    fine: say(m.pages_method_figures_hint),
    gap: 5,
    body: html`${odds({ withReviews: true })}
      <p class="narrow">
        ${m.pages_method_figures_pilot(
          { false: written(pilot.false), reviews: written(pilot.reviews) },
          english,
        )}
      </p>
      <p class="narrow">
        ${m.pages_method_figures_bad(
          { bad: written(careless.false), medianBad: written(careless.medianOfThree) },
          english,
        )}
      </p>
      <details class="fold">
        <summary><span>${say(m.pages_method_figures_all)}</span>${icon('down')}</summary>
        <div class="fold-body stack">${table()} ${paragraphs(m.pages_method_figures_assumes)}</div>
      </details>`,
  })
}

function table(): Markup {
  const { first, third, medianOfThree } = simulated
  const columns = [
    { words: say(m.pages_method_figures_new), figures: first },
    { words: say(m.pages_method_figures_proven), figures: third },
    { words: say(m.pages_method_figures_median), figures: medianOfThree },
  ]
  const rows = [
    ['false', say(m.pages_method_row_false)],
    ['far', say(m.pages_method_row_far)],
    ['close', say(m.pages_method_row_close)],
    ['missed', say(m.pages_method_row_missed)],
    ['reviews', say(m.pages_method_row_reviews)],
  ] as const
  return html`<table class="table table-records">
    <caption>
      ${say(m.pages_method_figures_caption)}
    </caption>
    <thead>
      <tr>
        <th scope="col">${say(m.pages_method_figures_what)}</th>
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

import * as m from '../../web/paraglide/messages/_index.js'
import { type Text, said } from '../http/say.ts'
import { type Markup, html } from '../http/html.ts'
import { simulated, written } from './simulated.ts'

/** How often a decision is wrong: three figures that are easy to imagine, and their source. */
export function odds({ withReviews = false } = {}): Markup {
  const { first, pilot, medianOfThree } = simulated
  const in100 = said(m.pages_odds_in_100)
  const figures: [figure: number, unit: Text, words: Text][] = [
    [first.false, in100, said(m.pages_odds_false)],
    [first.missed, in100, said(m.pages_odds_missed)],
    [first.close, in100, said(m.pages_odds_close)],
  ]
  if (withReviews) {
    figures.push([pilot.reviews, said(m.pages_odds_on_average), said(m.pages_odds_reviews)])
  }
  const median = Math.round(medianOfThree.false)
  return html`<dl class="odds">
      ${figures.map(
        ([figure, unit, words]) =>
          html`<div>
            <dt>${words}</dt>
            <dd>${written(figure)} <small>${unit}</small></dd>
          </div>`,
      )}
    </dl>
    <p class="fine narrow">${said(m.pages_odds_source, { median })}</p>`
}

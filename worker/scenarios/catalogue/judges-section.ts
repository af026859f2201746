import * as m from '../../../web/paraglide/messages/_index.js'
import { said } from '../../http/say.ts'
import { section } from '../../http/section.ts'
import { type Markup, html } from '../../http/html.ts'
import { icon } from '../../http/icon.ts'
import type { CataloguePage } from './catalogue.ts'

/** Who reviews and by when. A challenge in pilot says that it is new. */
export function judgesSection({ pilot, judging, decideWithinDays: days }: CataloguePage): Markup {
  const { peersAtMost: peers, mentorsAtMost: mentors } = judging
  return section({
    id: 'judges',
    title: said(m.pages_challenge_judges),
    body: html`${pilot && isNew()}
      <p class="narrow">
        ${said(pilot ? m.pages_challenge_judges_first : m.pages_challenge_judges_first_three)}
      </p>
      <p class="narrow">${said(m.pages_challenge_judges_more, { peers, mentors })}</p>
      <p class="narrow">
        <strong>${said(m.pages_challenge_judges_when)}</strong>
        ${said(m.pages_challenge_judges_days, { days })}
      </p>
      <p><a href="/how-it-works#decision">${said(m.pages_challenge_judges_how)}</a></p>`,
  })
}

const isNew = () =>
  html`<div class="notice">
    ${icon('note')}
    <p>
      <strong>${said(m.pages_challenge_pilot)}</strong>
      ${said(m.pages_challenge_pilot_text)}
    </p>
  </div>`

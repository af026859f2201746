import * as m from '../../../web/paraglide/messages/_index.js'
import { said } from '../../http/say.ts'
import { type Markup, html } from '../../http/html.ts'
import { levelBar } from './level-bar.ts'
import type { ReachedLevel } from './reached-levels.ts'

interface Judged {
  reached: ReachedLevel[]
  /** What was answered and when, as the badge says it. */
  work: string
  achievementAddress: string
}

/** The rubric, with the level reached in each criterion in bold. */
export function rubricSection({ reached, work, achievementAddress }: Judged): Markup {
  return html`<section class="section" aria-labelledby="proved">
    <div class="section-head">
      <h2 id="proved">${said(m.badges_proved)}</h2>
      <p class="fine">${work}</p>
    </div>
    <div class="section-body stack" data-gap="5">
      <ul class="ledger">
        ${reached.map(criterion)}
      </ul>
      <p class="small"><a href="${achievementAddress}">${said(m.badges_rubric_link)}</a></p>
    </div>
  </section>`
}

function criterion({ criterion: name, level: own, levels }: ReachedLevel): Markup {
  return html`<li class="stack" data-gap="3">
    <div class="spread">
      <h3>${name}</h3>
      <span class="small">${levelBar(own)}</span>
    </div>
    <ol class="numbered">
      ${levels.map(({ level, words }) =>
        level === own
          ? html`<li>
              <span><strong>${words}</strong> (${said(m.badges_reached)})</span>
            </li>`
          : html`<li class="soft">${words}</li>`,
      )}
    </ol>
  </li>`
}

import { m } from '../../web/paraglide/messages.js'
import { type Markup, html } from '../http/html.ts'
import { levelBar, levelWord } from './level-bar.ts'
import type { ReachedLevel } from './reached-levels.ts'

const english = { locale: 'en' } as const

/** The rubric with the level reached in each criterion; the other levels are one press away. */
export function rubricFolio(reached: ReachedLevel[], achievementAddress: string): Markup {
  return html`<section class="folio" aria-labelledby="proved">
    <div class="folio-head">
      <h2 id="proved">${m.badges_proved({}, english)}</h2>
      <p class="fine">${m.badges_proved_hint({}, english)}</p>
    </div>
    <div class="folio-body stack" data-gap="5">
      <ul class="ledger">
        ${reached.map(criterion)}
      </ul>
      <p class="small"><a href="${achievementAddress}">${m.badges_rubric_link({}, english)}</a></p>
    </div>
  </section>`
}

function criterion({ criterion: name, level: own, levels }: ReachedLevel): Markup {
  const words = levels.find(({ level }) => level === own)?.words
  return html`<li class="stack" data-gap="2">
    <div class="spread">
      <h3>${name}</h3>
      <span class="small">${levelBar(own)}</span>
    </div>
    <p>${words}</p>
    <details class="fold small">
      <summary>${m.badges_all_levels({}, english)}</summary>
      <ol class="stack" data-gap="1">
        ${levels.map(({ level, words: text }) =>
          level === own
            ? html`<li>
                <strong>${levelWord(level)}</strong> (${m.badges_reached({}, english)}): ${text}
              </li>`
            : html`<li class="soft">${levelWord(level)}: ${text}</li>`,
        )}
      </ol>
    </details>
  </li>`
}

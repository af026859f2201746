import * as m from '../../web/paraglide/messages/_index.js'
import { say } from '../http/english.ts'
import { folio } from '../http/folio.ts'
import { type Markup, html } from '../http/html.ts'

const shown = 'hand-to-hand'

/** A real scene, word for word (a test compares), so that nobody has to imagine what a challenge is. */
export function landingScene(catalogue: readonly { id: string }[]): Markup {
  const isOnOffer = catalogue.some(({ id }) => id === shown)
  return folio({
    id: 'scene',
    title: say(m.pages_landing_scene),
    fine: html`${say(m.pages_landing_scene_of)} <cite>${say(m.pages_landing_scene_name)}</cite>.
      ${say(m.pages_landing_scene_facts)}`,
    body: html`<div class="with-note">
      <div class="page-sheet stack narrow" data-gap="5">
        ${story()}
        <div class="question">
          <h3>${say(m.pages_landing_scene_choices)}</h3>
          <ul class="options">
            <li>${say(m.pages_landing_scene_a)}</li>
            <li>${say(m.pages_landing_scene_b)}</li>
            <li>${say(m.pages_landing_scene_c)}</li>
          </ul>
        </div>
        ${
          isOnOffer &&
          html`<div class="actions">
            <a class="button" href="/challenges/${shown}">${say(m.pages_landing_scene_link)}</a>
          </div>`
        }
      </div>
      <div class="stack narrow small" data-gap="3">
        <p>
          <strong>${say(m.pages_landing_scene_note)}</strong>
          ${say(m.pages_landing_scene_note_more)}
        </p>
        <p class="soft">${say(m.pages_landing_scene_written)}</p>
      </div>
    </div>`,
  })
}

function story(): Markup {
  return html`<div class="story">
    <p>${say(m.pages_landing_scene_1)}</p>
    <p>${say(m.pages_landing_scene_2)}</p>
    <p>
      ${say(m.pages_landing_scene_3)} <span class="soft" aria-hidden="true">[…]</span
      ><span class="visually-hidden">${say(m.pages_landing_scene_cut)}</span>
    </p>
    <p>${say(m.pages_landing_scene_4)}</p>
  </div>`
}

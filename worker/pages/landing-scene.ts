import * as m from '../../web/paraglide/messages/_index.js'
import { said } from '../http/say.ts'
import { section } from '../http/section.ts'
import { type Markup, html } from '../http/html.ts'

const shown = 'hand-to-hand'

export interface OnOffer {
  id: string
  skill: string
  skillName: string
  minutes: number
}

/** A real scene, word for word (a test compares it), as an example of a challenge. */
export function landingScene(catalogue: readonly OnOffer[]): Markup {
  const onOffer = catalogue.find(({ id }) => id === shown)
  return section({
    id: 'scene',
    title: said(m.pages_landing_scene),
    fine: html`${said(m.pages_landing_scene_of)}
    ${onOffer && said(m.pages_landing_scene_facts, { skill: onOffer.skillName, minutes: onOffer.minutes })}`,
    body: html`<div class="with-note">
      <div class="page-sheet stack narrow" data-gap="5">
        ${story()}
        <div class="question">
          <h3>${said(m.pages_landing_scene_choices)}</h3>
          <ul class="options">
            <li>${said(m.pages_landing_scene_a)}</li>
            <li>${said(m.pages_landing_scene_b)}</li>
            <li>${said(m.pages_landing_scene_c)}</li>
          </ul>
        </div>
        ${
          onOffer &&
          html`<div class="actions">
            <a class="button" href="/challenges/${shown}">${said(m.pages_landing_scene_link)}</a>
          </div>`
        }
      </div>
      <div class="stack narrow small" data-gap="3">
        <p>
          <strong>${said(m.pages_landing_scene_note)}</strong>
          ${said(m.pages_landing_scene_note_more)}
        </p>
        <p class="soft">${said(m.pages_landing_scene_written)}</p>
      </div>
    </div>`,
  })
}

function story(): Markup {
  return html`<div class="story">
    <p>${said(m.pages_landing_scene_1)}</p>
    <p>${said(m.pages_landing_scene_2)}</p>
    <p>
      ${said(m.pages_landing_scene_3)} <span class="soft" aria-hidden="true">[…]</span
      ><span class="visually-hidden">${said(m.pages_landing_scene_cut)}</span>
    </p>
    <p>${said(m.pages_landing_scene_4)}</p>
  </div>`
}

import * as m from '../../web/paraglide/messages/_index.js'
import { type Text, said } from '../http/say.ts'
import { section, steps } from '../http/section.ts'
import { type Markup, html } from '../http/html.ts'
import { levelBar } from '../http/level-bar.ts'
import { type Page, page } from '../http/page.ts'
import { type OnOffer, landingScene } from './landing-scene.ts'
import { odds } from './odds.ts'
import { type Offer, eightSkills } from './skill-tiles.ts'

interface Facts {
  /** The challenges that can be taken today. */
  catalogue: readonly (OnOffer & Offer)[]
}

/** The first page: what Mettle is, who it is for, and a real example. */
export function landingPage({ catalogue }: Facts): Page {
  return page({
    title: said(m.pages_landing_title),
    description: said(m.pages_landing_description),
    path: '/',
    indexed: true,
    body: html`<div class="page page-wide">
      ${hero()} ${threeSteps()} ${landingScene(catalogue)} ${eightSkills(catalogue)}
      ${section({
        id: 'sure',
        title: said(m.pages_landing_sure),
        fine: said(m.pages_landing_sure_hint),
        gap: 5,
        body: html`${odds()}
          <p><a href="/how-it-works">${said(m.pages_landing_sure_more)}</a></p>`,
      })}
      ${forWhom()}
    </div>`,
  })
}

function hero(): Markup {
  return html`<section class="hero">
    <div class="hero-copy">
      <h1 class="display">${said(m.pages_landing_heading)}</h1>
      <p class="lead">${said(m.pages_landing_lead)}</p>
      <div class="actions">
        <a class="button primary button-large" href="/challenges">${said(m.pages_landing_find)}</a>
        <a class="button button-large" href="/for-employers">${said(m.pages_landing_hire)}</a>
        <a class="button button-large" href="/for-mentors">${said(m.pages_landing_mentor)}</a>
      </div>
      <p class="fine">${said(m.pages_landing_fine)}</p>
    </div>
    <figure class="specimen">
      <img
        class="hallmark"
        data-size="hero"
        src="/badges/collaboration-3.svg"
        alt="${said(m.pages_landing_specimen_alt)}"
        width="240"
        height="240"
      />
      <figcaption class="fine">
        ${said(m.pages_landing_specimen_skill)} ${levelBar(3)}<br />
        ${said(m.pages_landing_specimen_hint)}
        <a href="/how-it-works#badge">${said(m.pages_landing_specimen_link)}</a>
      </figcaption>
    </figure>
  </section>`
}

function threeSteps(): Markup {
  return section({
    id: 'steps',
    title: said(m.pages_landing_steps),
    fine: said(m.pages_landing_steps_hint),
    body: steps([
      [said(m.pages_landing_step_play), said(m.pages_landing_step_play_text)],
      [said(m.pages_landing_step_judged), said(m.pages_landing_step_judged_text)],
      [said(m.pages_landing_step_found), said(m.pages_landing_step_found_text)],
    ]),
  })
}

const veterans = () => html`<p><a href="/service">${said(m.pages_landing_service)}</a></p>`

function forWhom(): Markup {
  const roles: [title: Text, text: Text, address: string, words: Text][] = [
    [
      said(m.pages_landing_students),
      said(m.pages_landing_students_text),
      '/join',
      said(m.pages_landing_students_join),
    ],
    [
      said(m.pages_landing_mentors),
      said(m.pages_landing_mentors_text),
      '/for-mentors',
      said(m.pages_landing_mentors_link),
    ],
    [
      said(m.pages_landing_employers),
      said(m.pages_landing_employers_text),
      '/for-employers',
      said(m.pages_landing_employers_link),
    ],
  ]
  return section({
    id: 'for-whom',
    title: said(m.pages_landing_whom),
    body: html`<div class="thirds">
      ${roles.map(
        ([title, text, address, words]) =>
          html`<article>
            <h3>${title}</h3>
            <p>${text}</p>
            <p><a href="${address}">${words}</a></p>
            ${address === '/join' && veterans()}
          </article>`,
      )}
    </div>`,
  })
}

import * as m from '../../web/paraglide/messages/_index.js'
import { say } from '../http/english.ts'
import { folio, steps } from '../http/folio.ts'
import { type Markup, html } from '../http/html.ts'
import { levelBar } from '../http/level-bar.ts'
import { page } from '../http/page.ts'
import { landingScene } from './landing-scene.ts'
import { odds } from './odds.ts'
import { eightSkills } from './skill-tiles.ts'

interface Facts {
  /** What can be taken today. */
  catalogue: readonly { id: string; skill: string }[]
  signedIn: boolean
}

/** The first page: what Mettle is, for whom, and a look at the real thing. */
export function landingPage({ catalogue, signedIn }: Facts): string {
  return page({
    title: say(m.pages_landing_title),
    description: say(m.pages_landing_description),
    path: '/',
    indexed: true,
    signedIn,
    body: html`<div class="page page-wide">
      ${hero()} ${threeSteps()} ${landingScene(catalogue)} ${eightSkills(catalogue)}
      ${folio({
        id: 'sure',
        title: say(m.pages_landing_sure),
        fine: say(m.pages_landing_sure_hint),
        gap: 5,
        body: html`${odds()}
          <p><a href="/how-it-works">${say(m.pages_landing_sure_more)}</a></p>`,
      })}
      ${forWhom()}
    </div>`,
  })
}

function hero(): Markup {
  return html`<section class="hero">
    <div class="hero-copy">
      <h1 class="display">${say(m.pages_landing_heading)}</h1>
      <p class="lead">${say(m.pages_landing_lead)}</p>
      <div class="actions">
        <a class="button primary button-large" href="/challenges">${say(m.pages_landing_find)}</a>
        <a class="button button-large" href="/for-employers">${say(m.pages_landing_hire)}</a>
        <a class="button button-large" href="/for-mentors">${say(m.pages_landing_mentor)}</a>
      </div>
      <p class="fine">${say(m.pages_landing_fine)}</p>
    </div>
    <figure class="specimen">
      <img
        class="hallmark"
        data-size="hero"
        src="/badges/collaboration-3.svg"
        alt="${say(m.pages_landing_specimen_alt)}"
        width="240"
        height="240"
      />
      <figcaption class="fine">
        ${say(m.pages_landing_specimen_skill)} ${levelBar(3)}<br />
        ${say(m.pages_landing_specimen_hint)}
        <a href="/how-it-works#badge">${say(m.pages_landing_specimen_link)}</a>
      </figcaption>
    </figure>
  </section>`
}

function threeSteps(): Markup {
  return folio({
    id: 'steps',
    title: say(m.pages_landing_steps),
    fine: say(m.pages_landing_steps_hint),
    body: steps([
      [say(m.pages_landing_step_play), say(m.pages_landing_step_play_text)],
      [say(m.pages_landing_step_judged), say(m.pages_landing_step_judged_text)],
      [say(m.pages_landing_step_found), say(m.pages_landing_step_found_text)],
    ]),
  })
}

function forWhom(): Markup {
  const roles: [title: string, text: string, address: string, words: string][] = [
    [
      say(m.pages_landing_students),
      say(m.pages_landing_students_text),
      '/join',
      say(m.pages_landing_students_join),
    ],
    [
      say(m.pages_landing_mentors),
      say(m.pages_landing_mentors_text),
      '/for-mentors',
      say(m.pages_landing_mentors_link),
    ],
    [
      say(m.pages_landing_employers),
      say(m.pages_landing_employers_text),
      '/for-employers',
      say(m.pages_landing_employers_link),
    ],
  ]
  return folio({
    id: 'for-whom',
    title: say(m.pages_landing_whom),
    body: html`<div class="thirds">
      ${roles.map(
        ([title, text, address, words]) =>
          html`<article>
            <h3>${title}</h3>
            <p>${text}</p>
            <p><a href="${address}">${words}</a></p>
          </article>`,
      )}
    </div>`,
  })
}

import * as m from '../../web/paraglide/messages/_index.js'
import { english, say } from '../http/english.ts'
import { facts, folio, steps } from '../http/folio.ts'
import { type Markup, html } from '../http/html.ts'
import { icon } from '../http/icon.ts'
import { page } from '../http/page.ts'
import type { CataloguePage } from './catalogue.ts'
import { judgesFolio } from './judges-folio.ts'
import { rubricFolio } from './rubric-folio.ts'

interface Facts {
  challenge: CataloguePage
  signedIn: boolean
}

/** One challenge before anybody begins it: what it takes, who judges by what, and its price in time. */
export function challengePage({ challenge, signedIn }: Facts): string {
  const { id, title, summary, skill, skillName, licence, version } = challenge
  return page({
    title: m.pages_challenge_title({ title, skill: skillName.toLowerCase() }, english),
    description: summary,
    path: `/challenges/${id}`,
    indexed: true,
    signedIn,
    body: html`<div class="page">
      <a class="back" href="/challenges">${icon('left')}${say(m.pages_challenge_back)}</a>
      <header class="page-head">
        <p class="label">
          ${say(m.pages_challenge_in)} <a href="/challenges?skill=${skill}">${skillName}</a>
        </p>
        <h1>${title}</h1>
        <p class="lead">${summary}</p>
        <div class="actions">
          <a class="button primary button-large" href="/start/${id}"
            >${say(m.pages_challenge_begin)}</a
          >
        </div>
        ${!signedIn && html`<p class="fine">${say(m.pages_challenge_begin_hint)}</p>`}
      </header>
      ${price(challenge)} ${takes(challenge)} ${howItGoes(challenge)}
      ${rubricFolio(challenge.rubric)} ${judgesFolio(challenge)} ${award(challenge)}
      <p class="fine">
        ${m.pages_challenge_version({ version }, english)}
        <a href="https://creativecommons.org/licenses/by/4.0/" rel="noopener noreferrer"
          >${licence}</a
        >.
      </p>
    </div>`,
  })
}

function price({ price: cost }: CataloguePage): Markup {
  const { minutesToPlay, reviewsOwed, reviewMinutes, daysToDecision, againAfterDays } = cost
  return folio({
    id: 'price',
    title: say(m.pages_challenge_price),
    fine: say(m.pages_challenge_price_hint),
    body: html`${facts([
        [
          say(m.pages_challenge_price_play),
          m.pages_challenge_price_minutes({ minutes: minutesToPlay }, english),
        ],
        [
          say(m.pages_challenge_price_give),
          m.pages_challenge_price_reviews({ count: reviewsOwed, minutes: reviewMinutes }, english),
        ],
        [
          say(m.pages_challenge_price_wait),
          m.pages_challenge_price_days({ days: daysToDecision }, english),
        ],
        [
          say(m.pages_challenge_price_again),
          m.pages_challenge_price_again_text({ days: againAfterDays }, english),
        ],
      ])}
      <p class="small soft narrow">${say(m.pages_challenge_price_odds)}</p>`,
  })
}

function takes(challenge: CataloguePage): Markup {
  const { promptCount, setting, difficulty, language, author, reviewedBy } = challenge
  return folio({
    id: 'takes',
    title: say(m.pages_challenge_takes),
    body: facts([
      [say(m.pages_challenge_breaks), say(m.pages_challenge_breaks_text)],
      [say(m.pages_challenge_write), m.pages_challenge_write_text({ count: promptCount }, english)],
      [say(m.pages_challenge_setting), setting],
      [
        say(m.pages_challenge_difficulty),
        m.pages_challenge_difficulty_text({ difficulty }, english),
      ],
      [
        say(m.pages_challenge_language),
        say(language === 'es' ? m.pages_challenge_language_es : m.pages_challenge_language_en),
      ],
      [
        say(m.pages_challenge_author),
        reviewedBy
          ? m.pages_challenge_read_by({ author, reader: reviewedBy }, english)
          : m.pages_challenge_unread({ author }, english),
      ],
    ]),
  })
}

function howItGoes({ decideWithinDays: days }: CataloguePage): Markup {
  return folio({
    id: 'steps',
    title: say(m.pages_challenge_steps),
    body: steps([
      [say(m.pages_challenge_step_1), say(m.pages_challenge_step_1_text)],
      [say(m.pages_challenge_step_2), say(m.pages_challenge_step_2_text)],
      [say(m.pages_challenge_step_3), m.pages_challenge_step_3_text({ days }, english)],
      [say(m.pages_challenge_step_4), say(m.pages_challenge_step_4_text)],
    ]),
  })
}

function award({ id, skill, skillName }: CataloguePage): Markup {
  return folio({
    id: 'award',
    title: say(m.pages_challenge_get),
    body: html`<div class="row">
        <img
          class="hallmark"
          data-size="medium"
          src="/badges/${skill}-3.svg"
          alt="${m.pages_hallmark({ skill: skillName }, english)}"
          width="240"
          height="240"
        />
      </div>
      <p class="narrow">
        ${m.pages_challenge_get_text({ skill: skillName.toLowerCase() }, english)}
        <a href="/how-it-works#badge">${say(m.pages_challenge_get_link)}</a>
      </p>
      <div class="actions">
        <a class="button" href="/start/${id}">${say(m.pages_challenge_begin)}</a>
      </div>`,
  })
}

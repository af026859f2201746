import * as m from '../../../web/paraglide/messages/_index.js'
import { said } from '../../http/say.ts'
import { facts, section, steps } from '../../http/section.ts'
import { type Markup, html } from '../../http/html.ts'
import { icon } from '../../http/icon.ts'
import { type Page, page } from '../../http/page.ts'
import type { CataloguePage } from './catalogue.ts'
import { judgesSection } from './judges-section.ts'
import { rubricSection } from './rubric-section.ts'

interface Facts {
  challenge: CataloguePage
  signedIn: boolean
}

/**
 * The page of one challenge: what it is about, how and by whom it is reviewed, and how long it
 * takes.
 */
export function challengePage({ challenge, signedIn }: Facts): Page {
  const { id, title, summary, skill, skillName, licence, version } = challenge
  return page({
    title: said(m.pages_challenge_title, { title, skill: skillName.toLowerCase() }),
    description: summary,
    path: `/challenges/${id}`,
    indexed: true,
    body: html`<div class="page">
      <a class="back" href="/challenges">${icon('left')}${said(m.pages_challenge_back)}</a>
      <header class="page-head">
        <p class="label">
          ${said(m.pages_challenge_in)} <a href="/challenges?skill=${skill}">${skillName}</a>
        </p>
        <h1>${title}</h1>
        <p class="lead">${summary}</p>
        <div class="actions">
          <a class="button primary button-large" href="/start/${id}"
            >${said(m.pages_challenge_begin)}</a
          >
        </div>
        ${
          !signedIn &&
          html`<p class="fine">
            ${said(m.pages_challenge_begin_hint)}
            <a href="/join">${said(m.pages_challenge_begin_join)}</a>
          </p>`
        }
      </header>
      ${price(challenge)} ${takes(challenge)} ${howItGoes(challenge)}
      ${rubricSection(challenge.rubric)} ${judgesSection(challenge)} ${award(challenge)}
      <p class="fine">
        ${said(m.pages_challenge_version, { version })}
        <a href="https://creativecommons.org/licenses/by/4.0/" rel="noopener noreferrer"
          >${licence}</a
        >
      </p>
    </div>`,
  })
}

function price({ price: cost }: CataloguePage): Markup {
  const { minutesToPlay, reviewsOwed, reviewMinutes, daysToDecision, againAfterDays } = cost
  return section({
    id: 'price',
    title: said(m.pages_challenge_price),
    fine: said(m.pages_challenge_price_hint),
    body: html`${facts([
        [
          said(m.pages_challenge_price_play),
          said(m.pages_challenge_price_minutes, { minutes: minutesToPlay }),
        ],
        [
          said(m.pages_challenge_price_give),
          said(m.pages_challenge_price_reviews, { count: reviewsOwed, minutes: reviewMinutes }),
        ],
        [
          said(m.pages_challenge_price_wait),
          said(m.pages_challenge_price_days, { days: daysToDecision }),
        ],
        [
          said(m.pages_challenge_price_again),
          said(m.pages_challenge_price_again_text, { days: againAfterDays }),
        ],
      ])}
      <p class="small soft narrow">${said(m.pages_challenge_price_odds)}</p>`,
  })
}

function takes(challenge: CataloguePage): Markup {
  const { promptCount, setting, difficulty, language, author, reviewedBy } = challenge
  return section({
    id: 'takes',
    title: said(m.pages_challenge_takes),
    body: facts([
      [said(m.pages_challenge_breaks), said(m.pages_challenge_breaks_text)],
      [said(m.pages_challenge_write), said(m.pages_challenge_write_text, { count: promptCount })],
      [said(m.pages_challenge_setting), setting],
      [said(m.pages_challenge_difficulty), said(m.pages_challenge_difficulty_text, { difficulty })],
      [
        said(m.pages_challenge_language),
        said(language === 'es' ? m.pages_challenge_language_es : m.pages_challenge_language_en),
      ],
      [
        said(m.pages_challenge_author),
        reviewedBy
          ? said(m.pages_challenge_read_by, { author, reader: reviewedBy })
          : said(m.pages_challenge_unread, { author }),
      ],
    ]),
  })
}

function howItGoes({ decideWithinDays: days }: CataloguePage): Markup {
  return section({
    id: 'steps',
    title: said(m.pages_challenge_steps),
    body: steps([
      [said(m.pages_challenge_step_1), said(m.pages_challenge_step_1_text)],
      [said(m.pages_challenge_step_2), said(m.pages_challenge_step_2_text)],
      [said(m.pages_challenge_step_3), said(m.pages_challenge_step_3_text, { days })],
      [said(m.pages_challenge_step_4), said(m.pages_challenge_step_4_text)],
    ]),
  })
}

function award({ id, skill, skillName }: CataloguePage): Markup {
  return section({
    id: 'award',
    title: said(m.pages_challenge_get),
    body: html`<div class="row">
        <img
          class="hallmark"
          data-size="medium"
          src="/badges/${skill}-3.svg"
          alt="${said(m.pages_hallmark, { skill: skillName })}"
          width="240"
          height="240"
        />
      </div>
      <p class="narrow">
        ${said(m.pages_challenge_get_text, { skill: skillName.toLowerCase() })}
        <a href="/how-it-works#badge">${said(m.pages_challenge_get_link)}</a>
      </p>
      <div class="actions">
        <a class="button" href="/start/${id}">${said(m.pages_challenge_begin)}</a>
      </div>`,
  })
}

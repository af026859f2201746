import * as m from '../../../web/paraglide/messages/_index.js'
import { type Markup, html } from '../../http/html.ts'
import { icon } from '../../http/icon.ts'
import { said } from '../../http/say.ts'
import { points, section } from '../../http/section.ts'
import { myNextMoveForVeterans, myNextMoveOf } from '../occupation/occupation.ts'
import type { CivilianWork, MilitaryAnswer } from './civilian-work.ts'
import { originWords, readingWords, sourceWords } from './code-words.ts'

/** How the code was read, and what was found under it, or where to look if there is nothing. */
export function answerSections(answer: MilitaryAnswer): Markup {
  const { occupations, titles } = answer
  return html`${readAs(answer)} ${occupations.length > 0 && work(answer)}
  ${titles.length > 0 && otherTitles(answer)}
  ${occupations.length + titles.length === 0 && nothing(answer)}`
}

function readAs({ code, readings, names, branches }: MilitaryAnswer): Markup {
  return section({
    id: 'read',
    title: said(m.pages_service_read, { code }),
    body: html`${points(readings.map(readingWords))}
    ${
      names.length > 0 &&
      points(
        names.map(({ name, ...source }) =>
          said(m.pages_service_name, { source: sourceWords(source), name }),
        ),
      )
    }
    ${
      branches.length > 1 &&
      html`<div class="notice">
        ${icon('note')}
        <p>${said(m.pages_service_several)}</p>
      </div>`
    }`,
  })
}

function work({ occupations, occupationSet }: MilitaryAnswer): Markup {
  return section({
    id: 'work',
    title: said(m.pages_service_work),
    fine: said(m.pages_service_work_hint),
    body: html`${
        occupationSet === 'starter' &&
        html`<div class="notice">
          ${icon('note')}
          <p>${said(m.pages_service_starter)}</p>
        </div>`
      }
      <ul class="ledger">
        ${occupations.map(entry)}
      </ul>`,
  })
}

function entry(each: CivilianWork): Markup {
  const { code, title, description, from } = each
  return html`<li class="stack" data-gap="2">
    <h3>${title}</h3>
    <p>${description}</p>
    ${skillsOf(each)}
    <p class="fine"><span class="tag">${originWords(each)}</span> ${sourceWords(from)}</p>
    <p class="fine">
      <a href="${myNextMoveOf(code)}" rel="noopener noreferrer"
        >${said(m.pages_service_next_move_of, { title })}</a
      >
    </p>
  </li>`
}

function skillsOf({ title, skills }: CivilianWork): Markup {
  if (skills.length === 0) return html`<p>${said(m.pages_service_not_apart)}</p>`
  return html`<p class="small soft">${said(m.pages_service_apart)}</p>
    <ul class="inline-list" aria-label="${said(m.pages_service_skills_of, { title })}">
      ${skills.map(
        ({ skill, name }) => html`<li><a href="/challenges?skill=${skill}">${name}</a></li>`,
      )}
    </ul>`
}

function otherTitles({ titles, occupations }: MilitaryAnswer): Markup {
  return section({
    id: 'titles',
    title: said(occupations.length > 0 ? m.pages_service_titles_more : m.pages_service_titles),
    fine: said(m.pages_service_titles_hint),
    body: html`${points(
        titles.map(({ title, from }) =>
          said(m.pages_service_title_of, { title, source: sourceWords(from) }),
        ),
      )}
      <p>${said(m.pages_service_titles_next)} ${nextMove()}</p>
      <p class="fine">${said(m.pages_service_credit)}</p>`,
  })
}

function nothing({ code }: MilitaryAnswer): Markup {
  return section({
    id: 'nothing',
    title: said(m.pages_service_nothing, { code }),
    body: html`<p class="narrow">${said(m.pages_service_nothing_why)}</p>
      <p class="narrow">${said(m.pages_service_nothing_next)} ${nextMove()}</p>`,
  })
}

const nextMove = () =>
  html`<a href="${myNextMoveForVeterans}" rel="noopener noreferrer"
    >${said(m.pages_service_next_move)}</a
  >`

import * as m from '../../../web/paraglide/messages/_index.js'
import { listed } from '../../foundation/reader/figures.ts'
import type { Reader } from '../../foundation/reader/reader.ts'
import { type Text, said } from '../../http/say.ts'
import { section } from '../../http/section.ts'
import { type Markup, html } from '../../http/html.ts'
import { icon } from '../../http/icon.ts'
import { type Page, page } from '../../http/page.ts'
import { type Skill, skillIds, skills } from '../../skills/skill.ts'
import type { CatalogueEntry } from './find-catalogue.ts'
import { skillWords } from './skill-words.ts'

interface Facts {
  entries: readonly CatalogueEntry[]
  /** The skill to filter by, if any. */
  skill?: Skill | undefined
}

/** The page of all challenges that can be started, by skill. */
export function challengesPage({ entries, skill }: Facts): Page {
  const offered = skillIds.filter((id) => entries.some((entry) => entry.skill === id))
  const shown = skill ? offered.filter((id) => id === skill) : offered
  return page({
    title: skill
      ? said(m.pages_challenges_title_skill, { skill: skills[skill].name })
      : said(m.pages_challenges_title),
    description: said(m.pages_challenges_description),
    path: '/challenges',
    indexed: true,
    body: html`<div class="page">
      <header class="page-head">
        <h1>${said(m.pages_challenges_heading)}</h1>
        <p class="lead">${said(m.pages_challenges_lead)}</p>
        ${offered.length > 0 && filter(offered, skill)}
        <p class="fine"><a href="/service">${said(m.pages_landing_service)}</a></p>
      </header>
      ${shown.map((id) =>
        skillSection(
          id,
          entries.filter((entry) => entry.skill === id),
        ),
      )}
      ${shown.length === 0 && nothing(entries.length === 0 ? undefined : skill)}
      ${!skill && offered.length > 0 && notYet(offered)}
    </div>`,
  })
}

function filter(offered: readonly Skill[], skill: Skill | undefined): Markup {
  const links: [id: Skill | undefined, words: Text][] = [
    [undefined, said(m.pages_challenges_all)],
    ...offered.map((id): [Skill, Text] => [id, skills[id].name]),
  ]
  return html`<nav aria-label="${said(m.pages_challenges_filter)}">
    <ul class="jumps">
      ${links.map(([id, words]) => {
        const here = id === skill && html`aria-current="page"`
        return html`<li>
          <a href="/challenges${id && `?skill=${id}`}" ${here}>${words}</a>
        </li>`
      })}
    </ul>
  </nav>`
}

function skillSection(skill: Skill, entries: readonly CatalogueEntry[]): Markup {
  return section({
    id: skill,
    title: skills[skill].name,
    fine: skillWords(skill),
    body: html`<ul class="ledger">
      ${entries.map(card)}
    </ul>`,
  })
}

function card(entry: CatalogueEntry): Markup {
  const { id, title, summary, setting, skill, minutes, promptCount, decideWithinDays } = entry
  return html`<li class="entry">
    <img class="hallmark entry-mark" src="/badges/${skill}-3.svg" alt="" width="240" height="240" />
    <div class="stack" data-gap="2">
      <h3><a href="/challenges/${id}">${title}</a></h3>
      <p>${summary}</p>
      <ul class="inline-list">
        <li>${icon('place')}${said(m.pages_challenges_setting, { setting })}</li>
        <li>${icon('clock')}${said(m.pages_challenges_minutes, { minutes })}</li>
        <li>${icon('pencil')}${said(m.pages_challenges_answers, { count: promptCount })}</li>
        <li>${icon('calendar')}${said(m.pages_challenges_decided, { days: decideWithinDays })}</li>
      </ul>
    </div>
  </li>`
}

/**
 * Shown if there are no challenges, with a link to how Mettle works, or if there are none of this
 * skill, with a link to all challenges.
 */
function nothing(skill: Skill | undefined): Markup {
  const [title, hint, address, words] = skill
    ? [
        said(m.pages_challenges_none_of, { skill: skills[skill].name.toLowerCase() }),
        said(m.pages_challenges_none_of_hint),
        '/challenges',
        said(m.pages_challenges_show_all),
      ]
    : [
        said(m.pages_challenges_none),
        said(m.pages_challenges_none_hint),
        '/how-it-works',
        said(m.pages_challenges_none_how),
      ]
  return html`<div class="empty">
    ${icon('book', true)}
    <h2>${title}</h2>
    <p>${hint}</p>
    <a class="button" href="${address}">${words}</a>
  </div>`
}

function notYet(offered: readonly Skill[]): Markup {
  const missing = skillIds.filter((id) => !offered.includes(id))
  const names = missing.map((id) => skills[id].name.toLowerCase())
  if (missing.length === 0) return html``
  return section({
    id: 'not-yet',
    title: said(m.pages_challenges_not_yet),
    body: html`<p class="narrow soft">
      ${said(m.pages_challenges_not_yet_text, { skills: (reader: Reader) => listed(reader, names) })}
    </p>`,
  })
}

import * as m from '../../../web/paraglide/messages/_index.js'
import { type Text, said } from '../../http/say.ts'
import { type Markup, html } from '../../http/html.ts'
import { type Page, page } from '../../http/page.ts'
import type { PublicAchievement } from '../achievement/find-achievement.ts'
import { asLevel, levelBar } from './level-bar.ts'
import type { Achievement } from '../document/open-badge.ts'

/** The level needed for a badge: selects its picture and is marked in the rubric. */
const needed = 3

/** The public page of an achievement: how it is earned, and the whole rubric. */
export function achievementPage({
  definition,
  skill,
  validityMonths,
  issuer,
}: PublicAchievement): Page {
  const { name, description, criteria, resultDescription, alignment = [] } = definition
  const validity =
    validityMonths === null
      ? said(m.badges_achievement_no_end)
      : said(m.badges_achievement_validity, { months: validityMonths })
  return page({
    title: said(m.badges_achievement_title, { skill: name }),
    description,
    indexed: true,
    head: html`<meta
      property="og:image"
      content="${issuer.origin}/badges/${skill}-${needed}-share.png"
    />`,
    body: html`<article class="page stack" data-gap="6">
      <header class="badge-head">
        <img
          class="hallmark"
          data-size="wide"
          src="/badges/${skill}-${needed}.svg"
          alt=""
          width="240"
          height="240"
        />
        <div class="stack" data-gap="3">
          <p class="label">
            ${said(m.badges_achievement_label)} <a href="${issuer.url}">${issuer.name}</a>
          </p>
          <h1>${name}</h1>
          <p class="lead">${description}</p>
        </div>
      </header>
      ${section(
        'criteria',
        said(m.badges_achievement_criteria),
        '',
        html`<p class="narrow">${criteria.narrative}</p>
          <p class="narrow">${validity}</p>`,
      )}
      ${section(
        'rubric',
        said(m.badges_achievement_rubric),
        said(m.badges_achievement_rubric_hint),
        html`<ul class="ledger">
          ${resultDescription.slice(1).map(criterion)}
        </ul>`,
      )}
      ${section(
        'fits',
        said(m.badges_achievement_alignment),
        said(m.badges_achievement_alignment_hint),
        html`<ul class="stack" data-gap="2">
            ${alignment.map(fits)}
          </ul>
          <p class="small">
            <a href="${definition.id}.json">${said(m.badges_achievement_file)}</a>
          </p>`,
      )}
    </article>`,
  })
}

function section(id: string, title: Text, fine: Text, body: Markup): Markup {
  return html`<section class="section" aria-labelledby="${id}">
    <div class="section-head">
      <h2 id="${id}">${title}</h2>
      ${fine && html`<p class="fine">${fine}</p>`}
    </div>
    <div class="section-body stack" data-gap="4">${body}</div>
  </section>`
}

function criterion({
  name,
  rubricCriterionLevel,
}: Achievement['resultDescription'][number]): Markup {
  return html`<li class="stack" data-gap="3">
    <h3>${name}</h3>
    ${rubricCriterionLevel.map(({ level, description = '' }) => {
      const [words, ...indicators] = description.split('\n')
      const isNeeded = asLevel(level) === needed
      return html`<div class="stack" data-gap="1">
        <p>
          <span class="small">${levelBar(asLevel(level))}</span>
          ${isNeeded && html`<span class="tag">${said(m.badges_achievement_needed)}</span>`}
        </p>
        <p>${words}</p>
        <ul class="small soft">
          ${indicators.map((indicator) => html`<li>${indicator.replace(/^- /, '– ')}</li>`)}
        </ul>
      </div>`
    })}
  </li>`
}

function fits({
  targetFramework,
  targetName,
  targetUrl,
}: NonNullable<Achievement['alignment']>[number]) {
  return html`<li>
    <a href="${targetUrl}" rel="noopener noreferrer nofollow">${targetName}</a>
    <span class="soft">${targetFramework}</span>
  </li>`
}

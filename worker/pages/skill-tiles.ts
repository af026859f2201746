import * as m from '../../web/paraglide/messages/_index.js'
import { said } from '../http/say.ts'
import { section } from '../http/section.ts'
import { type Markup, html } from '../http/html.ts'
import { type Skill, skillIds, skills } from '../skills/skill.ts'

/** All eight skills, and which of them have challenges today. */
export function eightSkills(catalogue: readonly { skill: string }[]): Markup {
  return section({
    id: 'skills',
    title: said(m.pages_landing_skills),
    fine: said(m.pages_landing_skills_hint),
    body: html`<ul class="skills">
      ${skillIds.map((skill) =>
        skillTile(skill, catalogue.filter((entry) => entry.skill === skill).length),
      )}
    </ul>`,
  })
}

function skillTile(skill: Skill, count: number): Markup {
  const { name } = skills[skill]
  return html`<li>
    <img
      class="hallmark"
      data-size="medium"
      src="/badges/${skill}-3.svg"
      alt=""
      width="240"
      height="240"
    />
    <span>
      ${count > 0 ? html`<a href="/challenges?skill=${skill}">${name}</a>` : name}
      <span class="fine"
        >${count > 0 ? said(m.pages_skill_challenges, { count }) : said(m.pages_landing_skill_none)}</span
      >
    </span>
  </li>`
}

import * as m from '../../web/paraglide/messages/_index.js'
import { said } from '../http/say.ts'
import { section } from '../http/section.ts'
import { type Markup, html } from '../http/html.ts'
import { skillWords } from '../scenarios/catalogue/skill-words.ts'
import { type Skill, skillIds, skills } from '../skills/skill.ts'

export interface Offer {
  id: string
  skill: string
  title: string
  summary: string
  minutes: number
}

/** All eight skills, each with a challenge that can be taken today, if there is one. */
export function eightSkills(catalogue: readonly Offer[]): Markup {
  return section({
    id: 'skills',
    title: said(m.pages_landing_skills),
    fine: said(m.pages_landing_skills_hint),
    body: html`<ul class="skills">
      ${skillIds.map((skill) =>
        skillTile(
          skill,
          catalogue.filter((entry) => entry.skill === skill),
        ),
      )}
    </ul>`,
  })
}

function skillTile(skill: Skill, [first, ...others]: readonly Offer[]): Markup {
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
    <div class="stack" data-gap="2">
      <p class="fine">
        ${
          first
            ? said(m.pages_landing_scene_facts, { skill: name, minutes: first.minutes })
            : html`<strong>${name}</strong>`
        }
      </p>
      ${
        first
          ? html`<h3><a href="/challenges/${first.id}">${first.title}</a></h3>
              <p class="small">${first.summary}</p>
              <p class="fine">${skillWords(skill)}</p>`
          : html`<p class="fine">${said(m.pages_landing_skill_none)}</p>`
      }
      ${
        others.length > 0 &&
        html`<p class="fine">
          <a href="/challenges?skill=${skill}"
            >${said(m.pages_skill_challenges, { count: others.length + 1 })}</a
          >
        </p>`
      }
    </div>
  </li>`
}

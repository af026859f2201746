import * as m from '../../../web/paraglide/messages/_index.js'
import { said } from '../../http/say.ts'
import { html } from '../../http/html.ts'
import { type Page, page } from '../../http/page.ts'
import { isSkill, skills } from '../../skills/skill.ts'
import type { PublicIssuer } from '../issuer/find-issuer.ts'
import { pilotNotice } from './notice.ts'

/** The public page of an issuer: which badges it gives, and how a program can check them. */
export function issuerPage(
  { did, name, url, origin, achievements }: PublicIssuer,
  { isPilot = false } = {},
): Page {
  const facts = { issuer: name }
  return page({
    title: said(m.badges_issuer_title, facts),
    description: said(m.badges_issuer_description, facts),
    indexed: true,
    body: html`<article class="page stack" data-gap="6">
      ${isPilot && pilotNotice()}
      <header class="page-head stack" data-gap="2">
        <p class="label">${said(m.badges_issuer_label)}</p>
        <h1>${name}</h1>
      </header>
      <section class="section" aria-labelledby="badges">
        <div class="section-head"><h2 id="badges">${said(m.badges_issuer_badges)}</h2></div>
        <div class="section-body">
          ${achievements.length === 0 && html`<p>${said(m.badges_issuer_none)}</p>`}
          <ul class="skills">
            ${achievements.map(
              ({ id, skill }) =>
                html`<li>
                  <img
                    class="hallmark"
                    data-size="medium"
                    src="/badges/${skill}-3.svg"
                    alt=""
                    width="240"
                    height="240"
                  />
                  <a href="${origin}/achievements/${id}"
                    >${isSkill(skill) ? skills[skill].name : skill}</a
                  >
                </li>`,
            )}
          </ul>
        </div>
      </section>
      <section class="section" aria-labelledby="keys">
        <div class="section-head">
          <h2 id="keys">${said(m.badges_issuer_keys)}</h2>
          <p class="fine">${said(m.badges_issuer_keys_hint)}</p>
        </div>
        <div class="section-body stack" data-gap="3">
          <dl class="facts">
            <div>
              <dt>${said(m.badges_issuer_did)}</dt>
              <dd class="mono small">${did}</dd>
            </div>
            <div>
              <dt>${said(m.badges_issuer_document)}</dt>
              <dd><a href="${url}/did.json">did.json</a></dd>
            </div>
          </dl>
          <p class="small">${said(m.badges_issuer_proves)}</p>
        </div>
      </section>
    </article>`,
  })
}

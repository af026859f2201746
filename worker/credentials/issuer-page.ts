import * as m from '../../web/paraglide/messages/_index.js'
import { html } from '../http/html.ts'
import { page } from '../http/page.ts'
import { isSkill, skills } from '../skills/skill.ts'
import type { PublicIssuer } from './find-issuer.ts'

const english = { locale: 'en' } as const

/** A programme as issuer: which badges it gives, and how a program checks them. */
export function issuerPage({ did, name, url, origin, achievements }: PublicIssuer): string {
  const facts = { issuer: name }
  return page({
    title: m.badges_issuer_title(facts, english),
    description: m.badges_issuer_description(facts, english),
    indexed: true,
    body: html`<article class="page stack" data-gap="6">
      <header class="page-head stack" data-gap="2">
        <p class="label">${m.badges_issuer_label({}, english)}</p>
        <h1>${name}</h1>
      </header>
      <section class="folio" aria-labelledby="badges">
        <div class="folio-head"><h2 id="badges">${m.badges_issuer_badges({}, english)}</h2></div>
        <div class="folio-body">
          ${achievements.length === 0 && html`<p>${m.badges_issuer_none({}, english)}</p>`}
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
      <section class="folio" aria-labelledby="keys">
        <div class="folio-head">
          <h2 id="keys">${m.badges_issuer_keys({}, english)}</h2>
          <p class="fine">${m.badges_issuer_keys_hint({}, english)}</p>
        </div>
        <div class="folio-body stack" data-gap="3">
          <dl class="facts">
            <div>
              <dt>${m.badges_issuer_did({}, english)}</dt>
              <dd class="mono small">${did}</dd>
            </div>
            <div>
              <dt>${m.badges_issuer_document({}, english)}</dt>
              <dd><a href="${url}/did.json">did.json</a></dd>
            </div>
          </dl>
          <p class="small">${m.badges_issuer_proves({}, english)}</p>
        </div>
      </section>
    </article>`,
  })
}

import * as m from '../../../web/paraglide/messages/_index.js'
import { said } from '../../http/say.ts'
import { type Markup, html } from '../../http/html.ts'
import type { TrustLine } from './trust-lines.ts'

/** The trust panel: a mark and words for each question, and how to check the badge elsewhere. */
export function trustSection(lines: TrustLine[], address: string): Markup {
  const host = new URL(address).host
  return html`<section class="section" aria-labelledby="trust">
    <div class="section-head">
      <h2 id="trust">${said(m.badges_trust)}</h2>
      <p class="fine">${said(m.badges_trust_hint)}</p>
    </div>
    <div class="section-body stack" data-gap="5">
      <ul class="proofs">
        ${lines.map(trustLine)}
      </ul>
      <p class="small print-only">${said(m.badges_believe_print, { host })}</p>
      <p class="small screen-only">
        ${said(m.badges_believe)} <a href="${address}.json">${said(m.badges_file)}</a>
      </p>
    </div>
  </section>`
}

function trustLine({ verdict, question, answer, sentence }: TrustLine): Markup {
  return html`<li>
    <svg class="struck" data-kind="${verdict}" aria-hidden="true">
      <use href="/icons.svg#struck-${verdict}" />
    </svg>
    <h3>${question}: <span class="verdict">${answer}</span></h3>
    ${sentence && html`<p>${sentence}</p>`}
  </li>`
}

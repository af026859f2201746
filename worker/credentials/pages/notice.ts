import * as m from '../../../web/paraglide/messages/_index.js'
import { type Markup, html } from '../../http/html.ts'
import { type Text, said } from '../../http/say.ts'

/** What a reader must see before the rest of a page. */
export function noticeOf(kind: 'danger' | 'caution', title: Text, hint: Text): Markup {
  return html`<div class="notice" data-kind="${kind}">
    <svg class="icon" aria-hidden="true"><use href="/icons.svg#alert" /></svg>
    <div>
      <strong>${title}</strong>
      <p>${hint}</p>
    </div>
  </div>`
}

/**
 * Each badge contains the address of its instance. That of a pilot can be one on workers.dev, which
 * does not stay (`npm run deploy -- --pilot`).
 */
export const pilotNotice = () =>
  noticeOf('caution', said(m.badges_pilot), said(m.badges_pilot_hint))

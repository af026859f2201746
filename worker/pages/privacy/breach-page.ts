import * as m from '../../../web/paraglide/messages/_index.js'
import { type Markup, html } from '../../http/html.ts'
import { type Page, page } from '../../http/page.ts'
import { type Plain, said } from '../../http/say.ts'
import { facts, points, section } from '../../http/section.ts'
import { sealedColumns } from '../../insights/personal/sealed-columns.ts'
import { keyChanges } from './key-changes.ts'
import { officeHead, paragraph, toPrivacy } from './office-head.ts'
import { table } from './table.ts'
import { fold } from './topic-fold.ts'

/** What to do after a breach. Which columns were encrypted comes from the tables themselves. */
export function breachPage(): Page {
  return page({
    title: said(m.office_breach_title),
    path: '/privacy/breach',
    body: html`<div class="page">
      ${officeHead(
        m.office_breach_heading,
        m.office_breach_lead,
        html`<p class="fine screen-only">${said(m.office_print)}</p>`,
      )}
      ${section({ id: 'first', title: said(m.office_breach_first), body: firstHour() })}
      ${section({ id: 'who', title: said(m.office_breach_who), body: whoToTell() })}
      ${section({ id: 'sealed', title: said(m.office_breach_sealed), body: whatWasSealed() })}
      ${section({ id: 'keys', title: said(m.office_breach_keys), body: keys() })}
      ${section({
        id: 'letter',
        title: said(m.office_breach_letter),
        fine: said(m.office_breach_letter_hint),
        body: html`${letter.map((words) => paragraph(words))} ${toPrivacy}`,
      })}
    </div>`,
  })
}

function firstHour(): Markup {
  const steps = [
    m.office_breach_first_note,
    m.office_breach_first_stop,
    m.office_breach_first_keys,
    m.office_breach_first_save,
    m.office_breach_first_ask,
  ]
  return html`<ol class="ledger numbered">
    ${steps.map((step) => html`<li><p>${said(step)}</p></li>`)}
  </ol>`
}

function whoToTell(): Markup {
  return facts([
    [said(m.office_breach_who_programmes), said(m.office_breach_who_programmes_text)],
    [said(m.office_breach_who_authority), said(m.office_breach_who_authority_text)],
    [said(m.office_breach_who_people), said(m.office_breach_who_people_text)],
    [said(m.office_breach_who_us), said(m.office_breach_who_us_text)],
    [said(m.office_breach_who_record), said(m.office_breach_who_record_text)],
  ])
}

function whatWasSealed(): Markup {
  return html`${points([
    said(m.office_breach_sealed_copy),
    said(m.office_breach_sealed_clear),
    said(m.office_breach_sealed_both),
  ])}
  ${fold(
    said(m.office_breach_sealed_all),
    table({
      caption: m.office_breach_table_caption,
      headings: [m.office_breach_table, m.office_breach_table_sealed, m.office_breach_table_clear],
      rows: sealedColumns().map((each) => [
        html`${each.table}`,
        html`${each.sealed.join(', ') || said(m.office_breach_table_none)}`,
        html`${each.clear.join(', ')}`,
      ]),
    }),
  )}`
}

function keys(): Markup {
  return html`${paragraph(m.office_breach_keys_text)}
  ${table({
    caption: m.office_breach_keys_caption,
    headings: [
      m.office_breach_keys_known,
      m.office_breach_keys_command,
      m.office_breach_keys_effect,
    ],
    rows: keyChanges.map(({ known, command, effect }) => [
      html`${said(known)}`,
      html`<code>${command}</code>`,
      html`${said(effect)}`,
    ]),
  })}`
}

const letter: Plain[] = [
  m.office_breach_letter_1,
  m.office_breach_letter_2,
  m.office_breach_letter_3,
  m.office_breach_letter_4,
]

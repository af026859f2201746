import * as m from '../../../web/paraglide/messages/_index.js'
import { type Markup, html } from '../../http/html.ts'
import { type Page, page } from '../../http/page.ts'
import { type Text, said } from '../../http/say.ts'
import { points, section } from '../../http/section.ts'
import { recordRows } from './record.ts'
import { officeHead, paragraph, toPrivacy } from './office-head.ts'
import { table } from './table.ts'
import { lines } from './topic-fold.ts'

/** The record of processing that a programme's office keeps, made from the register. */
export function recordPage(): Page {
  return page({
    title: said(m.office_record_title),
    path: '/privacy/record',
    body: html`<div class="page page-wide">
      ${officeHead(
        m.office_record_heading,
        m.office_record_lead,
        html`<p class="actions">
          <a class="button" href="/privacy/record.csv" download
            >${said(m.office_record_download)}</a
          >
        </p>`,
      )}
      ${records()}
      ${section({
        id: 'add',
        title: said(m.office_record_add),
        body: points([
          said(m.office_record_add_controller),
          said(m.office_record_add_companies),
          said(m.office_record_add_countries),
          said(m.office_record_add_people),
        ]),
      })}
      ${section({
        id: 'safe',
        title: said(m.office_record_safe),
        body: points([
          said(m.office_record_safe_sealed),
          said(m.office_record_safe_doors),
          said(m.office_record_safe_trail),
        ]),
      })}
      ${section({
        id: 'request',
        title: said(m.office_record_request),
        body: html`${paragraph(m.office_record_request_text)} ${toPrivacy}`,
      })}
    </div>`,
  })
}

/** The page's table is narrower than the file, so some columns share a cell. */
const headings = [
  m.office_record_activity,
  m.office_record_categories,
  m.office_record_purpose,
  m.office_record_recipients,
  m.office_record_term,
]

function records(): Markup {
  return table({
    caption: m.office_record_caption,
    headings,
    rows: recordRows().map((row) => [
      html`${lines(row.activity)} ${fine(row.tables)}`,
      html`${lines(row.categories)} ${fine(row.whose)}`,
      html`${lines(row.purpose)} ${fine(row.basis)}`,
      lines(row.recipients),
      html`${lines(row.term)} ${fine([said(m.office_record_erased)])} ${lines(row.erased)}`,
    ]),
  })
}

const fine = (all: readonly Text[]) => html`${all.map((line) => html`<p class="fine">${line}</p>`)}`

import * as m from '../../../web/paraglide/messages/_index.js'
import { html } from '../../http/html.ts'
import type { Page } from '../../http/page.ts'
import { type Plain, said } from '../../http/say.ts'
import { points, section } from '../../http/section.ts'
import { backupDays, undoDays } from '../../accounts/erasure/erasure.ts'
import { contactSection } from '../contact.ts'
import { paragraphs, prosePage } from '../prose-page.ts'
import { goodToKnow } from './good-to-know.ts'
import { lengthOf } from './term-words.ts'
import { topicFold } from './topic-fold.ts'
import { topicFacts } from './topic-words.ts'

interface Facts {
  contact: string
}

/**
 * What is kept about a person, why, how long, who sees it, how to take it and how to erase it. The
 * topics come from the register of personal rows, every term from the retention table.
 */
export function privacyPage({ contact }: Facts): Page {
  return prosePage({
    path: '/privacy',
    title: m.privacy_title_page,
    description: m.privacy_title_lead,
    heading: m.privacy_title_heading,
    lead: m.privacy_title_lead,
    body: html`${section({
      id: 'short',
      title: said(m.privacy_title_short),
      body: points(inShort.map((sentence) => said(sentence))),
    })}
    ${section({
      id: 'kept',
      title: said(m.privacy_title_kept),
      fine: said(m.privacy_title_kept_fine),
      body: html`<div>${topicFacts().map((facts) => topicFold(facts))}</div>`,
    })}
    ${section({
      id: 'take',
      title: said(m.privacy_title_take),
      body: html`${paragraphs(m.privacy_take_how, m.privacy_take_names)} ${toSettings}`,
    })}
    ${section({ id: 'erase', title: said(m.privacy_title_erase), body: erasing })}
    ${section({ id: 'more', title: said(m.privacy_title_more), body: goodToKnow() })}
    ${section({ id: 'office', title: said(m.privacy_title_office), body: forProgrammes })}
    ${contactSection(contact, m.pages_contact, m.pages_contact_text)}`,
  })
}

const inShort: Plain[] = [
  m.privacy_short_found,
  m.privacy_short_name,
  m.privacy_short_identity,
  m.privacy_short_sealed,
  m.privacy_short_track,
  m.privacy_short_end,
]

const toSettings = html`<p><a href="/settings">${said(m.privacy_title_settings)}</a></p>`

const erasing = html`${points([
  said(m.privacy_erase_start),
  said(m.privacy_erase_undo, { undo: lengthOf({ days: undoDays }) }),
  said(m.privacy_erase_final),
  said(m.privacy_erase_backups, { backups: lengthOf({ days: backupDays }) }),
  said(m.privacy_erase_badge),
])}
${toSettings}`

const forProgrammes = html`${paragraphs(m.privacy_title_office_text)}
  <ul class="jumps">
    <li><a href="/privacy/record">${said(m.privacy_title_record)}</a></li>
    <li><a href="/privacy/breach">${said(m.privacy_title_breach)}</a></li>
  </ul>`

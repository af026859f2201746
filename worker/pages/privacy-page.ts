import * as m from '../../web/paraglide/messages/_index.js'
import { said } from '../http/say.ts'
import { facts, section, points } from '../http/section.ts'
import { html } from '../http/html.ts'
import { contactSection } from './contact.ts'
import type { Page } from '../http/page.ts'
import { paragraphs, prosePage } from './prose-page.ts'

interface Facts {
  contact: string
}

/** What is stored about a person, who sees it, for how long, and how to end it. */
export function privacyPage({ contact }: Facts): Page {
  return prosePage({
    path: '/privacy',
    title: m.pages_privacy_title,
    description: m.pages_privacy_description,
    heading: m.pages_privacy_heading,
    lead: m.pages_privacy_lead,
    body: html`${section({
      id: 'short',
      title: said(m.pages_privacy_short),
      body: points([
        said(m.pages_privacy_short_1),
        said(m.pages_privacy_short_2),
        said(m.pages_privacy_short_3),
        said(m.pages_privacy_short_4),
      ]),
    })}
    ${section({ id: 'kept', title: said(m.pages_privacy_kept), body: whatIsKept() })}
    ${section({ id: 'who', title: said(m.pages_privacy_who), body: whoSees() })}
    ${section({ id: 'age', title: said(m.pages_privacy_age), body: paragraphs(m.pages_privacy_age_text) })}
    ${section({
      id: 'device',
      title: said(m.pages_privacy_device),
      body: paragraphs(m.pages_privacy_device_text),
    })}
    ${section({
      id: 'long',
      title: said(m.pages_privacy_long),
      body: points([
        said(m.pages_privacy_long_1),
        said(m.pages_privacy_long_2),
        said(m.pages_privacy_long_3),
      ]),
    })}
    ${section({
      id: 'rights',
      title: said(m.pages_privacy_rights),
      body: paragraphs(m.pages_privacy_rights_text),
    })}
    ${section({
      id: 'decide',
      title: said(m.pages_privacy_decide),
      body: html`${paragraphs(m.pages_privacy_decide_text)}
        <p><a href="/how-it-works#decision">${said(m.pages_privacy_decide_link)}</a></p>`,
    })}
    ${section({
      id: 'where',
      title: said(m.pages_privacy_where),
      body: paragraphs(m.pages_privacy_where_text),
    })}
    ${contactSection(contact, m.pages_contact, m.pages_contact_text)}`,
  })
}

function whatIsKept() {
  return facts([
    [said(m.pages_privacy_kept_account), said(m.pages_privacy_kept_account_text)],
    [said(m.pages_privacy_kept_answers), said(m.pages_privacy_kept_answers_text)],
    [said(m.pages_privacy_kept_reviews), said(m.pages_privacy_kept_reviews_text)],
    [said(m.pages_privacy_kept_badges), said(m.pages_privacy_kept_badges_text)],
    [said(m.pages_privacy_kept_visibility), said(m.pages_privacy_kept_visibility_text)],
    [said(m.pages_privacy_kept_interviews), said(m.pages_privacy_kept_interviews_text)],
    [said(m.pages_privacy_kept_trail), said(m.pages_privacy_kept_trail_text)],
  ])
}

function whoSees() {
  return facts([
    [said(m.pages_privacy_who_reviewers), said(m.pages_privacy_who_reviewers_text)],
    [said(m.pages_privacy_who_coach), said(m.pages_privacy_who_coach_text)],
    [said(m.pages_privacy_who_admin), said(m.pages_privacy_who_admin_text)],
    [said(m.pages_privacy_who_employers), said(m.pages_privacy_who_employers_text)],
    [said(m.pages_privacy_who_everyone), said(m.pages_privacy_who_everyone_text)],
  ])
}

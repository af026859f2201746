import * as m from '../../web/paraglide/messages/_index.js'
import { say } from '../http/english.ts'
import { facts, folio, points } from '../http/folio.ts'
import { html } from '../http/html.ts'
import { contactFolio } from './contact.ts'
import { paragraphs, prosePage } from './prose-page.ts'

interface Facts {
  contact: string
  signedIn: boolean
}

/** What is kept about a person, who sees it, how long, and how to end it. */
export function privacyPage({ contact, signedIn }: Facts): string {
  return prosePage({
    path: '/privacy',
    title: m.pages_privacy_title,
    description: m.pages_privacy_description,
    heading: m.pages_privacy_heading,
    lead: m.pages_privacy_lead,
    signedIn,
    body: html`${folio({
      id: 'short',
      title: say(m.pages_privacy_short),
      body: points([
        say(m.pages_privacy_short_1),
        say(m.pages_privacy_short_2),
        say(m.pages_privacy_short_3),
        say(m.pages_privacy_short_4),
      ]),
    })}
    ${folio({ id: 'kept', title: say(m.pages_privacy_kept), body: whatIsKept() })}
    ${folio({ id: 'who', title: say(m.pages_privacy_who), body: whoSees() })}
    ${folio({ id: 'age', title: say(m.pages_privacy_age), body: paragraphs(m.pages_privacy_age_text) })}
    ${folio({
      id: 'device',
      title: say(m.pages_privacy_device),
      body: paragraphs(m.pages_privacy_device_text),
    })}
    ${folio({
      id: 'long',
      title: say(m.pages_privacy_long),
      body: points([
        say(m.pages_privacy_long_1),
        say(m.pages_privacy_long_2),
        say(m.pages_privacy_long_3),
      ]),
    })}
    ${folio({
      id: 'rights',
      title: say(m.pages_privacy_rights),
      body: paragraphs(m.pages_privacy_rights_text),
    })}
    ${folio({
      id: 'decide',
      title: say(m.pages_privacy_decide),
      body: html`${paragraphs(m.pages_privacy_decide_text)}
        <p><a href="/how-it-works#decision">${say(m.pages_privacy_decide_link)}</a></p>`,
    })}
    ${folio({
      id: 'where',
      title: say(m.pages_privacy_where),
      body: paragraphs(m.pages_privacy_where_text),
    })}
    ${contactFolio(contact, m.pages_contact, m.pages_contact_text)}`,
  })
}

function whatIsKept() {
  return facts([
    [say(m.pages_privacy_kept_account), say(m.pages_privacy_kept_account_text)],
    [say(m.pages_privacy_kept_answers), say(m.pages_privacy_kept_answers_text)],
    [say(m.pages_privacy_kept_reviews), say(m.pages_privacy_kept_reviews_text)],
    [say(m.pages_privacy_kept_badges), say(m.pages_privacy_kept_badges_text)],
    [say(m.pages_privacy_kept_visibility), say(m.pages_privacy_kept_visibility_text)],
    [say(m.pages_privacy_kept_interviews), say(m.pages_privacy_kept_interviews_text)],
    [say(m.pages_privacy_kept_trail), say(m.pages_privacy_kept_trail_text)],
  ])
}

function whoSees() {
  return facts([
    [say(m.pages_privacy_who_reviewers), say(m.pages_privacy_who_reviewers_text)],
    [say(m.pages_privacy_who_coach), say(m.pages_privacy_who_coach_text)],
    [say(m.pages_privacy_who_admin), say(m.pages_privacy_who_admin_text)],
    [say(m.pages_privacy_who_employers), say(m.pages_privacy_who_employers_text)],
    [say(m.pages_privacy_who_everyone), say(m.pages_privacy_who_everyone_text)],
  ])
}

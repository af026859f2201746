import * as m from '../../web/paraglide/messages/_index.js'
import { say } from '../http/english.ts'
import { folio, points } from '../http/folio.ts'
import { html } from '../http/html.ts'
import { contactFolio } from './contact.ts'
import { paragraphs, prosePage } from './prose-page.ts'

interface Facts {
  contact: string
  signedIn: boolean
}

/** What is done so that everybody can use Mettle, and what is still missing. */
export function accessibilityPage({ contact, signedIn }: Facts): string {
  return prosePage({
    path: '/accessibility',
    title: m.pages_accessibility_title,
    description: m.pages_accessibility_description,
    heading: m.pages_accessibility_heading,
    lead: m.pages_accessibility_lead,
    signedIn,
    body: html`${folio({
      id: 'does',
      title: say(m.pages_accessibility_does),
      body: points([
        say(m.pages_accessibility_does_1),
        say(m.pages_accessibility_does_2),
        say(m.pages_accessibility_does_3),
        say(m.pages_accessibility_does_4),
        say(m.pages_accessibility_does_5),
        say(m.pages_accessibility_does_6),
        say(m.pages_accessibility_does_7),
        say(m.pages_accessibility_does_8),
      ]),
    })}
    ${folio({
      id: 'tested',
      title: say(m.pages_accessibility_tested),
      body: paragraphs(m.pages_accessibility_tested_text),
    })}
    ${folio({
      id: 'missing',
      title: say(m.pages_accessibility_not),
      body: points([
        say(m.pages_accessibility_not_1),
        say(m.pages_accessibility_not_2),
        say(m.pages_accessibility_not_3),
      ]),
    })}
    ${contactFolio(contact, m.pages_accessibility_tell, m.pages_accessibility_tell_text)}`,
  })
}

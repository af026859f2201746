import * as m from '../../web/paraglide/messages/_index.js'
import { said } from '../http/say.ts'
import { section, points } from '../http/section.ts'
import { html } from '../http/html.ts'
import { contactSection } from './contact.ts'
import type { Page } from '../http/page.ts'
import { paragraphs, prosePage } from './prose-page.ts'

interface Facts {
  contact: string
}

/** What Mettle does for accessibility, and what is still missing. */
export function accessibilityPage({ contact }: Facts): Page {
  return prosePage({
    path: '/accessibility',
    title: m.pages_accessibility_title,
    description: m.pages_accessibility_description,
    heading: m.pages_accessibility_heading,
    lead: m.pages_accessibility_lead,
    body: html`${section({
      id: 'does',
      title: said(m.pages_accessibility_does),
      body: points([
        said(m.pages_accessibility_does_1),
        said(m.pages_accessibility_does_2),
        said(m.pages_accessibility_does_3),
        said(m.pages_accessibility_does_4),
        said(m.pages_accessibility_does_5),
        said(m.pages_accessibility_does_6),
        said(m.pages_accessibility_does_7),
        said(m.pages_accessibility_does_8),
      ]),
    })}
    ${section({
      id: 'tested',
      title: said(m.pages_accessibility_tested),
      body: paragraphs(m.pages_accessibility_tested_text),
    })}
    ${section({
      id: 'missing',
      title: said(m.pages_accessibility_not),
      body: points([
        said(m.pages_accessibility_not_1),
        said(m.pages_accessibility_not_2),
        said(m.pages_accessibility_not_3),
      ]),
    })}
    ${contactSection(contact, m.pages_accessibility_tell, m.pages_accessibility_tell_text)}`,
  })
}

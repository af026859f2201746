import * as m from '../../../web/paraglide/messages/_index.js'
import type { Topic } from '../../foundation/personal-rows.ts'
import type { Said, Spoken } from '../../http/say.ts'

type Words = Record<string, readonly Spoken<{ term: Said }>[]>

/**
 * What ends after each term, by topic and table, in the order of `retention.ts`. The rows of one
 * table can belong to several topics: a claim is about its reviewer and about an author.
 */
export const termWords: Partial<Record<Topic, Words>> = {
  account: {
    admissions: [m.privacy_term_admissions, m.privacy_term_admissions_unanswered],
    invitations: [m.privacy_term_invitations],
  },
  'sign-in': {
    sign_ins: [m.privacy_term_sign_ins],
    long_codes: [m.privacy_term_long_codes],
    sessions: [m.privacy_term_sessions],
  },
  notices: {
    mail_outcomes: [m.privacy_term_mail_outcomes],
    mail_suppressions: [m.privacy_term_mail_suppressions],
    notifications: [m.privacy_term_notifications],
    read_versions: [m.privacy_term_read_versions],
  },
  answers: {
    drafts: [m.privacy_term_drafts],
    superseded_drafts: [m.privacy_term_superseded_drafts],
    claims: [m.privacy_term_author_claims, m.privacy_term_author_claims_returned],
    review_drafts: [m.privacy_term_author_review_drafts],
  },
  reviews: {
    claims: [m.privacy_term_claims, m.privacy_term_claims_returned],
    review_drafts: [m.privacy_term_review_drafts],
  },
  badges: {
    awaited_awards: [m.privacy_term_awaited_awards],
  },
  consents: {
    disclosures: [m.privacy_term_disclosures],
  },
  interviews: {
    interview_requests: [
      m.privacy_term_interview_requests,
      m.privacy_term_interview_requests_draft,
    ],
    request_messages: [m.privacy_term_request_messages],
  },
  staff: {
    invitations: [m.privacy_term_staff_invitations],
    admissions: [m.privacy_term_staff_admissions, m.privacy_term_staff_admissions_unanswered],
    disclosures: [m.privacy_term_staff_disclosures],
    searches: [m.privacy_term_searches],
    interview_requests: [m.privacy_term_staff_requests, m.privacy_term_staff_requests_draft],
    request_messages: [m.privacy_term_request_messages],
  },
  technical: {
    idempotency_keys: [m.privacy_term_idempotency_keys],
  },
}

/** A table whose rows end: `days` after the moment in `old`, where ?1 is that moment of a row that ends now. */
interface Term {
  days: number
  /** The columns of its primary key. */
  key: string
  /** Which rows end. The first column it compares has an index. */
  old: string
  /** What that index is ordered by: the oldest rows go first. */
  by: string
}

/** A table that the clock deletes nothing of, and why. */
interface Kept {
  kept: string
}

const withAccount: Kept = { kept: 'as long as the account' }
const withOrganization: Kept = { kept: 'as long as the organization' }
const withSubmission: Kept = { kept: 'as long as the submission: what a decision was made of' }
const withAward: Kept = {
  kept: 'what was signed can be checked for as long as copies of it are about',
}
const published: Kept = { kept: 'what people were judged by, word for word' }
const withRequest: Kept = { kept: 'as long as the interview request' }
const receipt: Kept = { kept: 'the proof of what was agreed to, and of its end' }

/** Every table of the schema. test/worker/retention/ compares it with the database and tries each term. */
export const retention: Record<string, Term | Kept> = {
  // A note that may run again finds what it did before under its key.
  idempotency_keys: {
    days: 7,
    key: 'account_id, key',
    old: `at <= ?1 AND NOT (account_id = 'system' AND key LIKE 'outbox:%' AND EXISTS (
      SELECT 1 FROM outbox WHERE id = substr(key, 8, 36) AND done_at IS NULL))`,
    by: 'at',
  },
  outbox: { days: 7, key: 'id', old: 'done_at IS NOT NULL AND done_at <= ?1', by: 'done_at' },
  guard: { kept: 'never holds a row' },
  // The longest window is two days, so none of these still counts.
  counters: { days: 2, key: 'key, starts_at', old: 'starts_at <= ?1', by: 'starts_at' },
  audit_entries: { kept: 'append-only: who did what, for good; it names nobody' },

  accounts: { kept: 'until its owner erases it' },
  sign_ins: { days: 1, key: 'id_hash', old: 'created_at <= ?1', by: 'created_at' },
  long_codes: { days: 1, key: 'email_index', old: 'mailed_at <= ?1', by: 'mailed_at' },
  sessions: {
    days: 1,
    key: 'token_hash',
    old: 'min(expires_at, seen_at + idle_seconds * 1000) <= ?1',
    by: 'min(expires_at, seen_at + idle_seconds * 1000)',
  },
  memberships: withAccount,
  invitations: withOrganization,
  setup_tokens: { kept: 'one at each set-up' },

  notifications: { days: 180, key: 'id', old: 'at <= ?1', by: 'at' },
  mail_preferences: withAccount,
  mail_refusals: { kept: 'what somebody asked for, without their address' },

  organizations: { kept: 'what badges, consents and requests name' },
  domains: withOrganization,
  organization_changes: withOrganization,
  cohorts: withOrganization,
  cohort_members: withOrganization,
  coachings: { kept: 'who knows a student is never to judge them' },
  admissions: {
    days: 180,
    key: 'id',
    old: 'decided_at IS NOT NULL AND decided_at <= ?1',
    by: 'decided_at',
  },
  approvals: withOrganization,
  consents: receipt,
  consent_withdrawals: receipt,
  disclosures: { kept: 'the student’s log of who saw what; requests point at it' },

  rubric_versions: published,
  challenges: published,
  challenge_versions: published,
  challenge_parts: { kept: 'gone when the version they make is published' },

  attempts: withAccount,
  turns: withAccount,
  drafts: { kept: 'the texts of an attempt that lapsed begin the next one' },
  draft_losers: {
    days: 30,
    key: 'id',
    old: `lost_at <= ?1 AND EXISTS (SELECT 1 FROM attempts t WHERE t.id = attempt_id
      AND t.state IN ('closed', 'lapsed') AND t.ended_at <= ?1 AND NOT EXISTS (
        SELECT 1 FROM rounds r WHERE r.attempt_id = t.id AND r.closed_at > ?1))`,
    by: 'lost_at',
  },
  rounds: withSubmission,
  submissions: withAccount,
  forgone_challenges: { kept: 'who has read a key must not take that challenge later' },

  submission_queue: withSubmission,
  // Before the claims they belong to.
  review_drafts: {
    days: 30,
    key: 'claim_id',
    old: 'updated_at <= ?1 AND EXISTS (SELECT 1 FROM claims c WHERE c.id = claim_id AND c.ended_at <= ?1)',
    by: 'updated_at',
  },
  // A review that was handed in after its lease stays, and so does its claim.
  claims: {
    days: 30,
    key: 'id',
    old: `end_reason = 'lapsed' AND ended_at <= ?1
      AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.claim_id = claims.id)
      AND NOT EXISTS (SELECT 1 FROM review_drafts d WHERE d.claim_id = claims.id)`,
    by: 'ended_at',
  },
  reviews: withSubmission,
  ratings: withSubmission,
  practice_results: { kept: 'until the last membership ends: reviews/claim/release-member.ts' },
  bars: { kept: 'two who know each other never judge each other' },
  reviewer_records: withAccount,
  review_pools: withOrganization,
  promises: withSubmission,
  reminders: withSubmission,
  estimates: withSubmission,
  decisions: withSubmission,

  issuers: withAward,
  issuer_keys: withAward,
  achievements: withAward,
  credential_templates: withAward,
  status_lists: withAward,
  credentials: withAward,
  credential_versions: withAward,
  credential_ends: withAward,
  credential_holds: withAward,

  visibilities: { kept: 'gone when the student switches it off or it expires' },
  visible_credentials: { kept: 'gone with the visibility' },
  blocks: withAccount,
  pseudonyms: { kept: 'an employer calls a student by one name' },
  openings: withOrganization,
  opening_versions: withOrganization,
  searches: { days: 90, key: 'id', old: 'at <= ?1', by: 'at' },

  interview_requests: { kept: 'until requests end after 24 months, with all that belongs to them' },
  request_editions: withRequest,
  slots: withRequest,
  bookings: withRequest,
  interview_events: withRequest,

  shown_groups: { kept: 'without it the figures of two groups could be compared again' },
  group_figures: { kept: 'one row a group, replaced each day' },
}

import { partsOfRequest, termsOfRequests } from './terms-of-requests.ts'
import type { Retained, Retention, Term } from './term.ts'

const retained = (why: string, ...tables: string[]): Record<string, Retained> =>
  Object.fromEntries(tables.map((table) => [table, { retained: why }]))

/** Keeps claims whose review was handed in after the lease, or undone. */
const withoutReview = `ended_at <= ?1
  AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.claim_id = claims.id)
  AND NOT EXISTS (SELECT 1 FROM review_drafts d WHERE d.claim_id = claims.id)`

const ending: Record<string, Term | readonly Term[]> = {
  // A note that may run again finds what it has done by its key.
  idempotency_keys: {
    days: 7,
    key: 'account_id, key',
    old: `at <= ?1 AND NOT (account_id = 'system' AND key LIKE 'outbox:%' AND EXISTS (
      SELECT 1 FROM outbox WHERE id = substr(key, 8, 36) AND done_at IS NULL))`,
    by: 'at',
  },
  outbox: { days: 7, key: 'id', old: 'done_at IS NOT NULL AND done_at <= ?1', by: 'done_at' },
  // The longest window is two days, so older counters no longer count.
  counters: { days: 2, key: 'key, starts_at', old: 'starts_at <= ?1', by: 'starts_at' },
  sign_ins: { days: 1, key: 'id_hash', old: 'created_at <= ?1', by: 'created_at' },
  long_codes: { days: 1, key: 'email_index', old: 'mailed_at <= ?1', by: 'mailed_at' },
  sessions: {
    days: 1,
    key: 'token_hash',
    old: 'min(expires_at, seen_at + idle_seconds * 1000) <= ?1',
    by: 'min(expires_at, seen_at + idle_seconds * 1000)',
  },
  // A result is marked as new for 14 days, an answer to a request for 70: web/*/home/.
  read_versions: { days: 90, key: 'account_id, subject_id', old: 'at <= ?1', by: 'at' },
  notifications: { days: 180, key: 'id', old: 'at <= ?1', by: 'at' },
  mail_outcomes: { days: 30, key: 'mail_id, at', old: 'at <= ?1', by: 'at' },
  // A mailbox that was full or closed may be open again: then one more mail is tried.
  mail_suppressions: { days: 180, key: 'email_index', old: 'at <= ?1', by: 'at' },
  admissions: [
    {
      days: 180,
      key: 'id',
      old: 'decided_at IS NOT NULL AND decided_at <= ?1',
      by: 'decided_at',
    },
    // The operator never answered.
    { months: 12, key: 'id', old: 'decided_at IS NULL AND asked_at <= ?1', by: 'asked_at' },
  ],
  // The address is that of a person who has not come; of one who has, the account has it.
  invitations: { days: 30, key: 'id', old: 'expires_at <= ?1', by: 'expires_at' },
  drafts: {
    months: 12,
    key: 'attempt_id, prompt_id',
    old: 'updated_at <= ?1',
    by: 'updated_at',
  },
  superseded_drafts: {
    days: 30,
    key: 'id',
    old: `superseded_at <= ?1 AND EXISTS (SELECT 1 FROM attempts t WHERE t.id = attempt_id
      AND t.state IN ('closed', 'lapsed') AND t.ended_at <= ?1 AND NOT EXISTS (
        SELECT 1 FROM rounds r WHERE r.attempt_id = t.id AND r.closed_at > ?1))`,
    by: 'superseded_at',
  },
  // Deleted before the claims they reference.
  review_drafts: {
    days: 30,
    key: 'claim_id',
    old: 'updated_at <= ?1 AND EXISTS (SELECT 1 FROM claims c WHERE c.id = claim_id AND c.ended_at <= ?1)',
    by: 'updated_at',
  },
  claims: [
    { days: 30, key: 'id', old: `end_reason = 'lapsed' AND ${withoutReview}`, by: 'ended_at' },
    // While the answer has no result, who gave it back does not get it again.
    {
      months: 12,
      key: 'id',
      old: `end_reason = 'released' AND ${withoutReview}
        AND (item_id IS NOT NULL
          OR EXISTS (SELECT 1 FROM decisions d WHERE d.submission_id = claims.submission_id))`,
      by: 'ended_at',
    },
  ],
  // renew-lost-awards.ts only looks back 60 days.
  awaited_awards: {
    days: 60,
    key: 'decided_at, decision_id',
    old: 'decided_at <= ?1',
    by: 'decided_at',
  },
  searches: { days: 90, key: 'id', old: 'at <= ?1', by: 'at' },
  ...termsOfRequests,
}

/** Every table of the schema, compared with the database and tested in test/worker/retention/. */
export const retention: Record<string, Retention> = {
  ...Object.fromEntries(partsOfRequest.map((table) => [table, { endsWith: 'interview_requests' }])),
  ...ending,
  accounts: {
    retained: 'until its owner erases it, or nobody uses it any more',
    idle: { months: 24, noticeMonths: [22, 23] },
  },
  ...retained('the proof that an account was erased', 'erasures'),
  ...retained('as long as the account', 'memberships', 'mail_preferences', 'attempts', 'turns'),
  ...retained('as long as the account', 'submissions', 'reviewer_records', 'blocks'),
  ...retained('as long as the account', 'reviewer_snapshots', 'item_agreements'),
  ...retained('as long as the account', 'revisions', 'revision_plans', 'plan_comments'),
  ...retained(
    'until the last membership ends: reviews/claim/release-member.ts',
    'practice_results',
  ),
  ...retained('who knows somebody never judges them', 'conflicts_of_interest', 'coachings'),
  ...retained('who has read a key must not take that challenge later', 'forgone_challenges'),
  ...retained('what somebody asked for, without their address', 'mail_refusals'),

  ...retained('what badges, consents and requests name', 'organizations'),
  ...retained('as long as the organization', 'domains', 'organization_changes', 'approvals'),
  ...retained('as long as the organization', 'cohorts', 'cohort_members', 'review_pools'),
  ...retained('as long as the organization', 'openings', 'opening_versions', 'reviewer_sharings'),
  ...retained('one at each set-up', 'setup_tokens'),
  ...retained('an employer calls a student by one name', 'pseudonyms'),

  ...retained('what people were judged by, word for word', 'rubric_versions', 'challenges'),
  ...retained('what people were judged by, word for word', 'challenge_versions'),
  ...retained('gone when the version they make is published', 'challenge_parts'),
  ...retained('what a decision was made of', 'rounds', 'submission_queue', 'reviews', 'ratings'),
  ...retained('what reviewers were measured by; a retired one has no text', 'hidden_items'),
  ...retained('what a decision was made of', 'promises', 'reminders', 'estimates', 'decisions'),
  ...retained('what a decision was made of', 'submission_priors'),
  ...retained('a few rows for each version', 'pilot_ends', 'version_priors'),
  ...retained('as long as the result that it delayed', 'delayed_results'),
  ...retained('one row for each challenge and programme, and one for all', 'challenge_waits'),

  ...retained('for checks of signed copies', 'issuers', 'issuer_keys', 'did_documents'),
  ...retained('for checks of signed copies', 'achievements', 'credential_templates'),
  ...retained('for checks of signed copies', 'credentials', 'credential_versions', 'status_lists'),
  ...retained('for checks of signed copies', 'credential_ends', 'credential_holds'),

  ...retained('a public list; a newer one replaces it', 'military_codes'),
  ...retained('one row a skill', 'visible_counts'),
  ...retained('two counts for each challenge', 'rounds_needed'),
  ...retained('gone when it is switched off or expires', 'visibilities', 'visible_credentials'),
  ...retained('proof of what was agreed to, and of its end', 'consents', 'consent_withdrawals'),

  ...retained('append-only: who did what, for good; it names nobody', 'audit_entries'),
  ...retained('never holds a row', 'guard'),
  ...retained('one row for each of two names', 'operation_times'),
  ...retained('one row for each of three carriers', 'mail_carriers'),
  ...retained('without it the figures of two groups could be compared again', 'shown_groups'),
  ...retained('one row a group, replaced each day', 'group_figures'),
}

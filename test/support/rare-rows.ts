import { env } from 'cloudflare:workers'

const hash = 'c'.repeat(64)

/** A few rows in each table that the requests of support/traffic leave empty. */
export async function plantRareRows(now = Date.now()): Promise<void> {
  const statements = [
    `INSERT OR IGNORE INTO revision_plans SELECT attempt_id, round, 1, '0|x', '0|x' FROM revisions LIMIT 3`,
    `INSERT OR IGNORE INTO mail_preferences SELECT id, 'review.owed', 1 FROM accounts`,
    `INSERT OR IGNORE INTO awaited_awards SELECT decided_at, id FROM decisions LIMIT 1`,
    // The first of two parts; the second never arrived.
    `INSERT OR IGNORE INTO challenge_parts SELECT hash, 1, 2, '{}' FROM challenge_versions LIMIT 2`,
    `INSERT OR IGNORE INTO review_drafts SELECT id, '0|{}', 1, ${now} FROM claims WHERE ended_at IS NOT NULL LIMIT 2`,
    `INSERT OR IGNORE INTO ratings SELECT id, 'listening', 3, '[]', '0|', NULL FROM reviews`,
    `INSERT OR IGNORE INTO conflicts_of_interest SELECT reviewer_id, author_id, ${now} FROM claims LIMIT 2`,
    `INSERT OR IGNORE INTO reviewer_records SELECT DISTINCT reviewer_id, role, 0.3, 0, 0, 5, ${now}, ${now} FROM reviews`,
    `INSERT OR IGNORE INTO reviewer_snapshots SELECT DISTINCT reviewer_id, role, ${now}, 5, 0.3, 0, 0.1, 0.8, 0, '[9,1,0]', 'null' FROM reviews`,
    `INSERT OR IGNORE INTO submission_priors SELECT id, 'listening', 2.5, 0.7 FROM submissions LIMIT 3`,
    `INSERT OR IGNORE INTO version_priors SELECT hash, 'listening', 2.5, 0.7, 0, NULL, ${now} FROM challenge_versions`,
    `INSERT OR IGNORE INTO pilot_ends SELECT version_hash, ${now}, 30, NULL FROM submissions LIMIT 1`,
    `INSERT OR IGNORE INTO estimates SELECT submission_id, 'listening', 1, 'm1', 2.5, 0.5, '[]', 2.5, 0.5, 0.5, 3,
       'proficient', ${now} FROM decisions`,
    `INSERT OR IGNORE INTO delayed_results SELECT d.submission_id, s.organization_id, 5, NULL, ${now + 604_800_000},
       ${now + 3_600_000}, NULL, NULL FROM decisions d JOIN submissions s ON s.id = d.submission_id LIMIT 3`,
    `INSERT OR IGNORE INTO challenge_waits SELECT DISTINCT challenge_id, organization_id, '[20,30]' FROM submissions LIMIT 3`,
    `INSERT OR IGNORE INTO credential_versions SELECT id, 1, achievement_id, decision_id, level, template_hash,
       slot_values, document_hash, 'key', 'proof', valid_from, valid_until, ${now} FROM credentials LIMIT 2`,
    `INSERT OR IGNORE INTO credential_holds SELECT lower(hex(randomblob(18))), id, ${now - 1}, ${now} FROM credentials LIMIT 2`,
    `INSERT OR IGNORE INTO organization_changes
       SELECT lower(hex(randomblob(18))), o.id, o.name, o.name, 'https://a.example', 'GB', NULL, 'replaced', NULL,
         a.id, ${now}, NULL, NULL FROM organizations o, (SELECT id FROM accounts LIMIT 1) a
       WHERE o.kind = 'employer' LIMIT 3`,
    `INSERT OR IGNORE INTO hidden_items (id, challenge_id, version_hash, language, source, item_key, levels,
       anchor_variance, made_at)
       SELECT lower(hex(randomblob(18))), challenge_id, hash, language, 'public', 'first-hidden',
         '{"agree-the-work":1,"share-what-you-know":2,"work-through-disagreement":3,"weigh-other-views":4}', 0, ${now} FROM challenge_versions`,
    // Over, so that no programme shares because of it.
    `INSERT OR IGNORE INTO reviewer_sharings (id, asking_organization_id, asked_organization_id, asked_by, asked_at,
       answer, answered_by, answered_at)
       SELECT lower(hex(randomblob(18))), o.id, (SELECT id FROM organizations WHERE kind = 'programme' AND id <> o.id LIMIT 1),
         a.id, ${now}, 'declined', a.id, ${now} FROM organizations o, (SELECT id FROM accounts LIMIT 1) a
       WHERE o.kind = 'programme' LIMIT 3`,
    `INSERT OR IGNORE INTO long_codes SELECT email_index, '${hash}', ${now}, ${now + 60_000}, NULL FROM accounts LIMIT 3`,
    `INSERT OR IGNORE INTO shown_groups SELECT id, '${hash}', '[]', ${now} FROM organizations WHERE kind = 'programme' LIMIT 3`,
    `INSERT OR IGNORE INTO outcomes SELECT id, 99, 'recruiter', 'advance', NULL, recruiter_id, ${now} FROM interview_requests LIMIT 3`,
    `INSERT OR IGNORE INTO interview_notes SELECT id, '0|x', ${now} FROM interview_requests LIMIT 3`,
    `INSERT OR IGNORE INTO request_messages SELECT lower(hex(randomblob(18))), id, 'student', student_id, NULL, '0|x', ${now}
       FROM interview_requests LIMIT 3`,
    `INSERT OR IGNORE INTO military_codes SELECT printf('77%02dA', value), 'unknown', NULL, '[]', '${hash}' FROM json_each('[${Array.from({ length: 99 }, (_, n) => n).join(',')}]')`,
  ]
  await env.DB.batch(statements.map((statement) => env.DB.prepare(statement)))
}

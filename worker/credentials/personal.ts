import { type Personal, fromJson } from '../foundation/personal-rows.ts'

const ofOwnBadges = 'credential_id IN (SELECT id FROM credentials WHERE student_id = ?1)'
const stillVerifies = 'hash and status stay, so that the copy of the holder can still be verified'

export const personal = {
  issuers: { nobody: 'about organizations' },
  issuer_keys: { nobody: 'about organizations' },
  did_documents: { nobody: 'about organizations' },
  achievements: { nobody: 'definitions of badges' },
  credential_templates: { nobody: 'definitions of badges' },
  status_lists: { nobody: 'a bit for each badge' },
  credentials: [
    {
      topic: 'badges',
      of: 'student_id = ?1',
      exported: [
        'id',
        'achievement_id',
        'level',
        'version',
        'state',
        'slot_values',
        'document_hash',
        'key_id',
        'proof_value',
        'valid_from',
        'valid_until',
        'awarded_at',
        'ended_at',
        'published_at',
        'shown_name',
        'listed',
      ],
      shown: { slot_values: fromJson },
      erase: {
        detach: {
          slot_values: "'{}'",
          state: "CASE state WHEN 'prepared' THEN 'failed' ELSE state END",
          shown_name: 'NULL',
          published_at: 'NULL',
          listed: '0',
          listed_and_visible: '0',
        },
        why: stillVerifies,
      },
    },
  ],
  awaited_awards: [
    {
      topic: 'badges',
      of: `(decided_at, decision_id) IN (SELECT d.decided_at, d.id FROM decisions d JOIN submissions s ON s.id = d.submission_id
        WHERE s.student_id = ?1)`,
      exported: { not: 'gone when the badge is made' },
      erase: 'delete',
    },
  ],
  credential_versions: [
    {
      topic: 'badges',
      of: ofOwnBadges,
      exported: [
        'credential_id',
        'version',
        'level',
        'slot_values',
        'document_hash',
        'replaced_at',
      ],
      shown: { slot_values: fromJson },
      erase: { detach: { slot_values: "'{}'" }, why: stillVerifies },
    },
  ],
  credential_ends: [
    {
      topic: 'badges',
      of: ofOwnBadges,
      exported: ['credential_id', 'kind', 'reason', 'at'],
      erase: { keep: stillVerifies },
    },
  ],
  credential_holds: [
    {
      topic: 'badges',
      of: ofOwnBadges,
      exported: ['credential_id', 'opened_at', 'closed_at'],
      erase: { keep: stillVerifies },
    },
  ],
} satisfies Personal

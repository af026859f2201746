import { type Personal, fromJson } from '../foundation/personal-rows.ts'

const ofOwnAttempts = 'attempt_id IN (SELECT id FROM attempts WHERE student_id = ?1)'

export const personal = {
  attempts: [
    {
      topic: 'answers',
      of: 'student_id = ?1',
      exported: [
        'id',
        'organization_id',
        'challenge_id',
        'skill',
        'state',
        'round',
        'started_at',
        'closes_at',
        'ended_at',
        'played_minutes',
        'sitting',
        'identity',
      ],
      erase: {
        detach: {
          ink_state: "''",
          // Nothing waits for an answer that is gone.
          state:
            "CASE state WHEN 'open' THEN 'lapsed' WHEN 'handed-in' THEN 'closed' ELSE state END",
          ended_at: "CASE state WHEN 'open' THEN ?2 ELSE ended_at END",
        },
        why: 'the levels that others gave hang on it; it holds no answer and no choice',
      },
    },
  ],
  turns: [
    {
      topic: 'answers',
      of: ofOwnAttempts,
      exported: ['attempt_id', 'number', 'kind', 'choice_id', 'passage_id', 'at'],
      erase: 'delete',
    },
  ],
  drafts: [
    {
      topic: 'answers',
      of: ofOwnAttempts,
      exported: ['attempt_id', 'prompt_id', 'text', 'updated_at'],
      erase: 'delete',
    },
  ],
  superseded_drafts: [
    {
      topic: 'answers',
      of: ofOwnAttempts,
      exported: ['attempt_id', 'prompt_id', 'text', 'superseded_at'],
      erase: 'delete',
    },
  ],
  rounds: [
    {
      topic: 'answers',
      of: ofOwnAttempts,
      exported: ['attempt_id', 'number', 'state', 'opened_at', 'closed_at'],
      erase: { keep: 'times only; the levels that others gave hang on it' },
    },
  ],
  revisions: [
    {
      topic: 'answers',
      of: ofOwnAttempts,
      exported: ['attempt_id', 'round', 'opened_at', 'lapsed_at'],
      deletedBy: 'work_of_erased_account',
      erase: 'delete',
    },
  ],
  revision_plans: [
    {
      topic: 'answers',
      of: ofOwnAttempts,
      exported: ['attempt_id', 'round', 'line', 'quote', 'words'],
      deletedBy: 'work_of_erased_account',
      erase: 'delete',
    },
  ],
  plan_comments: [
    {
      topic: 'answers',
      of: ofOwnAttempts,
      exported: ['attempt_id', 'round', 'words', 'at'],
      deletedBy: 'work_of_erased_account',
      erase: 'delete',
    },
    {
      topic: 'reviews',
      of: 'mentor_id = ?1',
      exported: ['round', 'words', 'at'],
      erase: { detach: {}, why: 'the remark belongs to the student whose plan it is about' },
    },
  ],
  submissions: [
    {
      topic: 'answers',
      of: 'student_id = ?1',
      exported: [
        'id',
        'attempt_id',
        'round',
        'challenge_id',
        'skill',
        'language',
        'answers',
        'evidence_hash',
        'evidence_salt',
        'kind',
        'at',
        'promised_at',
      ],
      shown: { answers: fromJson },
      erase: {
        detach: { answers: "''", evidence_salt: 'hex(zeroblob(16))' },
        why: 'the levels that others gave hang on it; the answers are gone',
      },
    },
  ],
  forgone_challenges: [
    {
      topic: 'answers',
      of: 'account_id = ?1',
      exported: ['challenge_id', 'at'],
      deletedBy: 'work_of_erased_account',
      erase: 'delete',
    },
  ],
} satisfies Personal

import { type Personal, fromJson } from '../foundation/personal-rows.ts'

export const personal = {
  accounts: [
    {
      topic: 'account',
      of: 'id = ?1',
      exported: [
        'email',
        'name',
        'language',
        'region',
        'zone',
        'birth_year',
        'birth_month',
        'reading',
        'created_at',
        'seen_week',
      ],
      shown: { reading: fromJson },
      erase: {
        detach: {
          email: "''",
          email_index: "'erased ' || id",
          email_index_key: "'erased'",
          name: 'NULL',
          birth_year: 'NULL',
          birth_month: 'NULL',
          region: 'NULL',
          zone: 'NULL',
          reading: "'{}'",
          seen_week: '0',
          erased_at: '?2',
        },
        why: 'rows of others refer to it; nothing in it says whose it was',
      },
    },
  ],
  erasures: [
    {
      topic: 'account',
      of: 'account_id = ?1',
      exported: ['asked_at', 'due_at', 'undone_at'],
      erase: { keep: 'the proof that it was done; it holds an id and times' },
    },
  ],
  sign_ins: [
    {
      topic: 'sign-in',
      of: 'account_id = ?1 OR email_index = (SELECT email_index FROM accounts WHERE id = ?1)',
      exported: { not: 'gone after a day' },
      erase: 'delete',
    },
  ],
  long_codes: [
    {
      topic: 'sign-in',
      of: 'email_index = (SELECT email_index FROM accounts WHERE id = ?1)',
      exported: { not: 'gone after a day' },
      erase: 'delete',
    },
  ],
  memberships: [
    {
      topic: 'account',
      of: 'account_id = ?1',
      exported: ['organization_id', 'role', 'created_at', 'ended_at'],
      erase: 'delete',
    },
  ],
  sessions: [
    {
      topic: 'sign-in',
      of: 'account_id = ?1',
      exported: ['device', 'created_at', 'seen_at', 'expires_at', 'shared_computer'],
      erase: 'delete',
    },
  ],
  invitations: [
    {
      topic: 'account',
      of: 'accepted_by = ?1 OR email_index = (SELECT email_index FROM accounts WHERE id = ?1)',
      exported: ['organization_id', 'role', 'created_at', 'accepted_at', 'withdrawn_at'],
      erase: 'delete',
    },
    {
      topic: 'staff',
      of: 'invited_by = ?1',
      exported: { not: 'it holds the address of another person' },
      erase: { detach: {}, why: 'the invitation belongs to the organization' },
    },
  ],
  setup_tokens: { nobody: 'one at each set-up, without a person' },
} satisfies Personal

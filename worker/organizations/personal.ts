import { type Personal, fromJson } from '../foundation/personal-rows.ts'

const byStaff = { exported: { not: 'it is about the organization' } } as const
const staffRow = (of: string) => ({
  topic: 'staff' as const,
  of,
  ...byStaff,
  erase: { detach: {}, why: 'a decision of the organization, which stays without its author' },
})

export const personal = {
  organizations: { nobody: 'about organizations; its admins can change the contact' },
  organization_changes: [staffRow('asked_by = ?1 OR decided_by = ?1')],
  domains: { nobody: 'about organizations' },
  cohorts: { nobody: 'about organizations' },
  cohort_members: [
    {
      topic: 'account',
      of: 'membership_id IN (SELECT id FROM memberships WHERE account_id = ?1)',
      exported: ['cohort_id', 'membership_id'],
      erase: 'delete',
    },
  ],
  coachings: [
    {
      topic: 'account',
      of: 'student_id = ?1 OR mentor_id = ?1',
      exported: ['organization_id', 'created_at', 'ended_at'],
      erase: 'delete',
    },
  ],
  approvals: [staffRow('account_id = ?1')],
  admissions: [
    {
      topic: 'account',
      of: 'account_id = ?1',
      exported: ['organization_id', 'about', 'asked_at', 'decision', 'reason', 'decided_at'],
      erase: 'delete',
    },
    staffRow('decided_by = ?1'),
  ],
  consents: [
    {
      topic: 'consents',
      of: 'student_id = ?1',
      exported: [
        'id',
        'purpose',
        'fields',
        'recipient',
        'text_version',
        'text_hash',
        'proof',
        'granted_at',
        'expires_at',
      ],
      shown: { fields: fromJson },
      erase: { keep: 'the proof of what was agreed to; it holds ids and no text of the person' },
    },
  ],
  consent_withdrawals: [
    {
      topic: 'consents',
      of: 'consent_id IN (SELECT id FROM consents WHERE student_id = ?1)',
      exported: ['consent_id', 'at'],
      erase: { keep: 'the proof that the consent ended' },
    },
  ],
  disclosures: [
    {
      topic: 'consents',
      of: 'student_id = ?1',
      // The day only: the minute of a look could show which recruiter it was.
      exported: ['day', 'organization_id', 'kind', 'fields', 'consent_id'],
      shown: { fields: fromJson },
      erase: { keep: 'who saw which fields, for 24 months; it holds none of their values' },
    },
    {
      topic: 'staff',
      of: 'account_id = ?1',
      exported: { not: 'it is about the student who was shown' },
      erase: { detach: {}, why: 'the student can still read which employer looked' },
    },
  ],
} satisfies Personal

import type { Personal } from '../foundation/personal-rows.ts'

const ofAddress = 'email_index = (SELECT email_index FROM accounts WHERE id = ?1)'

export const personal = {
  notifications: [
    {
      topic: 'notices',
      of: 'account_id = ?1',
      exported: ['kind', 'subject_id', 'at', 'read_at', 'mailed_at'],
      erase: 'delete',
    },
  ],
  mail_preferences: [
    { topic: 'notices', of: 'account_id = ?1', exported: ['kind', 'wanted'], erase: 'delete' },
  ],
  read_versions: [
    {
      topic: 'notices',
      of: 'account_id = ?1',
      exported: ['subject_id', 'version', 'at'],
      erase: 'delete',
    },
  ],
  mail_refusals: [
    {
      topic: 'notices',
      of: ofAddress,
      exported: ['organization_id', 'at'],
      erase: { keep: 'a keyed hash of the address: without it, invitations would be sent again' },
    },
  ],
  mail_outcomes: [
    {
      topic: 'notices',
      of: ofAddress,
      exported: ['sort', 'outcome', 'at'],
      deletedBy: 'mail_of_erased_account',
      erase: 'delete',
    },
  ],
  mail_suppressions: [
    {
      topic: 'notices',
      of: ofAddress,
      exported: ['reason', 'at'],
      deletedBy: 'mail_of_erased_account',
      erase: 'delete',
    },
  ],
  mail_carriers: { nobody: 'how fast a carrier takes mails, and whether its quota is used up' },
} satisfies Personal

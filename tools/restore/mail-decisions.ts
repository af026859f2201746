import type { Kind } from './decisions.ts'

/** Who gets no more mail, and which mails were sent: else people who complained are mailed again, and others twice. */
export const mailKinds: Kind[] = [
  {
    what: 'refusals of email',
    rows: (since) =>
      `SELECT email_index, organization_id, at, email_index_key FROM mail_refusals WHERE at >= ${since}`,
    again: ({ email_index, organization_id, at, email_index_key }) => [
      `INSERT INTO mail_refusals (email_index, organization_id, at, email_index_key)
        SELECT ${email_index}, ${organization_id}, ${at}, ${email_index_key}
        WHERE ${organization_id} IS NULL OR EXISTS (SELECT 1 FROM organizations WHERE id = ${organization_id})
        ON CONFLICT DO NOTHING`,
    ],
  },
  {
    what: 'addresses whose mail was stopped',
    newTable: 'mail_suppressions',
    rows: (since) =>
      `SELECT email_index, email_index_key, reason, at FROM mail_suppressions WHERE at >= ${since}`,
    again: ({ email_index, email_index_key, reason, at }) => [
      `INSERT INTO mail_suppressions (email_index, email_index_key, reason, at)
        VALUES (${email_index}, ${email_index_key}, ${reason}, ${at})
        ON CONFLICT (email_index) DO UPDATE SET reason = excluded.reason, at = excluded.at`,
    ],
  },
  {
    what: 'records of mails that were sent',
    newTable: 'mail_outcomes',
    rows: (since) =>
      `SELECT mail_id, at, sort, carrier, email_index, email_index_key, carrier_id FROM mail_outcomes
        WHERE outcome = 'sent' AND at >= ${since}`,
    again: ({ mail_id, at, sort, carrier, email_index, email_index_key, carrier_id }) => [
      `INSERT INTO mail_outcomes
          (mail_id, at, sort, carrier, outcome, email_index, email_index_key, carrier_id)
        VALUES (${mail_id}, ${at}, ${sort}, ${carrier}, 'sent', ${email_index}, ${email_index_key}, ${carrier_id})
        ON CONFLICT DO NOTHING`,
    ],
  },
]

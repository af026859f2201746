import * as v from 'valibot'

import { mailKinds } from './mail-decisions.ts'
import { sharingsEnded } from './sharing-decisions.ts'
import { noteSql } from './note-sql.ts'

/**
 * What people decided since the moment and a restore must not undo, because it gives somebody access or hides a
 * refusal. Each is read from the database that is replaced, and done again in the restored one; where it has nothing to
 * do it on, such as a consent given since, it does nothing.
 */
export interface Kind {
  /** As a person reads it after a number. */
  what: string
  /** Set if an older version lacks the table of the rows. */
  newTable?: string
  /** The rows since `since`: texts and numbers. */
  rows: (since: number) => string
  /** The statements for one row. Each value is already a literal of SQL. */
  again: (row: Record<string, string>) => string[]
}

export const kinds: Kind[] = [
  {
    what: 'consents that were withdrawn',
    rows: (since) => `SELECT consent_id AS id, at FROM consent_withdrawals WHERE at >= ${since}`,
    again: ({ id, at }) => [
      `INSERT INTO consent_withdrawals (consent_id, at) SELECT ${id}, ${at}
        WHERE EXISTS (SELECT 1 FROM consents WHERE id = ${id}) ON CONFLICT DO NOTHING`,
      `DELETE FROM visible_credentials WHERE student_id IN
        (SELECT student_id FROM visibilities WHERE consent_id = ${id})`,
      `DELETE FROM visibilities WHERE consent_id = ${id}`,
      noteSql(
        'consent.withdrawn',
        'interviews',
        `${id}`,
        `${at}`,
        `SELECT 1 FROM consents WHERE id = ${id}`,
      ),
    ],
  },
  {
    what: 'badges that were revoked',
    rows: (since) =>
      `SELECT credential_id AS id, reason, at FROM credential_ends WHERE kind = 'revoked' AND at >= ${since}`,
    again: ({ id, reason, at }) => [
      `INSERT INTO credential_ends (credential_id, kind, reason, at) SELECT ${id}, 'revoked', ${reason}, ${at}
        WHERE EXISTS (SELECT 1 FROM credentials WHERE id = ${id}) ON CONFLICT DO NOTHING`,
      `UPDATE credentials SET ended_at = ${at} WHERE id = ${id} AND ended_at IS NULL`,
      `DELETE FROM visible_credentials WHERE credential_id = ${id}`,
      ...['list', 'talent'].map((consumer) =>
        noteSql(
          'credential.ended',
          consumer,
          `${id}`,
          `${at}`,
          `SELECT 1 FROM credentials WHERE id = ${id}`,
        ),
      ),
    ],
  },
  {
    what: 'memberships that ended',
    rows: (since) => `SELECT id, ended_at AS at FROM memberships WHERE ended_at >= ${since}`,
    again: ({ id, at }) => [
      // An organization keeps an admin: the trigger would refuse all statements.
      `UPDATE memberships SET ended_at = ${at} WHERE id = ${id} AND ended_at IS NULL AND (role <> 'admin'
        OR EXISTS (SELECT 1 FROM memberships m JOIN accounts a ON a.id = m.account_id AND a.disabled_at IS NULL
          WHERE m.organization_id = memberships.organization_id AND m.role = 'admin' AND m.ended_at IS NULL
            AND m.id <> memberships.id))`,
      ...['attempts', 'reviews'].map((consumer) =>
        noteSql(
          'membership.ended',
          consumer,
          `${id}`,
          `${at}`,
          `SELECT 1 FROM memberships WHERE id = ${id} AND ended_at IS NOT NULL`,
        ),
      ),
    ],
  },
  {
    what: 'employers that were blocked',
    rows: (since) =>
      `SELECT id, student_id, organization_id, domain, created_at FROM blocks WHERE created_at >= ${since}`,
    again: ({ id, student_id, organization_id, domain, created_at }) => [
      `INSERT INTO blocks (id, student_id, organization_id, domain, created_at)
        SELECT ${id}, ${student_id}, ${organization_id}, ${domain}, ${created_at}
        WHERE EXISTS (SELECT 1 FROM accounts WHERE id = ${student_id})
          AND (${organization_id} IS NULL OR EXISTS (SELECT 1 FROM organizations WHERE id = ${organization_id}))
        ON CONFLICT DO NOTHING`,
    ],
  },
  ...mailKinds,
  sharingsEnded,
  {
    what: 'sessions that ended',
    rows: (since) =>
      `SELECT subject_id AS id FROM audit_entries WHERE action = 'session.ended' AND at >= ${since}`,
    again: ({ id }) => [`DELETE FROM sessions WHERE id = ${id}`],
  },
  {
    what: 'invitations that were cancelled',
    rows: (since) =>
      `SELECT id, withdrawn_at AS at FROM invitations WHERE withdrawn_at >= ${since}`,
    again: ({ id, at }) => [
      `UPDATE invitations SET withdrawn_at = ${at} WHERE id = ${id} AND accepted_at IS NULL`,
    ],
  },
  {
    what: 'links for admins that were used',
    rows: (since) => `SELECT token_hash, used_at AS at FROM setup_tokens WHERE used_at >= ${since}`,
    again: ({ token_hash, at }) => [
      `UPDATE setup_tokens SET used_at = ${at} WHERE token_hash = ${token_hash}`,
    ],
  },
]

const Row = v.record(v.string(), v.union([v.null(), v.number(), v.string()]))

/** The statements for rows that were read. */
export function againSql({ again }: Kind, rows: unknown[]): string[] {
  return v.parse(v.array(Row), rows).flatMap((row) => {
    const literals = Object.entries(row).map(([name, value]) => [name, literal(value)])
    return again(Object.fromEntries(literals))
  })
}

function literal(value: string | number | null): string {
  if (value === null) return 'NULL'
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`
}

/**
 * How to find what still needs a key, by secret: each entry says which rows of which database to
 * count. `ID` stands for the id of the key, which has only letters and digits, and `NOW` for the
 * time.
 */
const questions = {
  pepper: [],
  'email-index': [
    { what: 'accounts', database: 'mettle', from: "accounts WHERE email_index_key = 'ID'" },
    {
      what: 'open invitations',
      database: 'mettle',
      from: `invitations WHERE 'ID' IN (email_index_key, token_key)
        AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > NOW`,
    },
    {
      what: 'addresses that refuse mail',
      database: 'mettle',
      from: "mail_refusals WHERE email_index_key = 'ID'",
    },
    {
      what: 'addresses that get no mail',
      database: 'mettle',
      from: "mail_suppressions WHERE email_index_key = 'ID'",
    },
    {
      what: 'mails of the last 30 days',
      database: 'mettle',
      from: "mail_outcomes WHERE email_index_key = 'ID'",
    },
  ],
  pseudonym: [],
  wrapping: [
    {
      what: 'keys of owners',
      database: 'mettle-vault',
      from: "owner_keys WHERE wrapping_id = 'ID'",
    },
    {
      what: 'wrapping keys',
      database: 'mettle-vault',
      from: "wrapping_epochs WHERE root_id = 'ID'",
    },
  ],
  issuer: [
    {
      what: 'programmes that sign with it',
      database: 'mettle',
      from: `issuer_keys WHERE generation = 'ID' AND active_at IS NOT NULL
        AND retired_at IS NULL AND compromised_at IS NULL`,
    },
  ],
}

/**
 * Such as `['12 accounts']`; empty if nothing needs the key. `count` asks a database for a number.
 */
export function usesOf(name, id, { count, now }) {
  if (!/^[a-z0-9]{1,12}$/.test(id)) return []
  return questions[name].flatMap(({ what, database, from }) => {
    const rows = from.replaceAll("'ID'", `'${id}'`).replaceAll('NOW', String(now))
    const n = count(database, `SELECT count(*) AS n FROM ${rows}`)
    return n === 0 ? [] : [`${n} ${what}`]
  })
}

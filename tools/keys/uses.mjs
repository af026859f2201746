/**
 * What still needs a key, by secret: a count for each row of a database. An id has letters and digits
 * only, so it can stand in the SQL.
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

/** Such as `['12 accounts']`; empty if nothing needs the key. `count` asks a database for a number. */
export function usesOf(name, id, { count, now }) {
  if (!/^[a-z0-9]{1,12}$/.test(id)) return []
  return questions[name].flatMap(({ what, database, from }) => {
    const rows = from.replaceAll("'ID'", `'${id}'`).replaceAll('NOW', String(now))
    const n = count(database, `SELECT count(*) AS n FROM ${rows}`)
    return n === 0 ? [] : [`${n} ${what}`]
  })
}

// Plain JavaScript: `npm run setup` runs on any Node.
import { createHash, randomBytes } from 'node:crypto'

const day = 86_400_000

/**
 * A token for the first admin: in the link that one person gets, and only as a hash in the database.
 * `sql` stores it if there is no admin yet, and then returns a row. Its values are hex and a number.
 */
export function firstAdminToken(now) {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('hex')
  const sql = `INSERT INTO setup_tokens (token_hash, expires_at)
    SELECT '${hash}', ${now + day} WHERE NOT EXISTS (SELECT 1 FROM memberships WHERE role = 'admin')
    RETURNING token_hash;`
  return { token, hash, sql }
}

export const linkText = (origin, token) => `
Open this link within 24 hours, sign in and name your programme. The link works once:

  ${origin}/first-admin?token=${token}
`

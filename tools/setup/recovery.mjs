import { createHash, randomBytes, randomUUID } from 'node:crypto'

const day = 86_400_000

/**
 * A token for another admin of the operator programme: in the link that one person gets, and only as
 * a hash in the database. `sql` stores it if there is an operator, and then returns a row. The entry in the
 * audit trail comes first: a failure between the two leaves no link without one. All values are hex, numbers
 * and UUIDs.
 */
export function recoveryToken(now) {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('hex')
  const id = randomUUID()
  const sql = `INSERT INTO audit_entries (id, at, actor_id, organization_id, action, subject_id, request_id, detail, area)
    SELECT '${id}', ${now}, 'system', id, 'organization.recovery-asked', id, 'setup:${id}', '{}', 'organizations'
    FROM organizations WHERE operator = 1;
  INSERT INTO setup_tokens (token_hash, expires_at, recovers)
    SELECT '${hash}', ${now + day}, 1 WHERE EXISTS (SELECT 1 FROM organizations WHERE operator = 1)
    RETURNING token_hash;`
  return { token, hash, sql }
}

export const recoveryText = (origin, token) => `
Open this link within 24 hours and sign in with the address of the new admin. The link works once, and the
audit trail of your programme shows that it was made. Then end the old membership on the page People:

  ${origin}/recover-admin?token=${token}
`

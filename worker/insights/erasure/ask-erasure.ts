import { sql } from 'drizzle-orm'

import { erasureDue } from '../../accounts/erasure/erasure.ts'
import { changedElsewhere } from '../../accounts/problems.ts'
import { hashToken, newToken } from '../../accounts/session/session.ts'
import { erasures } from '../../accounts/tables.ts'
import { auditEntry } from '../../audit/entry.ts'
import { hideAllBadges } from '../../credentials/award/hide-all-badges.ts'
import type { Call } from '../../foundation/call/call.ts'
import { newId } from '../../foundation/call/id.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { accountOwner } from '../../foundation/crypto/owner.ts'
import { seal } from '../../foundation/crypto/seal.ts'
import { note } from '../../foundation/outbox/note.ts'
import { endAllConsents } from '../../organizations/consent/end-consent.ts'
import { lastAdmin } from '../../organizations/problems.ts'
import { hideEverywhere } from '../../talent/visibility/statements.ts'

/**
 * Begins to erase the caller's account. In this commit the account is hidden: no search, card or
 * badge page shows it, its consents end, and a trigger ends its sessions. Notes end its interview
 * requests and mail the link that undoes the erasure for a week. Throws 409 `last-admin` for the
 * only admin of an organization, and 409 `changed-elsewhere` if the erasure has begun already.
 */
export async function askErasure(call: Call): Promise<{ dueAt: Date }> {
  const accountId = call.actorId
  const [id, token] = [newId(), newToken()]
  const dueAt = erasureDue(call.now)
  const tokenHash = await hashToken(token)
  const sealed = await seal(call, 'outbox.link', id, accountOwner(accountId), token)
  const erasure = { id, accountId, tokenHash, askedAt: call.now, dueAt }
  return commit(
    call,
    [
      call.db.run(
        sql`INSERT INTO guard SELECT 'last_admin', NOT EXISTS (${isOnlyAdmin(accountId)})`,
      ),
      call.db.insert(erasures).values(erasure),
      call.db.run(sql`UPDATE accounts SET disabled_at = ${call.now.getTime()}
        WHERE id = ${accountId} AND disabled_at IS NULL`),
      guard(call, 'erasure_begun'),
      ...hideEverywhere(call, accountId),
      hideAllBadges(call, accountId),
      endAllConsents(call, accountId),
      note(call, 'erasure.asked', accountId, { payload: { erasureId: id, token: sealed } }),
      auditEntry(call, 'account.erasure-asked', accountId, {}, null),
    ],
    {
      answer: { dueAt },
      conflicts: {
        last_admin: lastAdmin,
        erasure_begun: changedElsewhere,
        'erasures.account_id': changedElsewhere,
      },
    },
  )
}

/**
 * SQL: the names of the organizations of which this account is the only admin; disabled admins do
 * not count. With the plus, SQLite starts from the account and not from all admins.
 */
export const isOnlyAdmin = (accountId: string) => sql`
  SELECT o.name FROM memberships m JOIN organizations o ON o.id = m.organization_id
  WHERE m.account_id = ${accountId} AND +m.role = 'admin' AND m.ended_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM memberships other
    CROSS JOIN accounts a ON a.id = other.account_id AND a.disabled_at IS NULL
    WHERE other.organization_id = m.organization_id AND other.role = 'admin'
      AND other.ended_at IS NULL AND other.account_id <> m.account_id)`

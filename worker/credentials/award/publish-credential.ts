import { sql } from 'drizzle-orm'

import { isAdult } from '../../accounts/account/age.ts'
import { changedElsewhere } from '../../accounts/problems.ts'
import { isFresh } from '../../accounts/session/session.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit, guard } from '../../foundation/commit/commit.ts'
import { openName } from '../../accounts/account/open-account.ts'
import { accountOwner } from '../../foundation/crypto/owner.ts'
import { type Sealed, sealOptional } from '../../foundation/crypto/seal.ts'
import { freshProofNeeded } from '../../foundation/problems.ts'
import type { OwnCredential } from './find-own-credential.ts'
import { credentialAlreadyEnded, listedAndVisible, minorsNotVisible } from '../problems.ts'
import type { PublishCredentialInput } from './publish-credential-input.ts'
import { credentials } from '../tables.ts'

interface Publication {
  on: boolean
  showName: boolean
  listed: boolean
  version: number
}

/**
 * Turns the public page of the caller's badge on or off. Turning it on, or showing more, needs a
 * fresh proof and an adult; turning it off needs neither. Throws 409 `changed-elsewhere` if it was
 * changed elsewhere, 409 `listed-and-visible` if employers find the badge and the student has not
 * agreed that search engines may too, and 409 `credential-already-ended` for turning on a revoked
 * badge.
 */
export async function publishCredential(
  call: Call,
  credential: OwnCredential,
  { on, showName, listed, visibleToo, version }: PublishCredentialInput,
): Promise<Publication> {
  const shownName = on && showName ? await sealShownName(call, credential) : null
  const isListed = on && listed
  if (on && credential.endedAt) throw credentialAlreadyEnded()
  if (on && !isAdult(credential.holder, call.now)) throw minorsNotVisible()
  if (showsMore(credential, { on, shownName, isListed }) && !isFresh(call.provenAt, call.now)) {
    throw freshProofNeeded()
  }
  const publishedAt = on ? (credential.publishedAt ?? call.now).getTime() : null
  const statements = [
    call.db.run(sql`
      UPDATE credentials SET published_at = ${publishedAt}, shown_name = ${shownName},
        listed = ${isListed ? 1 : 0}, listed_and_visible = ${isListed ? 1 : 0} * ${visibleToo ? 1 : sql`listed_and_visible`},
        publication_version = publication_version + 1
      WHERE id = ${credential.id} AND publication_version = ${version}
        AND (ended_at IS NULL OR ${on ? 1 : 0} = 0)`),
    guard(call, 'publication_stale'),
    // No organization: the person does this for themselves, whatever role they act in.
    auditEntry(
      call,
      on ? 'credential.published' : 'credential.unpublished',
      credential.id,
      { name: shownName !== null, listed: isListed },
      null,
    ),
  ]
  const answer = { on, showName: shownName !== null, listed: isListed, version: version + 1 }
  return commit(call, statements, {
    answer,
    conflicts: { publication_stale: changedElsewhere, listed_and_visible: listedAndVisible },
  })
}

/** The holder's name as it is now, sealed for this badge. Null if they have none. */
async function sealShownName(call: Call, { id, holder }: OwnCredential): Promise<Sealed | null> {
  const name = await openName(call, call.actorId, holder.sealedName, undefined)
  return sealOptional(call, credentials.shownName, id, accountOwner(call.actorId), name)
}

interface Wanted {
  on: boolean
  shownName: string | null
  isListed: boolean
}

function showsMore(before: OwnCredential, { on, shownName, isListed }: Wanted): boolean {
  if (!on) return false
  const named = shownName !== null && before.shownName === null
  return before.publishedAt === null || named || (isListed && !before.listed)
}

import { adultFrom, isAdult } from '../../accounts/account/age.ts'
import { domainOf, isPublicMail } from '../../accounts/account/email.ts'
import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { notFound } from '../../http/problems.ts'
import { presentConsentText } from './consent-text.ts'
import { findRanOut } from './find-ran-out.ts'
import { findShowableBadges, showableOf } from './find-showable-badges.ts'
import { findOwnVisibility, visibilityOf } from './find-visibility.ts'
import { missingForSearch } from './visibility.ts'

/** Everything on the visibility page: switches, badges that can be shown, and the consent text. */
export async function findVisibilityPage(call: Call) {
  const [[row], showable, [gone]] = await call.db.batch([
    findOwnVisibility(call),
    findShowableBadges(call),
    findRanOut(call),
  ])
  if (!row) throw notFound()
  const own = await visibilityOf(call, row)
  const domain = domainOf(own.email)
  return {
    on: own.on !== undefined && own.expiresAt !== null && own.expiresAt > call.now,
    version: own.version,
    fields: own.on?.fields ?? { credentials: [] },
    grantedAt: own.grantedAt,
    expiresAt: own.expiresAt,
    /** Null if the age is unknown; it is asked before the first programme. */
    adult: own.birth.birthYear === null ? null : isAdult(own.birth, call.now),
    adultFrom: adultFrom(own.birth),
    badges: await allOf(showable, (badge) => showableOf(call, badge)),
    /** When a badge last expired. */
    ranOutAt: gone?.ran_out_at ? new Date(gone.ran_out_at) : null,
    /** When a badge was revoked last. */
    revokedAt: gone?.revoked_at ? new Date(gone.revoked_at) : null,
    consentText: await presentConsentText(),
    /** Every opening sets these, so a student without them is never found. */
    missingForSearch: missingForSearch(own.on?.fields ?? { credentials: [] }),
    /** The domain that turning visibility on also blocks: that of the student's own address. */
    ownDomain: isPublicMail(domain) || own.programmeDomains.includes(domain) ? null : domain,
  }
}

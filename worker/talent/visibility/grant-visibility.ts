import type { InferOutput } from 'valibot'

import { isAdult } from '../../accounts/account/age.ts'
import { domainOf, isPublicMail } from '../../accounts/account/email.ts'
import { changedElsewhere } from '../../accounts/problems.ts'
import { auditEntry } from '../../audit/entry.ts'
import { listedAndVisible, minorsNotVisible } from '../../credentials/problems.ts'
import { allowListedAndVisible } from '../../credentials/award/allow-listed-and-visible.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { note } from '../../foundation/outbox/note.ts'
import { tryAgain } from '../../foundation/problems.ts'
import { notFound } from '../../http/problems.ts'
import { endConsent } from '../../organizations/consent/end-consent.ts'
import { grantConsent } from '../../organizations/consent/grant-consent.ts'
import { blockDomain } from '../block/block-domain.ts'
import { presentConsentText } from './consent-text.ts'
import { findShowableBadges, findSignsToShow, judgedBadgesOf } from './find-showable-badges.ts'
import { findOwnVisibility, visibilityOf } from './find-visibility.ts'
import { consentTextChanged, tooManyBlocks } from '../problems.ts'
import type { GrantVisibilityInput } from './visibility-input.ts'
import { showStudent } from './statements.ts'
import { missingForSearch, switchesOf } from './visibility.ts'
import { whyNotShown } from './why-not-shown.ts'

type Input = InferOutput<typeof GrantVisibilityInput>

const noticeDays = 14

/**
 * Switches visibility on, or replaces its fields: exactly `fields` are on afterwards. The same
 * commit stores a receipt for them and ends the previous one. Switching on also blocks the domain
 * of the student's own address, which may be their employer's.
 */
export async function grantVisibility(
  call: Call,
  { version, textHash, fields, listedToo = [] }: Input,
) {
  const [[row], showable, signs] = await call.db.batch([
    findOwnVisibility(call),
    findShowableBadges(call),
    findSignsToShow(call, fields),
  ])
  if (!row) throw notFound()
  const own = await visibilityOf(call, row)
  const badges = await judgedBadgesOf(call, showable, signs)
  if (!isAdult(own.birth, call.now)) throw minorsNotVisible()
  const text = await presentConsentText()
  if (textHash !== text.hash) throw consentTextChanged()
  const refusal = whyNotShown(fields, badges)
  if (refusal) throw refusal
  if (version !== own.version) throw changedElsewhere()

  const { consent, statement } = grantConsent(call, {
    purpose: 'employer-search',
    fields: switchesOf(fields),
    recipient: 'approved-employers',
    text,
  })
  const domain = domainOf(own.email)
  const ownDomain = !own.on && !isPublicMail(domain) && !own.programmeDomains.includes(domain)
  const found = missingForSearch(fields).length === 0
  // The student is told when visibility goes on, and again once searches can find them.
  const first = !own.on || (found && missingForSearch(own.on.fields).length > 0)
  const receipt = { consentId: consent.id }
  const daysBefore = (days: number) => new Date(consent.expiresAt.getTime() - days * 86_400_000)
  return commit(
    call,
    [
      statement,
      allowListedAndVisible(call, listedToo),
      ...(await showStudent(call, { version, consentId: consent.id, fields, badges })),
      ...(own.on ? [endConsent(call, own.on.consentId)] : []),
      ...(ownDomain ? [blockDomain(call, domain)] : []),
      note(call, 'visibility.changed', call.actorId, {
        payload: { on: true, first, found, ...receipt },
      }),
      note(call, 'visibility.expiring', call.actorId, {
        payload: receipt,
        dueAt: daysBefore(noticeDays),
        until: consent.expiresAt,
      }),
      note(call, 'visibility.expired', call.actorId, {
        payload: receipt,
        dueAt: consent.expiresAt,
      }),
      // No organization: programmes must not learn whether somebody is visible.
      auditEntry(call, 'visibility.granted', call.actorId, { consent: consent.id }, null),
    ],
    {
      answer: {
        consentId: consent.id,
        version: version + 1,
        expiresAt: consent.expiresAt,
        /** Whether a search can find the student. This needs hours and start to be on. */
        found,
      },
      conflicts: {
        'visibilities.student_id': changedElsewhere,
        visibility_stale: changedElsewhere,
        listed_and_visible: listedAndVisible,
        'consent_withdrawals.consent_id': changedElsewhere,
        // If the random key is taken, the retry draws another.
        'visibilities.shuffle_key': tryAgain,
        too_many_blocks: tooManyBlocks,
      },
    },
  )
}

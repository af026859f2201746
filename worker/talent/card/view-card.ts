import { actingOf } from '../../accounts/session/acting.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { notFound } from '../../http/problems.ts'
import { mayReveal } from '../../organizations/consent/may-reveal.ts'
import { recordLooks } from '../../organizations/consent/record-disclosure.ts'
import { cardOf, fieldsOn } from './card.ts'
import { cardFactsOf, findCard } from './find-cards.ts'
import { findCandidateBehind } from '../eligibility/find-candidate.ts'
import { findSearchRequirements, refuseUnlessMet } from '../eligibility/find-search-requirements.ts'
import { findOpeningToSearch } from '../search/find-search.ts'
import { stillVisible } from '../eligibility/still-visible.ts'

/**
 * Opens a full card and adds an entry to the student's log in the same commit. `fits` says whether
 * this person can be asked for the opening as it is now; null without an opening.
 */
export async function viewCard(call: Call, pseudonym: string, openingId: string | undefined) {
  const asked = { employerId: actingOf(call).organizationId, openingId: openingId ?? '' }
  const [[employer], [row], [opening], [candidate]] = await call.db.batch([
    findSearchRequirements(call),
    findCard(call, pseudonym),
    findOpeningToSearch(call, asked.openingId),
    findCandidateBehind(call, pseudonym, asked),
  ])
  await refuseUnlessMet(call, employer)
  if (!row) throw notFound()

  const card = cardOf(pseudonym, await cardFactsOf(call, row), 'full')
  const { student_id: studentId, consent_id: consentId } = row
  const looks = [{ studentId, consentId, fields: fieldsOn(card) }]
  // A new idempotency key and no stored answer, so that a repeated request reads again, under the
  // consent of that time.
  await commit(
    { ...call, write: { ...call.write, key: newId() } },
    [
      stillVisible(call, [studentId]),
      ...recordLooks(call, mayReveal(call, [consentId]), {
        kind: 'opened',
        subjectId: pseudonym,
        looks,
      }),
      auditEntry(call, 'card.opened', pseudonym),
    ],
    { answer: null, conflicts: { card_gone: notFound, consent_ended: notFound } },
  )
  // Only for the employer's own opening, because no employer may learn who fits another's.
  const fits = opening?.approved === 1 && candidate?.fits === 1
  return { card, fits: openingId === undefined ? null : fits }
}

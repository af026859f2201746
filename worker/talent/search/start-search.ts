import type { InferOutput } from 'valibot'

import { actingOf } from '../../accounts/session/acting.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { canonicalJson } from '../../foundation/crypto/canonical.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { secretOf } from '../../foundation/crypto/secrets.ts'
import { invalidInput, notFound } from '../../http/problems.ts'
import { asksUnknownSkill, criteriaHash, inOneForm } from './criteria.ts'
import { countFacets, facetsOf, matchesOf } from './facets.ts'
import { findSearchRequirements, refuseUnlessMet } from '../eligibility/find-search-requirements.ts'
import { findMatches } from './find-matches.ts'
import { findOfferedSkills } from './find-offered-skills.ts'
import { findOpeningToSearch } from './find-search.ts'
import { asTyped } from './wanted.ts'
import { employerNotApproved } from '../problems.ts'
import type { SearchInput } from './search-input.ts'
import { dailyShuffle, dayOf, segmentCount, shuffleModulus } from '../eligibility/shuffle.ts'
import { searches } from '../tables.ts'
import { blurredCount } from './blurred-count.ts'

type Input = InferOutput<typeof SearchInput>

/**
 * Starts a search with one opening. Returns a blurred count of the people found, and what they have
 * in common, also in blurred counts. `atLeast` is true if there were too many badges to read all.
 * `listCards` returns the people page by page, in a shuffled order that is cut into segments
 * (eligibility/shuffle.ts). The number of segments depends on how many badges of these skills there
 * are; it is stored, so that all pages use the same.
 */
export async function startSearch(call: Call, { openingId, criteria: typed }: Input) {
  if (asksUnknownSkill(typed))
    throw invalidInput('Check: criteria.skills.', { fields: ['criteria.skills'] })
  const employerId = actingOf(call).organizationId
  const criteria = inOneForm(typed)
  const asked = asTyped(employerId, openingId, canonicalJson(criteria))
  const [[employer], [opening], rows, offered] = await call.db.batch([
    findSearchRequirements(call),
    findOpeningToSearch(call, openingId),
    findMatches(call, asked),
    findOfferedSkills(call),
  ])
  if (!opening) throw notFound()
  await refuseUnlessMet(call, employer)
  if (opening.approved === 0)
    throw employerNotApproved('Missing: opening.', { missing: ['opening'] })

  const hash = await criteriaHash(openingId, criteria)
  const { end, badges } = rows.find(({ student_id: id }) => id === null) ?? { end: 0, badges: 0 }
  const matches = matchesOf(rows, criteria)
  const [day, segments] = [dayOf(call.now), segmentCount(badges)]
  const { bytes: key } = secretOf(call, 'PSEUDONYM_KEY')
  const shuffle = await dailyShuffle({ key, employerId, criteriaHash: hash, day, segments })
  const search = {
    id: newId(),
    organizationId: employerId,
    accountId: call.actorId,
    openingId,
    criteria: canonicalJson(criteria),
    criteriaHash: hash,
    segments,
    shuffle: JSON.stringify({ [day]: shuffle }),
    at: call.now,
  }
  // The facets may not fit into a stored answer (4096 characters at most). So the commit has a new
  // key and stores no answer: if the request is repeated, it is a new search, and counts again
  // towards the day's limit.
  await commit(
    { ...call, write: { ...call.write, key: newId() } },
    [call.db.insert(searches).values(search), auditEntry(call, 'search.made', search.id)],
    { answer: null },
  )
  return {
    searchId: search.id,
    count: blurredCount(matches.length),
    atLeast: end < shuffleModulus,
    facets: facetsOf(
      countFacets(matches),
      criteria,
      offered.map(({ skill }) => skill),
    ),
  }
}

import type { InferOutput } from 'valibot'

import { actingOf } from '../../accounts/session/acting.ts'
import { auditEntry } from '../../audit/entry.ts'
import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { newId } from '../../foundation/call/id.ts'
import { secretOf } from '../../foundation/crypto/secrets.ts'
import { notFound } from '../../http/problems.ts'
import { mayReveal } from '../../organizations/consent/may-reveal.ts'
import { recordLooks } from '../../organizations/consent/record-disclosure.ts'
import { cardOf, fieldsOn } from './card.ts'
import { type CardRow, cardFactsOf } from './find-cards.ts'
import { findPageOfCards, pageSize, segmentsAPage } from './find-page-of-cards.ts'
import { findSearchRequirements, refuseUnlessMet } from '../eligibility/find-search-requirements.ts'
import { type SearchRow, findSearch } from '../search/find-search.ts'
import { keepPseudonyms, pseudonymsFor } from './keep-pseudonyms.ts'
import { searchDayStale, searchMoved, searchPagesOver } from '../problems.ts'
import type { PageInput } from '../search/search-input.ts'
import { type Shuffle, dailyShuffle, dayOf, isDayStale, rankOfKey } from '../eligibility/shuffle.ts'
import { stillVisible } from '../eligibility/still-visible.ts'

type Input = InferOutput<typeof PageInput>

/** The most pages of one search a day: a thousand cards. */
const pagesADay = 40

/**
 * One page of a search: up to 25 short cards, fewer if the page reached its limit of segments. The
 * same commit stores the pseudonyms and the students' logs of who looked. If a student hides
 * between the read and the write, the whole page fails with 409 search-moved.
 */
export async function listCards(
  call: Call,
  searchId: string,
  { day = dayOf(call.now), after }: Input,
) {
  if (isDayStale(day, call.now)) throw searchDayStale()
  call.caps.push({
    key: `pages ${searchId} ${day}`,
    cap: pagesADay,
    windowSeconds: 2 * 86_400,
    refusal: searchPagesOver,
  })
  const { found, nextCursor } = await findPage(call, searchId, { day, after })
  const rows = found.slice(0, pageSize)
  const names = await pseudonymsFor(
    call,
    rows.map((row) => row.student_id),
  )
  const shown = await allOf(rows, async (row, index) => {
    const card = cardOf(names[index]?.pseudonym ?? '', await cardFactsOf(call, row), 'short')
    return { card, studentId: row.student_id, consentId: row.consent_id, fields: fieldsOn(card) }
  })
  const right = mayReveal(
    call,
    shown.map(({ consentId }) => consentId),
  )
  const looks = shown.map(({ studentId, consentId, fields }) => ({ studentId, consentId, fields }))

  // A new idempotency key and no stored answer, so that a repeated request reads again, under the
  // consents of that time.
  await commit(
    { ...call, write: { ...call.write, key: newId() } },
    [
      stillVisible(
        call,
        looks.map(({ studentId }) => studentId),
      ),
      keepPseudonyms(call, names),
      ...recordLooks(call, right, { kind: 'listed', subjectId: searchId, looks }),
      auditEntry(call, 'search.paged', searchId),
    ],
    { answer: null, conflicts: { card_gone: searchMoved, consent_ended: searchMoved } },
  )
  const cards = shown.map(({ card }) => card)
  const next = found.length > pageSize ? (cards.at(-1)?.pseudonym ?? null) : nextCursor
  return { day, cards, next }
}

interface Page {
  found: CardRow[]
  /** Where to continue if there are more segments: `place-` and the segment's number. */
  nextCursor: string | null
}

/**
 * Reads a page in the order of `day`. A search stores the order of the day on which it was made;
 * for another day the order is computed and the page read a second time.
 */
async function findPage(
  call: Call,
  searchId: string,
  { day, after }: { day: string; after: string | undefined },
): Promise<Page> {
  const segment = /^place-(\d+)$/.exec(after ?? '')?.[1]
  const rank = segment === undefined ? undefined : Number(segment)
  const behind = rank === undefined ? after : undefined
  const cursor = { day, behind, rank, shuffle: undefined }
  const [[employer], [search], rows] = await call.db.batch([
    findSearchRequirements(call),
    findSearch(call, searchId, behind),
    findPageOfCards(call, searchId, cursor),
  ])
  if (!search) throw notFound()
  await refuseUnlessMet(call, employer)
  const { after_key: key, shuffle: stored } = search
  if (behind !== undefined && key === null) throw searchMoved()
  const known = storedShuffle(stored, day)
  const shuffle = known ?? (await shuffleOn(call, day, search))
  const end = (rank ?? (key === null ? 0 : rankOfKey(shuffle, key))) + segmentsAPage
  const other = { ...cursor, shuffle: JSON.stringify({ [day]: shuffle }) }
  return {
    found: known ? rows : await findPageOfCards(call, searchId, other),
    nextCursor: end < shuffle.segments ? `place-${end}` : null,
  }
}

/** The stored order of `day`. Undefined for another day, and for an older search (no `inverse`). */
function storedShuffle(stored: string, day: string): Shuffle | undefined {
  const shuffle: Shuffle | undefined = JSON.parse(stored)[day]
  return shuffle && 'inverse' in shuffle ? shuffle : undefined
}

function shuffleOn(call: Call, day: string, search: SearchRow): Promise<Shuffle> {
  const { criteria_hash: criteriaHash, segments } = search
  const { bytes: key } = secretOf(call, 'PSEUDONYM_KEY')
  const employerId = actingOf(call).organizationId
  return dailyShuffle({ key, employerId, criteriaHash, day, segments })
}

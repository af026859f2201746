import * as v from 'valibot'

import { readNamesToHide } from '../attempts/submission/find-names-to-hide.ts'
import { allOf } from '../foundation/crypto/all-of.ts'
import { open, openOr } from '../foundation/crypto/seal.ts'
import type { GivenReview } from './result.ts'

/** A rating joined with its review. */
export interface ReviewRow {
  id: string
  name: string | null
  names_to_hide: string
  worked: string
  try_next: string
  criterion: string
  indicators: string
  reason: string
  above_signs: string | null
}

const Indicators = v.array(v.string())
const noReview = { name: null, names_to_hide: '[]', worked: '', try_next: '' }

/** Groups ratings by review and opens the sealed texts. */
export function openReviews(rows: readonly ReviewRow[]): Promise<GivenReview[]> {
  const reviews = Map.groupBy(rows, ({ id }) => id)
  return allOf([...reviews], async ([id, ratings]) => {
    const [first = noReview] = ratings
    return {
      id,
      reviewer: {
        name: await openOr(first.name, ''),
        programmes: readNamesToHide(first.names_to_hide),
      },
      worked: await open(first.worked),
      tryNext: await open(first.try_next),
      ratings: await allOf(ratings, async (rating) => ({
        criterion: rating.criterion,
        indicators: v.parse(Indicators, JSON.parse(rating.indicators)),
        reason: await open(rating.reason),
        aboveSigns: await openOr(rating.above_signs, ''),
      })),
    }
  })
}

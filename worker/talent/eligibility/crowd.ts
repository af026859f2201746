import * as v from 'valibot'

/**
 * How finely a badge is shown, so that at least five people share what the card says: by month,
 * quarter or year with the regions on the card, or by year with only their countries. `few`: fewer
 * than five people share even year and countries, but the card shows them.
 */
export const Crowd = v.picklist(['month', 'quarter', 'year', 'country', 'few'])
export type Crowd = v.InferOutput<typeof Crowd>

/** When a badge was earned, in one member: `month` (`2026-10`), `quarter` (`2026-Q4`) or `year`. */
export function whenOf(month: string, crowd: Crowd) {
  const year = month.slice(0, 4)
  if (crowd === 'month') return { month }
  if (crowd === 'quarter') return { quarter: `${year}-Q${Math.ceil(Number(month.slice(5)) / 3)}` }
  return { year }
}

/**
 * The regions on a card; only their countries if fewer than five people share one of its badges
 * together with the regions.
 */
export function regionsOn(regions: readonly string[], crowds: readonly Crowd[]): string[] {
  const areShared = crowds.every((crowd) => crowd !== 'country' && crowd !== 'few')
  return areShared ? [...regions] : countriesOf(regions)
}

/** `GB` of `GB-LDS`, each once. Sorted, so that the student's order of regions does not show. */
export function countriesOf(regions: readonly string[]): string[] {
  return [...new Set(regions.map((region) => region.slice(0, 2)))].toSorted()
}

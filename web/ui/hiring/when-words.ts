import { monthOf } from '../../lib/format/dates.ts'
import type { ShownBadge } from '../../lib/format/hiring.ts'
import { m } from '../../paraglide/messages.js'

/** When a badge was awarded: October 2026; October 2026 to December 2026; 2026. */
export function whenWords({ month, quarter, year = '' }: ShownBadge): string {
  if (month) return monthOf(month)
  if (!quarter) return year
  const [ofYear = '', number = ''] = quarter.split('-Q')
  const monthAt = (place: number) =>
    monthOf(`${ofYear}-${String((Number(number) - 1) * 3 + place).padStart(2, '0')}`)
  return m.hiring_card_quarter({ from: monthAt(1), until: monthAt(3) })
}

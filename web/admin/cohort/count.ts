import { figure } from '../../lib/format/figures.ts'
import { m } from '../../paraglide/messages.js'

/** A count of people for display; null stands for fewer than five. */
export function countWords(n: number | null): string {
  return n === null ? m.admin_few() : figure(n)
}

/** A bar's length in per cent of the largest; 0 for a hidden count. */
export function share(n: number | null, largest: number): number {
  return n === null || largest === 0 ? 0 : (n / largest) * 100
}

import type { WaitsFor } from '../../worker/attempts/attempt/find-waits-for.ts'
import { m } from '../paraglide/messages.js'

/** Why a result has no date, and what is being done. */
export function noDateWords(waitsFor: WaitsFor): string {
  switch (waitsFor) {
    case 'reviewer':
      return m.student_no_date_reviewer()
    case 'time':
      return m.student_no_date_time()
    default:
      return m.student_no_date_mentor()
  }
}

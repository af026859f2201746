import { weekdayExactly } from '../../lib/format/dates.ts'
import { m } from '../../paraglide/messages.js'
import type { OwnRequests } from './tasks.ts'

/** Until when to answer a request, or to accept a time of it if that ends sooner. */
export function answerByWords({ answerBy, acceptBy }: OwnRequests[number]): string {
  if (acceptBy) return m.student_accept_by({ date: weekdayExactly(acceptBy) })
  return answerBy ? m.student_answer_by({ date: weekdayExactly(answerBy) }) : ''
}

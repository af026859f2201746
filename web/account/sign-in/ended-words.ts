import type { Ended } from '../../../worker/accounts/session/find-ended.ts'
import { duration } from '../../../worker/foundation/reader/figures.ts'
import { day } from '../../lib/format/dates.ts'
import { reader } from '../../lib/reader/reader.ts'
import { m } from '../../paraglide/messages.js'

const hour = 3_600

/** Why a session ended by time, as in “because you did nothing here for 12 hours”. */
export function endedWords(ended: Ended): string {
  if (ended.because === 'age') return m.account_ended_age({ day: day(ended.since) })
  return m.account_ended_idle({ time: timeOf(ended.seconds) })
}

function timeOf(seconds: number): string {
  if (seconds < hour) return duration(reader(), seconds / 60, 'minute')
  const hours = Math.round(seconds / hour)
  return hours < 48 ? duration(reader(), hours, 'hour') : duration(reader(), hours / 24, 'day')
}

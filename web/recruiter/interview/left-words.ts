import { m } from '../../paraglide/messages.js'

/** As in “4:05 left”. */
export function leftWords(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return m.recruiter_left({ time })
}

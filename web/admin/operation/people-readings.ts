import { figure } from '../../lib/format/figures.ts'
import { relative } from '../../lib/format/dates.ts'
import { m } from '../../paraglide/messages.js'
import { type Operation, type ReadingSection, ageShare, countedWords, hourMs } from './reading.ts'

/** Below this the week of a new programme, in which no mentor has judged yet, would be red. */
const fewMinutes = 60

/** Reviews past their promise, and the time of mentors against what is needed. */
export function reviewReadings(operation: Operation, now: Date): ReadingSection {
  const { brokenPromises, mentorMinutes } = operation
  const { wanted, givenInAWeek } = mentorMinutes
  const share = wanted / Math.max(givenInAWeek, fewMinutes)
  return {
    title: m.admin_operations_reviews_title(),
    readings: [
      {
        id: 'broken-promises',
        name: m.admin_operations_broken(),
        value: countedWords(
          brokenPromises,
          m.admin_operations_broken_n,
          m.admin_operations_broken_none,
          now,
        ),
        isRed: brokenPromises.n > 0,
        advice: m.admin_operations_broken_red(),
      },
      {
        id: 'mentor-minutes',
        name: m.admin_operations_mentors(),
        value: m.admin_operations_mentors_n({
          wanted: figure(wanted),
          given: figure(givenInAWeek),
        }),
        share,
        isRed: share > 1,
        advice: m.admin_operations_mentors_red(),
      },
    ],
  }
}

/** The signer, the badges that wait for it, and the age of the lists it signs. */
export function badgeReadings(operation: Operation, now: Date): ReadingSection {
  const { signer, unsigned, oldestListSignedAt } = operation
  const waited = ageShare(unsigned.since, hourMs, now)
  const listAge = ageShare(oldestListSignedAt, 36 * hourMs, now)
  const topic = m.admin_operations_topic_signer()
  return {
    title: m.admin_operations_badges_title(),
    readings: [
      {
        id: 'signer',
        name: m.admin_operations_signer(),
        value: signerWords(signer),
        isRed: !signer.ok,
        advice: m.admin_operations_signer_red(),
        topic,
      },
      {
        id: 'unsigned',
        name: m.admin_operations_unsigned(),
        value: countedWords(
          unsigned,
          m.admin_operations_unsigned_n,
          m.admin_operations_unsigned_none,
          now,
        ),
        share: waited,
        isRed: waited > 1,
        advice: m.admin_operations_unsigned_red(),
        topic,
      },
      {
        id: 'status-lists',
        name: m.admin_operations_lists(),
        value: oldestListSignedAt
          ? m.admin_operations_lists_n({ time: relative(oldestListSignedAt, now) })
          : m.admin_operations_lists_none(),
        share: listAge,
        isRed: listAge > 1,
        fine: m.admin_operations_lists_fine(),
        advice: m.admin_operations_lists_red(),
        topic,
      },
    ],
  }
}

function signerWords({ ok, problem }: Operation['signer']): string {
  if (ok) return m.admin_operations_signer_ok()
  return problem === 'signer-away'
    ? m.admin_operations_signer_away()
    : m.admin_operations_signer_key()
}

import { relative } from '../../lib/format/dates.ts'
import { m } from '../../paraglide/messages.js'
import { problemInWords } from './dead-notes.ts'
import {
  type Operation,
  type Reading,
  type ReadingSection,
  ageShare,
  countedWords,
  hourMs,
  minuteMs,
} from './reading.ts'

/** When the cron and the backup last ran. */
export function runReadings({ tickedAt, backedUpAt }: Operation, now: Date): ReadingSection {
  const last = (at: string | null, allowedMs: number) => {
    const share = ageShare(at, allowedMs, now)
    const value = at === null ? m.admin_operations_never() : relative(at, now)
    return at === null ? { value, isRed: true } : { value, share, isRed: share > 1 }
  }
  return {
    title: m.admin_operations_runs(),
    readings: [
      {
        id: 'tick',
        name: m.admin_operations_tick(),
        // As in /health.
        ...last(tickedAt, 3 * minuteMs),
        fine: m.admin_operations_tick_fine(),
        advice: m.admin_operations_tick_red(),
        topic: m.admin_operations_topic_cron(),
      },
      {
        id: 'backup',
        name: m.admin_operations_backup(),
        // A job that runs each night may take its time; after 36 hours it has missed one.
        ...last(backedUpAt, 36 * hourMs),
        fine: m.admin_operations_backup_fine(),
        advice: m.admin_operations_backup_red(),
      },
    ],
  }
}

const lanes = [
  { lane: 0, name: m.admin_operations_due_0, minutes: 2 },
  { lane: 1, name: m.admin_operations_due_1, minutes: 10 },
  { lane: 2, name: m.admin_operations_due_2, minutes: 60 },
]

/** The outbox: what is due in each lane, and what failed and is tried again. */
export function dueReadings(operation: Operation, now: Date): ReadingSection {
  const due = lanes.map(({ lane, name, minutes }): Reading => {
    const counted = operation.due.find((one) => one.lane === lane) ?? nothing
    const share = ageShare(counted.since, minutes * minuteMs, now)
    return {
      id: `due-${lane}`,
      name: name(),
      value: countedWords(counted, m.admin_operations_due, m.admin_operations_due_none, now),
      share,
      isRed: share > 1,
      fine: m.admin_operations_due_fine({ minutes }),
      advice: m.admin_operations_due_red(),
      topic: m.admin_operations_topic_cron(),
    }
  })
  return { title: m.admin_operations_due_title(), readings: [...due, ...failing(operation, now)] }
}

const nothing = { n: 0, more: false, since: null }

/** One for each reason. A single failure is normal, so it is red after an hour. */
function failing({ failing: reasons }: Operation, now: Date): Reading[] {
  const rows = reasons.length > 0 ? reasons : [{ ...nothing, problem: null }]
  return rows.map(({ problem, ...counted }, index) => {
    const share = ageShare(counted.since, hourMs, now)
    return {
      id: `failing-${index}`,
      name: m.admin_operations_failing(),
      value: countedWords(
        counted,
        m.admin_operations_failing_n,
        m.admin_operations_failing_none,
        now,
      ),
      share,
      isRed: share > 1,
      fine: m.admin_operations_failing_fine(),
      advice: problemInWords(problem),
      ...topicOf(problem),
    }
  })
}

function topicOf(problem: string | null): { topic?: string } {
  if (problem?.startsWith('mail-')) return { topic: m.admin_operations_topic_mail() }
  return problem?.startsWith('signer-') ? { topic: m.admin_operations_topic_signer() } : {}
}

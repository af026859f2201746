import { m } from '../../paraglide/messages.js'
import { mailReadings } from './mail-readings.ts'
import { badgeReadings, reviewReadings } from './people-readings.ts'
import type { Operation, ReadingSection } from './reading.ts'
import { roomReadings, versionReadings } from './room-readings.ts'
import { dueReadings, runReadings } from './work-readings.ts'

/** The operator's page from top to bottom. A new kind of number is one function more in this list. */
export function sectionsOf(operation: Operation, now: Date): ReadingSection[] {
  return [
    runReadings(operation, now),
    dueReadings(operation, now),
    mailReadings(operation, now),
    reviewReadings(operation, now),
    badgeReadings(operation, now),
    roomReadings(operation),
    versionReadings(operation),
  ]
}

/** What is red, in the order of the page. Tasks that failed for good have a part of their own. */
export function redsOf(sections: ReadingSection[], dead: number): { id: string; name: string }[] {
  const failed = dead > 0 ? [{ id: 'dead', name: m.admin_operations_dead_name() }] : []
  const red = sections.flatMap(({ readings }) => readings.filter(({ isRed }) => isRed))
  return [...failed, ...red.map(({ id, name }) => ({ id, name }))]
}

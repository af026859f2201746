import type { InferOutput } from 'valibot'

import type { Problem } from '../../foundation/call/problem.ts'
import type { SlotInput } from '../edition/edition-input.ts'
import {
  slotOffsetWrong,
  slotOutOfRange,
  slotRepeated,
  slotTimeAmbiguous,
  slotTimeMissing,
  slotZoneUnknown,
} from '../problems.ts'
import { slotTime } from './slot-time.ts'

export const soonestMinutes = 120
const latestDays = 60
const gridMinutes = 5

type Offered = InferOutput<typeof SlotInput>

export interface Slot {
  startsAt: Date
  endsAt: Date
  zone: string
}

/**
 * The instants of offered times. Throws the refusal of the first invalid time, or if two are equal.
 */
export function slotsOf(offered: readonly Offered[], minutes: number, now: Date): Slot[] {
  const slots = offered.map((each, index) => slotOf(each, `slots.${index}`, minutes, now))
  const starts = new Set(slots.map(({ startsAt }) => startsAt.getTime()))
  if (starts.size !== slots.length) throw slotRepeated()
  return slots
}

/** Whether a time starts in less than two hours, which is too soon to offer, book or change it. */
export function isTooSoon(startsAt: Date, now: Date): boolean {
  return startsAt.getTime() < now.getTime() + soonestMinutes * 60_000
}

interface Answerable {
  answerBy: Date | null
  /** When the last of the offered times begins. */
  lastSlotAt: Date | null
}

/** Until when a time can be accepted; null if that is not before `answerBy`, or is over. */
export function acceptBy({ answerBy, lastSlotAt }: Answerable, now: Date): Date | null {
  if (!answerBy || !lastSlotAt) return null
  const last = changeableUntil(lastSlotAt)
  return last < answerBy && last >= now ? last : null
}

/** The last moment to choose or change a time. */
export const changeableUntil = (startsAt: Date) =>
  new Date(startsAt.getTime() - soonestMinutes * 60_000)

/** The last moment to take one of the other times on offer instead of the booked time. */
export const offerUntil = (bookedAt: Date, lastOfferedAt: Date | null) =>
  changeableUntil(lastOfferedAt && lastOfferedAt < bookedAt ? lastOfferedAt : bookedAt)

function slotOf(offered: Offered, field: string, minutes: number, now: Date): Slot {
  const time = slotTime(offered)
  if ('problem' in time) throw refusalOf(time, field)
  const startsAt = time.instant
  const latest = now.getTime() + latestDays * 86_400_000
  const onGrid = startsAt.getTime() % (gridMinutes * 60_000) === 0
  if (isTooSoon(startsAt, now) || startsAt.getTime() > latest || !onGrid) {
    throw slotOutOfRange(`Check: ${field}.`, { fields: [field] })
  }
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000), zone: offered.zone }
}

const refusals = {
  'slot-zone-unknown': slotZoneUnknown,
  'slot-time-missing': slotTimeMissing,
  'slot-offset-wrong': slotOffsetWrong,
}

function refusalOf(
  time: Exclude<ReturnType<typeof slotTime>, { instant: Date }>,
  field: string,
): Problem {
  if (time.problem !== 'slot-time-ambiguous')
    return refusals[time.problem](`Check: ${field}.`, { fields: [field] })
  const choices = time.choices.map((instant) => instant.toISOString())
  return slotTimeAmbiguous(`It is ${choices.join(' or ')}.`, { fields: [field], choices })
}

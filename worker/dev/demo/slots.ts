const dayMs = 86_400_000

interface InDays {
  inDays: number
  at: string
}

/** Times on working days, because the demo may be made on a Friday. */
export function slotsOf(slots: readonly InDays[], seededAt: Date) {
  return slots.map(({ inDays, at }) => {
    const day = workingDay(new Date(seededAt.getTime() + inDays * dayMs))
    return { local: `${day.toISOString().slice(0, 10)}T${at}`, zone: 'Europe/London' }
  })
}

function workingDay(day: Date): Date {
  const isWeekend = [0, 6].includes(day.getUTCDay())
  return isWeekend ? workingDay(new Date(day.getTime() + dayMs)) : day
}

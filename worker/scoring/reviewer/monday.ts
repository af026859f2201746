const day = 86_400_000
/** 1 January 1970 was a Thursday, so the first Monday was four days later. */
const firstMonday = 4 * day
const week = 7 * day

/** The start (UTC) of the Monday on or before a moment. */
export function mondayBefore(moment: Date): Date {
  const weeks = Math.floor((moment.getTime() - firstMonday) / week)
  return new Date(firstMonday + weeks * week)
}

/** The start of the Monday after a moment. */
export function mondayAfter(moment: Date): Date {
  return new Date(mondayBefore(moment).getTime() + week)
}

const day = 86_400_000

/** A programme that said no is not asked again by the same one for so many days. */
export const askAgainAfterDays = 30

/** A “no” that came after this moment still stands. */
export function declinesStandFrom(now: Date): Date {
  return new Date(now.getTime() - askAgainAfterDays * day)
}

/** So many questions may wait for one programme, so that its page shows all of them. */
export const mostQuestions = 10

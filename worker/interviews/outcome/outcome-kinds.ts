/** What an employer decides after an interview. */
export const decisions = ['advance', 'offer', 'not-selected'] as const

/** What either side adds later. */
export const laterOutcomes = ['next-round', 'hired', 'offer-declined'] as const

export const outcomeKinds = [...decisions, ...laterOutcomes] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

import type { Facts } from '../requirement/evaluate.ts'

/** What has ever been decided, awarded or confirmed for a person. Times are milliseconds. */
export interface History {
  credentials: readonly {
    skill: string
    lineageId: string
    level: number
    validUntil: number | null
    revokedAt: number | null
    /** URIs of what it is aligned to. */
    alignments: readonly string[]
  }[]
  /** Challenges that were decided proficient. */
  proficient: readonly { challengeId: string; revokedAt: number | null }[]
  attestations: readonly { organizationId: string; title: string; endedAt: number | null }[]
}

interface Enrolled {
  /** The programme of the pathway: only its admins confirm things for it. */
  organizationId: string
  /** When the student chose the pathway, or now. */
  since: number
}

/**
 * The facts that finish steps. A badge that expired after the student chose the pathway still
 * counts, so that a step stays finished; one that expired before does not. What was revoked or
 * taken back counts only in `before`: the facts as they would be without that. Pure.
 */
export function factsOf(history: History, { organizationId, since }: Enrolled) {
  const isIn = (endedAt: number | null, isBefore: boolean) =>
    endedAt === null || (isBefore && endedAt > since)
  const facts = (isBefore: boolean): Facts => {
    const held = history.credentials.filter(
      ({ validUntil, revokedAt }) =>
        (validUntil === null || validUntil > since) && isIn(revokedAt, isBefore),
    )
    const credentials = new Map<string, number>()
    for (const { skill, lineageId, level } of held) {
      for (const name of [skill, lineageId]) {
        credentials.set(name, Math.max(level, credentials.get(name) ?? 0))
      }
    }
    const proficient = history.proficient.filter(({ revokedAt }) => isIn(revokedAt, isBefore))
    return {
      credentials,
      alignments: new Set(held.flatMap(({ alignments }) => alignments)),
      credit: 0,
      done: {
        challenge: new Set(proficient.map(({ challengeId }) => challengeId)),
        // Modules of knowledge and reflection, and claims of prior learning, are not here yet.
        knowledge: new Set(),
        reflection: new Set(),
        'prior-learning': new Set(),
      },
      attested: history.attestations
        .filter((one) => one.organizationId === organizationId && isIn(one.endedAt, isBefore))
        .map(({ title }) => ({ title, by: 'programme' })),
    }
  }
  return { now: facts(false), before: facts(true) }
}

import type { Language } from '../../foundation/reader/reader.ts'
import type { Rubric } from '../../skills/rubric.ts'
import type { OtherProof } from './evidence.ts'

/** Everything an award needs, as it was when the decision was made. */
export interface AwardFacts {
  decision: { id: string; state: 'proficient' | 'not-yet' | 'needs-more'; level: number | null }
  student: { id: string; email: string }
  /** The signed text is in this organization's language. */
  organization: { id: string; name: string; slug: string; language: Language }
  challenge: { title: string; versionHash: string }
  rubric: { hash: string; language: string; body: Rubric }
  submission: {
    handedInAt: Date
    /** Base64url SHA-256 of the evidence salt and the text handed in. */
    evidenceHash: string
    genre: 'assessment' | 'prior-learning'
  }
  /** Earlier rounds whose answers proved some of the criteria, in order. */
  earlier: { handedInAt: Date; evidenceHash: string; competencies: string[] }[]
  reviewers: { peers: number; mentors: number }
  sitting: 'supervised' | 'unsupervised'
  identity: 'checked' | 'not checked'
  /** For a criterion that a badge in another skill proved. */
  otherProof?: OtherProof
}

/** Whether there is a badge for this decision: only if it is proficient. */
export function isAwardable({ decision }: AwardFacts): boolean {
  return decision.state === 'proficient' && decision.level !== null
}

/**
 * The level of each criterion, in the rubric's order. A decision is proficient only if every
 * criterion is. In this version a badge says level 3 for each, even if the ratings were 4.
 */
export function criterionLevels({ rubric }: AwardFacts): { competency: string; level: number }[] {
  return rubric.body.criteria.map(({ competency }) => ({ competency, level: 3 }))
}

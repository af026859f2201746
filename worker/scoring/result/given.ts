import type { CriterionState } from '../estimate/estimate.ts'
import type { EstimateInput } from '../estimate/inputs.ts'

/** The latest estimate of a criterion over the rounds of an attempt, as it is stored. */
export interface StoredEstimate {
  /** The submission that it is about, of this round or an earlier one. */
  submissionId: string
  round: number
  handedInAt: Date
  criterion: string
  state: CriterionState
  mean: number
  variance: number
  priorMean: number
  priorVariance: number
  inputs: EstimateInput[]
}

/** A review that the author may read. */
export interface GivenReview {
  id: string
  submissionId: string
  reviewerId: string
  /** The reviewer's name and programmes, which are hidden. */
  reviewer: { name: string; programmes: string[] }
  worked: string
  tryNext: string
  ratings: {
    criterion: string
    indicators: string[]
    reason: string
    /** Why the level is above the one that the ticks give; empty if it is not above. */
    aboveSigns: string
  }[]
}

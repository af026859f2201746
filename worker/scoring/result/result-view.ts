import { mayStartAgainAt } from '../../attempts/attempt/attempt.ts'
import { owedView } from '../../reviews/standing/owed.ts'
import { reviewsOwed } from '../../scenarios/catalogue/reviews-owed.ts'
import { retrace } from '../../reviews/desk/retrace.ts'
import { Playthrough } from '../../scenarios/play/story.ts'
import type { OtherProof } from './other-proof.ts'
import { agreementBand, agreementSentence } from '../agreement.ts'
import { commentsOf, criterionResult, hiding, nextStepOf } from './result.ts'
import { roundView, roundsView } from './rounds-view.ts'
import type { ResultFacts } from './result-facts.ts'
import { withheld } from '../delay/withheld.ts'
import { reviewersIn } from '../estimate/inputs.ts'

/** What a student sees of their hand-in: its progress until the decision, then the full result. */
export function resultView(facts: ResultFacts) {
  const { decision, version, handedInAt, given, handIns, toReview, delay } = facts
  const { id, title, skill } = version.challenge
  const shared = {
    challenge: { id, title, skill },
    handedInAt: handedInAt.toISOString(),
    round: facts.round,
    rounds: facts.rounds.map(roundView),
    owed: owedView({ given, owed: reviewsOwed(handIns), waiting: toReview }),
  }
  return decision
    ? { state: 'decided' as const, ...shared, ...withheld(decidedView(facts, decision), delay) }
    : { state: 'waiting' as const, ...shared, ...waitingView(facts) }
}

/**
 * A hand-in before its decision. Shows no estimate, or students would take one or two reviews for
 * the result.
 */
function waitingView(facts: ResultFacts) {
  const { reviewsExpected, promisedAt, missed, waitsFor } = facts
  // Those of earlier rounds are read too.
  const done = facts.reviews.filter(
    ({ submissionId }) => submissionId === facts.submissionId,
  ).length
  return {
    reviews: { done, expected: Math.max(reviewsExpected, done) },
    /** Null while no date is valid; `waitsFor` says why. */
    expectedBy: waitsFor ? null : promisedAt.toISOString(),
    waitsFor,
    /** Whether a date was missed before, so that `expectedBy` is not the first one. */
    dateMoved: missed > 0,
  }
}

function decidedView(facts: ResultFacts, decision: NonNullable<ResultFacts['decision']>) {
  const { version, reviews, estimates, programmes, attempt, isRead, submissionId, otherProof } =
    facts
  const played = new Playthrough(version.ink, facts.turns)
  const personOf = (review: string) => reviews.find(({ id }) => id === review)?.reviewerId ?? review
  const hide = hiding(programmes, version.challenge.language)
  const criteria = version.rubric.criteria.flatMap((criterion) => {
    const estimate = estimates.find((each) => each.criterion === criterion.competency)
    if (!estimate) return []
    const proof = otherProof?.criterion === criterion.competency ? otherProof : undefined
    // A criterion that another badge proves is proficient, whatever the reviews of this answer say.
    const state = proof ? 'proficient' : estimate.state
    const shown = criterionResult(criterion, { ...estimate, state }, reviews, hide)
    return [{ ...shown, provedBy: proof ? provedBy(proof) : null }]
  })
  const isProficient = decision.state === 'proficient'
  return {
    isRead,
    decision: decision.state,
    decisionId: decision.id,
    level: decision.level,
    decidedAt: decision.decidedAt.toISOString(),
    /** Those on this round. */
    comments: commentsOf(
      reviews.filter((review) => review.submissionId === submissionId),
      hide,
    ),
    criteria,
    reviewers: reviewersIn(
      estimates.flatMap(({ inputs }) => inputs),
      personOf,
    ),
    agreement: { band: agreementBand, sentence: agreementSentence },
    choices: retrace(played, version.key).flatMap(({ choice }) => choice ?? []),
    nextStep: nextStepOf(criteria),
    ...roundsView(facts, played),
    tryAgainFrom: isProficient ? null : (mayStartAgainAt(attempt)?.toISOString() ?? null),
  }
}

function provedBy({ skill, level, at }: OtherProof) {
  return { skill, level, at: at.toISOString() }
}

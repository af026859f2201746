import { mayStartAgainAt } from '../attempts/attempt/attempt.ts'
import { owedView, reviewsOwed } from '../reviews/standing/owed.ts'
import { retrace } from '../reviews/desk/retrace.ts'
import { Playthrough } from '../scenarios/play/story.ts'
import { agreementBand, agreementSentence } from './agreement.ts'
import { commentsOf, criterionResult, hiding, nextStepOf } from './result.ts'
import type { ResultFacts } from './result-facts.ts'
import { reviewersIn } from './inputs.ts'

/** What a student sees of their hand-in: its progress until the decision, then the full result. */
export function resultView(facts: ResultFacts) {
  const { decision, version, handedInAt, given, handIns, toReview } = facts
  const { id, title, skill } = version.challenge
  const shared = {
    challenge: { id, title, skill },
    handedInAt: handedInAt.toISOString(),
    owed: owedView({ given, owed: reviewsOwed(handIns), waiting: toReview }),
  }
  return decision
    ? { state: 'decided' as const, ...shared, ...decidedView(facts, decision) }
    : { state: 'waiting' as const, ...shared, ...waitingView(facts) }
}

/**
 * A hand-in before its decision. Shows no estimate, or students would take one or two reviews for
 * the result.
 */
function waitingView({ reviews, reviewsExpected, promisedAt, missed, waitsFor }: ResultFacts) {
  return {
    reviews: { done: reviews.length, expected: Math.max(reviewsExpected, reviews.length) },
    /** Null while no date is valid; `waitsFor` says why. */
    expectedBy: waitsFor ? null : promisedAt.toISOString(),
    waitsFor,
    /** Whether a date was missed before, so that `expectedBy` is not the first one. */
    dateMoved: missed > 0,
  }
}

function decidedView(facts: ResultFacts, decision: NonNullable<ResultFacts['decision']>) {
  const { version, turns, reviews, estimates, programmes, attempt, isRead } = facts
  const hide = hiding(programmes, version.challenge.language)
  const criteria = version.rubric.criteria.flatMap((criterion) => {
    const estimate = estimates.find((each) => each.criterion === criterion.competency)
    return estimate ? [criterionResult(criterion, estimate, reviews, hide)] : []
  })
  const isProficient = decision.state === 'proficient'
  return {
    isRead,
    decision: decision.state,
    decisionId: decision.id,
    level: decision.level,
    decidedAt: decision.decidedAt.toISOString(),
    comments: commentsOf(reviews, hide),
    criteria,
    reviewers: reviewersIn(estimates.flatMap(({ inputs }) => inputs)),
    agreement: { band: agreementBand, sentence: agreementSentence },
    choices: retrace(new Playthrough(version.ink, turns), version.key).flatMap(
      ({ choice }) => choice ?? [],
    ),
    nextStep: nextStepOf(criteria),
    tryAgainFrom: isProficient ? null : (mayStartAgainAt(attempt)?.toISOString() ?? null),
  }
}

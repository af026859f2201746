import type { Problem } from '../../foundation/call/problem.ts'
import { Playthrough } from '../../scenarios/play/story.ts'
import type { Answers } from '../answers.ts'
import { isOver } from '../attempt/attempt.ts'
import type { OwnAttempt } from '../attempt/find-own-attempt.ts'
import {
  alreadyHandedIn,
  answerNotAsked,
  answerRepeatsItself,
  answerSettled,
  answerTooLong,
  answerTooShort,
  answersChanged,
  attemptNotFinished,
  attemptNotOpen,
  submissionUnchanged,
} from '../problems.ts'
import { settledAnswers } from '../round/changeable.ts'
import type { SubmitAttemptInput } from './submit-attempt-input.ts'
import { distinctShare, wordsChanged, wordsOf } from './words.ts'

const leastDistinctShare = 0.3
const leastWordsChanged = 15

/** Why these answers cannot be submitted now, or undefined. */
export function whyNotHandIn(
  own: OwnAttempt,
  { round, answers: given, versions }: SubmitAttemptInput,
  now: Date,
): Problem | undefined {
  const { attempt } = own
  if (attempt.state === 'lapsed' || (attempt.state === 'open' && isOver(attempt, now))) {
    return attemptNotOpen()
  }
  if (attempt.state !== 'open' || round !== attempt.round) return alreadyHandedIn()

  const settled = settledAnswers(own)
  const changed = Object.keys(settled).find((id) => (given[id] ?? settled[id]) !== settled[id])
  if (changed !== undefined) return answerSettled(undefined, { promptId: changed })
  const answers = { ...given, ...settled }

  const { screen, screens } = new Playthrough(own.ink, own.turns)
  if (!screen.ended) return attemptNotFinished()
  const asked = screens.flatMap(({ promptId }) => promptId ?? [])
  const notAsked = Object.keys(answers).find((promptId) => !asked.includes(promptId))
  if (notAsked !== undefined) return answerNotAsked(undefined, { promptId: notAsked })
  for (const promptId of asked) {
    const [least, most] = own.challenge.prompts[promptId]?.words ?? [0, 0]
    const refusal = whyNotThis(answers[promptId] ?? '', { promptId, least, most })
    if (refusal) return refusal
  }
  const newer = own.drafts.find(
    ({ promptId, version, text }) =>
      version > (versions?.[promptId] ?? version) &&
      text !== answers[promptId] &&
      !(promptId in settled),
  )
  if (newer) return answersChanged()
  const before = own.submissions.find((submission) => submission.round === round - 1)
  return before && whyUnchanged(before.answers, answers)
}

interface Asked {
  promptId: string
  least: number
  most: number
}

function whyNotThis(text: string, { promptId, least, most }: Asked): Problem | undefined {
  const count = wordsOf(text).length
  if (count < least) return answerTooShort(undefined, { promptId, words: count, least, most })
  if (count > most) return answerTooLong(undefined, { promptId, words: count, least, most })
  if (distinctShare(text) < leastDistinctShare) return answerRepeatsItself(undefined, { promptId })
  return undefined
}

function whyUnchanged(before: Answers, after: Answers): Problem | undefined {
  const all = (answers: Answers) => Object.values(answers).join(' ')
  const changed = wordsChanged(all(before), all(after))
  if (changed >= leastWordsChanged) return undefined
  return submissionUnchanged(undefined, { words: changed, least: leastWordsChanged })
}

import type { Screen } from '../scenarios/play/screen.ts'
import { Playthrough, type Turn } from '../scenarios/play/story.ts'
import { skills } from '../skills/skill.ts'
import type { OwnAttempt } from './attempt/find-own-attempt.ts'
import { criteriaOfRound, isChangeable } from './round/changeable.ts'
import { receiptOf } from './submission/receipt.ts'
import { askedPrompt, turnReply } from './turn/reply.ts'

/**
 * An attempt as its student sees it: the current screen, the story so far and the answers. Fields
 * are picked one by one, so that neither key.yaml nor a variable nor a later passage can leak.
 */
export function attemptView(own: OwnAttempt) {
  const { attempt, challenge, rubric } = own
  const play = new Playthrough(own.ink, own.turns)
  // Of this round: while a later one is open, there is none yet.
  const submission = own.submissions.find(({ round }) => round === attempt.round)
  return {
    id: attempt.id,
    challengeId: attempt.challengeId,
    title: challenge.title,
    setting: challenge.setting,
    skill: challenge.skill,
    skillName: skills[challenge.skill].name,
    language: challenge.language,
    state: attempt.state,
    round: attempt.round,
    startedAt: attempt.startedAt,
    closesAt: attempt.closesAt,
    /**
     * When it was submitted or lapsed. It lapses at `closesAt`, or when the student leaves the
     * programme.
     */
    endedAt: attempt.endedAt,
    minutes: own.minutes,
    /**
     * Null while the programme has no mentor who may review this student's answers, because then no
     * date is promised.
     */
    decideWithinDays: own.mentorIsFree ? challenge.decideWithinDays : null,
    judged: rubric.criteria.map(({ competency, name, description }) => ({
      competency,
      name,
      description,
    })),
    ...turnReply(own, play, own.turns.length),
    story: play.screens.slice(0, -1).map((screen, at) => pastScreen(screen, play.path[at])),
    prompts: promptsMet(own, play),
    receipt: submission ? receiptOf(submission, own.waitsFor) : null,
    revision: revisionView(own),
  }
}

function pastScreen({ passageId, paragraphs, choices, promptId }: Screen, turn?: Turn) {
  const taken = choices.find(({ id }) => turn?.kind === 'choice' && id === turn.id)
  return { passageId, paragraphs, promptId: promptId ?? null, choice: taken ?? null }
}

/** What an open later round is about; null in a first round, and once it is handed in. */
function revisionView(own: OwnAttempt) {
  const { attempt, rubric, revisions } = own
  const revision = revisions.find(({ round }) => round === attempt.round)
  if (attempt.state !== 'open' || !revision) return null
  const open = criteriaOfRound(own)
  return {
    /** Whether the student has left the plan for the answers. */
    planEnded: revision.planEnded,
    criteria: rubric.criteria
      .filter(({ competency }) => open.includes(competency))
      .map(({ name }) => name),
  }
}

/** Every prompt on the path so far, in order, with the submitted text or else the draft. */
function promptsMet(own: OwnAttempt, { screens }: Playthrough) {
  const answers = own.submissions.find(({ round }) => round === own.attempt.round)?.answers
  const open = criteriaOfRound(own)
  return screens
    .flatMap(({ promptId }) => promptId ?? [])
    .map((id) => {
      const draft = own.drafts.find(({ promptId }) => promptId === id)
      return {
        ...askedPrompt(own, id),
        text: (own.attempt.state === 'open' ? undefined : answers?.[id]) ?? draft?.text ?? '',
        /** Whether the answer can be changed in this round. */
        changeable: isChangeable(own.challenge, id, open),
        version: draft?.version ?? 0,
        savedAt: draft?.updatedAt ?? null,
        earlierTexts: own.earlierTexts.find(({ promptId }) => promptId === id)?.count ?? 0,
      }
    })
}

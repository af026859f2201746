import { and, count, eq, sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { hasFreeMentor } from '../../organizations/people/has-free-mentor.ts'
import type { CompiledInk } from '../../scenarios/play/bounded-story.ts'
import { Challenge } from '../../scenarios/challenge/challenge.ts'
import { StoryOutline } from '../../scenarios/play/story-outline.ts'
import type { Turn } from '../../scenarios/play/story.ts'
import { minutesToPlay } from '../../scenarios/catalogue/find-catalogue.ts'
import { challenges, challengeVersions } from '../../scenarios/tables.ts'
import { readRubric } from '../../skills/find-rubric.ts'
import type { Rubric } from '../../skills/rubric.ts'
import { rubricVersions } from '../../skills/tables.ts'
import type { Attempt } from './attempt.ts'
import { type WaitsFor, waitsForOf } from './find-waits-for.ts'
import { recordedTurns } from './recorded-turns.ts'
import { type HandedInRound, type Revision, readRound, roundsOf } from './find-rounds.ts'
import { openDraft } from '../draft-text.ts'
import { type Answers, openAnswers } from '../answers.ts'
import { attempts, supersededDrafts, drafts, submissions, turns } from '../tables.ts'

export interface Draft {
  promptId: string
  text: string
  version: number
  updatedAt: Date
}

type Submission = typeof submissions.$inferSelect
export type HandedIn = Omit<Submission, 'answers'> & { answers: Answers }

/** The caller's attempt with everything needed to continue it, but without key.yaml. */
export interface OwnAttempt {
  attempt: Attempt
  turns: Turn[]
  /** When each turn was taken, in order. */
  turnTimes: Date[]
  drafts: Draft[]
  /** How many superseded texts each prompt has. */
  earlierTexts: { promptId: string; count: number }[]
  submissions: HandedIn[]
  /** The rounds that were handed in, in order. */
  rounds: HandedInRound[]
  /** The later rounds that were opened, in order. */
  revisions: Revision[]
  challenge: Challenge
  /** The minutes that the challenge takes, as the catalogue states them. */
  minutes: number
  ink: CompiledInk
  outline: StoryOutline
  rubric: Rubric
  /**
   * Whether the programme has a mentor who may review this student's answers. If not, no date is
   * promised.
   */
  mentorIsFree: boolean
  /** What is missing for a decision on the latest submission. Null while its date is valid. */
  waitsFor: WaitsFor
}

const Ink = v.record(v.string(), v.unknown())

/** Reads an attempt in one round trip. Undefined if it is somebody else's or does not exist. */
export async function findOwnAttempt(
  call: Call,
  attemptId: string,
): Promise<OwnAttempt | undefined> {
  const { db, actorId } = call
  const body = challengeVersions.body
  const [[found], recorded, draftRows, handedIn, earlierTexts, roundRows, opened] = await db.batch([
    db
      .select({
        attempt: attempts,
        challenge: sql<string>`json_extract(${body}, '$.challenge')`.as('challenge'),
        ink: sql<string>`json_extract(${body}, '$.ink')`.as('ink'),
        outline: challengeVersions.outline,
        minutes: minutesToPlay,
        rubric: sql<string>`${rubricVersions.body}`.as('rubric'),
        mentorIsFree: hasFreeMentor(sql`${attempts.studentId}`, sql`${attempts.organizationId}`).as(
          'mentor_is_free',
        ),
        waitsFor: waitsForOf(
          sql`(SELECT id FROM submissions WHERE attempt_id = ${attempts.id} ORDER BY round DESC LIMIT 1)`,
          sql`${attempts.studentId}`,
          sql`${attempts.organizationId}`,
        ).as('waits_for'),
      })
      .from(attempts)
      .innerJoin(challengeVersions, eq(challengeVersions.hash, attempts.versionHash))
      .innerJoin(rubricVersions, eq(rubricVersions.hash, challengeVersions.rubricHash))
      .innerJoin(challenges, eq(challenges.id, attempts.challengeId))
      .where(and(eq(attempts.id, attemptId), eq(attempts.studentId, actorId))),
    db.select().from(turns).where(eq(turns.attemptId, attemptId)).orderBy(turns.number),
    db.select().from(drafts).where(eq(drafts.attemptId, attemptId)),
    db
      .select()
      .from(submissions)
      .where(eq(submissions.attemptId, attemptId))
      .orderBy(submissions.round),
    db
      .select({ promptId: supersededDrafts.promptId, count: count() })
      .from(supersededDrafts)
      .where(eq(supersededDrafts.attemptId, attemptId))
      .groupBy(supersededDrafts.promptId),
    ...roundsOf(call, attemptId),
  ])
  if (!found) return undefined
  return {
    attempt: found.attempt,
    turns: recordedTurns(recorded),
    turnTimes: recorded.map(({ at }) => at),
    drafts: await allOf(draftRows, async (draft) => ({
      ...draft,
      text: await openDraft(call, draft, draft.text),
    })),
    earlierTexts,
    submissions: await allOf(handedIn, (submission) => withAnswers(call, submission)),
    rounds: roundRows.map(readRound),
    revisions: opened,
    challenge: v.parse(Challenge, JSON.parse(found.challenge)),
    minutes: found.minutes,
    ink: v.parse(Ink, JSON.parse(found.ink)),
    outline: v.parse(StoryOutline, JSON.parse(found.outline)),
    rubric: readRubric(found.rubric),
    mentorIsFree: found.mentorIsFree === 1,
    waitsFor: found.waitsFor,
  }
}

async function withAnswers(call: Call, submission: Submission): Promise<HandedIn> {
  return { ...submission, answers: await openAnswers(call, submission.id, submission.answers) }
}

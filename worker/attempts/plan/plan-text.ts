import type { Call } from '../../foundation/call/call.ts'
import { allOf } from '../../foundation/crypto/all-of.ts'
import { accountOwner } from '../../foundation/crypto/owner.ts'
import { open, rowOf, seal } from '../../foundation/crypto/seal.ts'
import { planComments, revisionPlans } from '../tables.ts'
import type { PlanLine } from './save-plan-input.ts'

interface Place {
  attemptId: string
  round: number
}

interface LineRow {
  line: number
  quote: string
  words: string
}

interface CommentRow {
  mentorId: string
  words: string
  at: Date
}

/** The rows of a plan of the caller. */
export function sealLines(call: Call, place: Place, lines: readonly PlanLine[]) {
  const owner = accountOwner(call.actorId)
  return allOf(lines, async ({ quote, words }, at) => {
    const { attemptId, round } = place
    const line = at + 1
    const row = rowOf(attemptId, round, line)
    return {
      attemptId,
      round,
      line,
      quote: await seal(call, revisionPlans.quote, row, owner, quote),
      words: await seal(call, revisionPlans.words, row, owner, words),
    }
  })
}

export function openLines(call: Call, { attemptId, round }: Place, rows: readonly LineRow[]) {
  return allOf(rows, async ({ line, quote, words }): Promise<PlanLine> => {
    const row = rowOf(attemptId, round, line)
    return {
      quote: await open(call, revisionPlans.quote, row, quote),
      words: await open(call, revisionPlans.words, row, words),
    }
  })
}

/** A coach's remark, sealed with the key of the student whose plan it is about. */
export function sealComment(
  call: Call,
  { attemptId, round }: Place,
  studentId: string,
  words: string,
) {
  const row = rowOf(attemptId, round, call.actorId)
  return seal(call, planComments.words, row, accountOwner(studentId), words)
}

export function openComments(call: Call, { attemptId, round }: Place, rows: readonly CommentRow[]) {
  return allOf(rows, async ({ mentorId, words, at }) => ({
    words: await open(call, planComments.words, rowOf(attemptId, round, mentorId), words),
    at,
  }))
}

import { sql } from 'drizzle-orm'

import type { Call } from '../foundation/call.ts'
import { agreementBand, agreementSentence } from './agreement.ts'
import type { CriterionState } from './estimate.ts'
import { readInputs, reviewersIn } from './inputs.ts'

interface DecisionRow {
  id: string
  state: CriterionState
  level: number | null
  decided_at: number
  submission_id: string
  attempt_id: string
  round: number
  student_id: string
  organization_id: string
  challenge_id: string
  title: string
  version_hash: string
  rubric_hash: string
  skill: string
  language: string
  kind: 'attempt' | 'prior-learning'
  at: number
  evidence_hash: string
  evidence_salt: string
  sitting: 'supervised' | 'unsupervised'
  identity: 'checked' | 'not checked'
}
interface CriterionRow {
  criterion: string
  state: CriterionState
  inputs: string
}

/** What a badge may say of a decision: kinds of reviewers and levels; no mean, no error, no reviewer. */
export async function findDecision(call: Call, decisionId: string) {
  const { db } = call
  const [[row], criteria] = await db.batch([
    db.all<DecisionRow>(sql`
      SELECT d.id, d.state, d.level, d.decided_at, s.id AS submission_id, s.attempt_id, s.round,
        s.student_id, s.organization_id, s.challenge_id, v.title, s.version_hash, v.rubric_hash,
        s.skill, s.language, s.kind, s.at, s.evidence_hash, s.evidence_salt, a.sitting, a.identity
      FROM decisions d
      JOIN submissions s ON s.id = d.submission_id
      JOIN attempts a ON a.id = s.attempt_id
      JOIN challenge_versions v ON v.hash = s.version_hash
      WHERE d.id = ${decisionId}`),
    db.all<CriterionRow>(sql`
      SELECT criterion, state, inputs, max(number) FROM estimates
      WHERE submission_id = (SELECT submission_id FROM decisions WHERE id = ${decisionId})
      GROUP BY criterion`),
  ])
  return row && factsOf(row, criteria)
}

export type DecisionFacts = NonNullable<Awaited<ReturnType<typeof findDecision>>>

function factsOf(row: DecisionRow, criteria: readonly CriterionRow[]) {
  const reviewers = reviewersIn(criteria.flatMap(({ inputs }) => readInputs(inputs)))
  return {
    decisionId: row.id,
    state: row.state,
    level: row.level,
    decidedAt: new Date(row.decided_at),
    submissionId: row.submission_id,
    attemptId: row.attempt_id,
    round: row.round,
    studentId: row.student_id,
    organizationId: row.organization_id,
    challengeId: row.challenge_id,
    challengeTitle: row.title,
    versionHash: row.version_hash,
    rubricHash: row.rubric_hash,
    skill: row.skill,
    language: row.language,
    kind: row.kind,
    handedInAt: new Date(row.at),
    evidenceHash: row.evidence_hash,
    evidenceSalt: row.evidence_salt,
    sitting: row.sitting,
    identity: row.identity,
    ...reviewers,
    mentorReviewed: reviewers.mentors > 0,
    agreementBand,
    agreementSentence,
    criteria: criteria.map(({ criterion, state }) => ({
      criterion,
      state,
      level: state === 'proficient' ? 3 : null,
    })),
  }
}

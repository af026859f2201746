import { sql } from 'drizzle-orm'

import { openEmail } from '../../accounts/account/open-account.ts'
import type { Call } from '../../foundation/call/call.ts'
import { languageOrBase } from '../../foundation/reader/languages.ts'
import { readRubric } from '../../skills/find-rubric.ts'
import type { AwardFacts } from '../document/award-facts.ts'

interface Row {
  id: string
  state: AwardFacts['decision']['state']
  level: number | null
  student_id: string
  email: string
  organization_id: string
  organization_name: string
  slug: string
  title: string
  version_hash: string
  rubric_hash: string
  rubric_body: string
  language: string
  organization_language: string
  at: number
  evidence_hash: string
  kind: string
  sitting: string
  identity: string
  peers: number
  mentors: number
}

/**
 * What the award of a decision needs, in one read. Counts the reviews that were settled when the
 * decision was made. Undefined if the student's account has been erased.
 */
export async function findAwardFacts(
  call: Call,
  decisionId: string,
): Promise<AwardFacts | undefined> {
  const [row] = await call.db.all<Row>(sql`
    WITH judged AS (
      SELECT d.id, d.state, d.level, d.decided_at, s.id AS submission_id, s.attempt_id, s.student_id,
        s.organization_id, s.version_hash, s.language, s.at, s.evidence_hash, s.kind
      FROM decisions d JOIN submissions s ON s.id = d.submission_id WHERE d.id = ${decisionId}),
    counted AS (
      SELECT count(CASE WHEN r.role = 'peer' THEN 1 END) AS peers,
        count(CASE WHEN r.role = 'mentor' THEN 1 END) AS mentors
      FROM judged j JOIN reviews r ON r.submission_id = j.submission_id
      WHERE r.withdrawn_at IS NULL AND r.effective_at <= j.decided_at)
    SELECT j.*, a.email, o.name AS organization_name, o.slug,
      o.language AS organization_language, v.title, v.rubric_hash,
      b.body AS rubric_body, t.sitting, t.identity, c.peers, c.mentors
    FROM judged j JOIN counted c
    JOIN attempts t ON t.id = j.attempt_id
    JOIN accounts a ON a.id = j.student_id AND a.erased_at IS NULL
    JOIN organizations o ON o.id = j.organization_id
    JOIN challenge_versions v ON v.hash = j.version_hash
    JOIN rubric_versions b ON b.hash = v.rubric_hash`)
  return row && factsOf(call, row)
}

async function factsOf(call: Call, row: Row): Promise<AwardFacts> {
  return {
    decision: { id: row.id, state: row.state, level: row.level },
    student: { id: row.student_id, email: await openEmail(call, row.student_id, row.email) },
    organization: {
      id: row.organization_id,
      name: row.organization_name,
      slug: row.slug,
      language: languageOrBase(row.organization_language),
    },
    challenge: { title: row.title, versionHash: row.version_hash },
    rubric: { hash: row.rubric_hash, language: row.language, body: readRubric(row.rubric_body) },
    submission: {
      handedInAt: new Date(row.at),
      evidenceHash: row.evidence_hash,
      genre: row.kind === 'prior-learning' ? 'prior-learning' : 'assessment',
    },
    reviewers: { peers: row.peers, mentors: row.mentors },
    sitting: row.sitting === 'supervised' ? 'supervised' : 'unsupervised',
    identity: row.identity === 'checked' ? 'checked' : 'not checked',
  }
}

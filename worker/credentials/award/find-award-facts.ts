import { sql } from 'drizzle-orm'
import * as v from 'valibot'

import { openEmail } from '../../accounts/account/open-account.ts'
import type { Call } from '../../foundation/call/call.ts'
import { languageOrBase } from '../../foundation/reader/languages.ts'
import { latestEstimates } from '../../scoring/result/find-latest-estimates.ts'
import { readRubric } from '../../skills/find-rubric.ts'
import type { Rubric } from '../../skills/rubric.ts'
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
  shared_criterion: string | null
  proof: string | null
  earlier: string
}

const Earlier = v.array(
  v.object({ at: v.number(), hash: v.string(), competencies: v.array(v.string()) }),
)

/**
 * What the award of a decision needs, in one read. Counts the reviewers of the rounds that proved a
 * criterion, without those whose levels were set aside. Undefined if the student's account has been
 * erased.
 */
export async function findAwardFacts(
  call: Call,
  decisionId: string,
): Promise<AwardFacts | undefined> {
  const [row] = await call.db.all<Row>(sql`
    WITH judged AS (
      SELECT d.id, d.state, d.level, d.decided_at, d.shared_criterion,
        d.shared_decision_id, s.id AS submission_id, s.attempt_id, s.student_id,
        s.organization_id, s.version_hash, s.language, s.at, s.evidence_hash, s.kind
      FROM decisions d JOIN submissions s ON s.id = d.submission_id WHERE d.id = ${decisionId}),
    latest AS MATERIALIZED (${latestEstimates(sql`SELECT submission_id FROM judged`)}),
    proved AS (
      SELECT submission_id FROM judged UNION SELECT estimated_id FROM latest),
    aside AS (
      SELECT input.value ->> '$.review' AS review_id FROM latest l CROSS JOIN json_each(l.inputs) input
      WHERE input.value ->> '$.setAside'),
    counted AS (
      SELECT count(DISTINCT CASE WHEN r.role = 'peer' THEN r.reviewer_id END) AS peers,
        count(DISTINCT CASE WHEN r.role = 'mentor' THEN r.reviewer_id END) AS mentors
      FROM judged j JOIN proved p JOIN reviews r ON r.submission_id = p.submission_id
      WHERE r.withdrawn_at IS NULL AND r.effective_at <= j.decided_at
        AND r.id NOT IN (SELECT review_id FROM aside)),
    earlier AS (
      SELECT s.at, s.evidence_hash, json_group_array(l.criterion) AS competencies
      FROM judged j CROSS JOIN latest l ON l.estimated_id <> j.submission_id
      CROSS JOIN submissions s ON s.id = l.estimated_id GROUP BY s.id ORDER BY s.round)
    SELECT j.*, (SELECT json_group_array(json_object('at', at, 'hash', evidence_hash,
        'competencies', json(competencies))) FROM earlier) AS earlier, a.email, o.name AS organization_name, o.slug,
      o.language AS organization_language, v.title, v.rubric_hash,
      b.body AS rubric_body, t.sitting, t.identity, c.peers, c.mentors,
      ${otherProof} AS proof
    FROM judged j JOIN counted c
    JOIN attempts t ON t.id = j.attempt_id
    JOIN accounts a ON a.id = j.student_id AND a.erased_at IS NULL
    JOIN organizations o ON o.id = j.organization_id
    JOIN challenge_versions v ON v.hash = j.version_hash
    JOIN rubric_versions b ON b.hash = v.rubric_hash`)
  return row && factsOf(call, row)
}

/** SQL: JSON of the badge that proved a shared criterion; NULL if none did. */
const otherProof = sql`(
  SELECT json_object('badge', pb.body ->> '$.name', 'level', pc.level, 'at', pc.valid_from)
  FROM credentials pc JOIN decisions pd ON pd.id = pc.decision_id
  JOIN submissions ps ON ps.id = pd.submission_id
  JOIN challenge_versions pv ON pv.hash = ps.version_hash
  JOIN rubric_versions pb ON pb.hash = pv.rubric_hash
  WHERE pc.decision_id = j.shared_decision_id LIMIT 1)`

const Proof = v.object({ badge: v.string(), level: v.number(), at: v.number() })

function otherProofOf(row: Row, rubric: Rubric): Pick<AwardFacts, 'otherProof'> {
  if (row.proof === null) return {}
  const { badge, level, at } = v.parse(Proof, JSON.parse(row.proof))
  const shared = rubric.criteria.find(({ competency }) => competency === row.shared_criterion)
  return shared
    ? { otherProof: { criterion: shared.name, badge, level, awardedAt: new Date(at) } }
    : {}
}

async function factsOf(call: Call, row: Row): Promise<AwardFacts> {
  const rubric = readRubric(row.rubric_body)
  return {
    ...otherProofOf(row, rubric),
    decision: { id: row.id, state: row.state, level: row.level },
    student: { id: row.student_id, email: await openEmail(call, row.student_id, row.email) },
    organization: {
      id: row.organization_id,
      name: row.organization_name,
      slug: row.slug,
      language: languageOrBase(row.organization_language),
    },
    challenge: { title: row.title, versionHash: row.version_hash },
    rubric: { hash: row.rubric_hash, language: row.language, body: rubric },
    submission: {
      handedInAt: new Date(row.at),
      evidenceHash: row.evidence_hash,
      genre: row.kind === 'prior-learning' ? 'prior-learning' : 'assessment',
    },
    earlier: v.parse(Earlier, JSON.parse(row.earlier)).map(({ at, hash, competencies }) => {
      return { handedInAt: new Date(at), evidenceHash: hash, competencies }
    }),
    reviewers: { peers: row.peers, mentors: row.mentors },
    sitting: row.sitting === 'supervised' ? 'supervised' : 'unsupervised',
    identity: row.identity === 'checked' ? 'checked' : 'not checked',
  }
}

import { eq, sql } from 'drizzle-orm'

import { auditEntry } from '../../audit/entry.ts'
import { databaseOf } from '../../database-of.ts'
import type { Bindings } from '../../env.ts'
import { connect, type Db } from '../../foundation/call/db.ts'
import { systemCall } from '../../foundation/call/system-call.ts'
import { tryEach } from '../../foundation/call/try-each.ts'
import { commit } from '../../foundation/commit/commit.ts'
import { pilotEnds } from '../../scenarios/tables.ts'
import { intraclass, type Sums, sumsOf } from '../agreement/one-way.ts'
import { versionPriors } from '../tables.ts'
import { findSums, type Version } from './find-sums.ts'
import { endsPilot } from './pilot-end.ts'
import { priorFrom } from './prior.ts'

interface Due extends Version {
  /** JSON list of the rubric's competencies. */
  criteria: string
  pilot: number
  closedRounds: number
  /** A version with the same rubric and prompts whose pilot has ended. */
  alike: string | null
}

const atOnce = 10
const day = 86_400_000
const none = sumsOf([])

/**
 * Each night (UTC), a few versions an hour until all are done: what is known of each criterion
 * before anybody has judged an answer, and whether the version's pilot ends. A pilot never begins
 * again.
 */
export async function measureVersions(env: Bindings, now: Date): Promise<void> {
  const db = connect(databaseOf(env))
  const midnight = new Date(Math.floor(now.getTime() / day) * day)
  for (let due = await findDue(db, midnight, now); due.length > 0;) {
    await tryEach(due, (version) => measure(env, db, version, { midnight, now }))
    due = due.length < atOnce ? [] : await findDue(db, midnight, now)
  }
}

/**
 * A version without criteria gets no row that says when it was measured, so it is left out.
 * `alike` is read only for versions in pilot. Public ids are compared by the JSON of
 * the prompts.
 */
function findDue(db: Db, midnight: Date, now: Date): Promise<Due[]> {
  const prompts = (version: string) =>
    version === 'v' ? sql`v.body -> '$.challenge.prompts'` : sql`o.body -> '$.challenge.prompts'`
  return db.all<Due>(sql`
    SELECT v.hash, v.challenge_id AS challengeId,
      (SELECT json_group_array(own.value ->> '$.competency')
        FROM json_each(v.body, '$.rubric.criteria') own) AS criteria,
      e.version_hash IS NULL AS pilot,
      CASE WHEN e.version_hash IS NULL THEN (
        SELECT count(*) FROM submissions s CROSS JOIN decisions d ON d.submission_id = s.id
        WHERE s.challenge_id = v.challenge_id AND s.version_hash = v.hash
          AND d.decided_at <= ${now.getTime()}) ELSE 0 END AS closedRounds,
      CASE WHEN e.version_hash IS NULL THEN (
        SELECT o.hash FROM challenge_versions o CROSS JOIN pilot_ends ended ON ended.version_hash = o.hash
        WHERE o.challenge_id = v.challenge_id AND o.rubric_hash = v.rubric_hash
          AND ${prompts('o')} = ${prompts('v')}
        ORDER BY o.published_at DESC LIMIT 1) END AS alike
    FROM challenges c CROSS JOIN challenge_versions v ON v.challenge_id = c.id
    LEFT JOIN pilot_ends e ON e.version_hash = v.hash
    WHERE json_array_length(v.body, '$.rubric.criteria') > 0
      AND NOT EXISTS (SELECT 1 FROM version_priors p
      WHERE p.version_hash = v.hash AND p.measured_at >= ${midnight.getTime()})
    LIMIT ${atOnce}`)
}

async function measure(
  env: Bindings,
  db: Db,
  version: Due,
  { midnight, now }: { midnight: Date; now: Date },
): Promise<void> {
  const { hash, pilot, closedRounds, alike } = version
  const sums = await findSums(db, version, now)
  const criteria = (JSON.parse(version.criteria) as string[]).map((criterion) =>
    figuresOf(criterion, sums.get(criterion) ?? none),
  )
  const ends = pilot === 1 && (alike !== null || endsPilot(closedRounds, criteria))
  const isVersion = eq(versionPriors.versionHash, hash)
  const before = await db.select().from(versionPriors).where(isVersion)
  if (!ends && criteria.every((each) => before.some((row) => isSame(row, each)))) {
    await db.update(versionPriors).set({ measuredAt: now }).where(isVersion)
    return
  }
  const call = systemCall(env, `version:${hash}:${midnight.getTime()}`, now)
  await commit(
    call,
    [
      db
        .insert(versionPriors)
        .values(criteria.map((each) => ({ versionHash: hash, ...each, measuredAt: now })))
        .onConflictDoUpdate({
          target: [versionPriors.versionHash, versionPriors.criterion],
          set: {
            mean: sql`excluded.mean`,
            variance: sql`excluded.variance`,
            submissions: sql`excluded.submissions`,
            icc: sql`excluded.icc`,
            measuredAt: sql`excluded.measured_at`,
          },
        }),
      ...(ends
        ? [
            db
              .insert(pilotEnds)
              .values({ versionHash: hash, endedAt: now, closedRounds, inheritedFrom: alike })
              .onConflictDoNothing(),
          ]
        : []),
      auditEntry(call, ends ? 'challenge.pilot-ended' : 'challenge.compared', hash, {
        closedRounds,
        submissions: Math.min(...criteria.map(({ submissions }) => submissions)),
      }),
    ],
    { answer: null },
  )
}

type Figures = ReturnType<typeof figuresOf>

function isSame(before: Figures, now: Figures): boolean {
  return (
    before.criterion === now.criterion &&
    before.submissions === now.submissions &&
    before.mean === now.mean &&
    before.variance === now.variance &&
    before.icc === now.icc
  )
}

function figuresOf(criterion: string, sums: Sums) {
  const { mean, variance } = priorFrom(sums)
  return { criterion, mean, variance, submissions: sums.groups, icc: intraclass(sums).single }
}

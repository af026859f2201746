import { desc, eq, sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { type PageQuery, behind, pageOf } from '../../foundation/text/page.ts'
import { isRead } from '../../notifications/is-read.ts'
import { hasFreeMentor } from '../../organizations/people/has-free-mentor.ts'
import { challengeVersions } from '../../scenarios/tables.ts'
import { attempts, rounds, submissions } from '../tables.ts'
import { waitsForOf } from './find-waits-for.ts'
import { hasLater, readableAt, reviseUntil } from './revision.ts'

const pageSize = 100
const CriterionIds = v.array(v.string())

/**
 * The caller's attempts, the newest first. `mentorIsFree`: whether the programme has a mentor who
 * may review the caller's answers, so that a page can show a date before the start; null unless the
 * caller acts as a student.
 */
export async function findAttempts(call: Call, query: PageQuery) {
  const [rows, [programme]] = await call.db.batch([ownAttempts(call, query), freeMentor(call)])
  const { shown, next } = pageOf(rows, pageSize, ({ id }) => id)
  const seen = shown.map((row) => attemptView(row, rows, call))
  return { attempts: seen, next, mentorIsFree: programme ? programme.is_free === 1 : null }
}

type Row = Awaited<ReturnType<typeof ownAttempts>>[number]

/** `revisableUntil`: until when its next round can be handed in, if it is not open yet. */
function attemptView(row: Row, all: readonly Row[], { now, reader }: Call) {
  const { openCriteria, readableAt: since, ...shown } = row
  const until =
    row.state === 'closed' && openCriteria !== null && !hasLater(row, all)
      ? reviseUntil(
          {
            state: 'closed',
            number: row.round,
            openCriteria: v.parse(CriterionIds, JSON.parse(openCriteria)),
            readableAt: since,
          },
          reader.zone,
        )
      : undefined
  return { ...shown, revisableUntil: until && until > now ? until : null }
}

function freeMentor({ db, actorId, acting }: Call) {
  const isFree = hasFreeMentor(sql`${actorId}`, sql`${acting?.organizationId ?? null}`)
  return db.all<{ is_free: number }>(
    sql`SELECT ${isFree} AS is_free WHERE ${acting?.role ?? null} IS 'student'`,
  )
}

function ownAttempts({ db, actorId }: Call, query: PageQuery) {
  return db
    .select({
      id: attempts.id,
      challengeId: attempts.challengeId,
      title: challengeVersions.title,
      skill: attempts.skill,
      state: attempts.state,
      round: attempts.round,
      startedAt: attempts.startedAt,
      closesAt: attempts.closesAt,
      endedAt: attempts.endedAt,
      minutes: challengeVersions.minutes,
      turnsTaken: sql<number>`(SELECT count(*) FROM turns WHERE attempt_id = ${attempts.id})`,
      // A batch returns rows by column name, and `attempts` has a column `id` as well.
      submissionId: sql<string | null>`${submissions.id}`.as('submission_id'),
      handedInAt: submissions.at,
      /** Null while no date is valid (`waitsForOf`). */
      promisedAt: sql<number | null>`CASE WHEN ${waitsForOf(
        sql`${submissions.id}`,
        sql`${attempts.studentId}`,
        sql`${attempts.organizationId}`,
      )} IS NULL THEN ${submissions.promisedAt} END`.mapWith(submissions.promisedAt),
      /** When the round was decided. */
      closedAt: rounds.closedAt,
      openCriteria: rounds.openCriteria,
      readableAt: readableAt(sql`rounds`)
        .mapWith(rounds.closedAt)
        .as('readable_at'),
      /** Whether the author has opened the result of this round. */
      isRead: isRead({
        accountId: sql`attempts.student_id`,
        id: sql`attempts.id`,
        version: sql`attempts.round`,
      })
        .mapWith(Boolean)
        .as('is_read'),
    })
    .from(attempts)
    .innerJoin(challengeVersions, eq(challengeVersions.hash, attempts.versionHash))
    .leftJoin(
      submissions,
      sql`${submissions.attemptId} = ${attempts.id} AND ${submissions.round} = ${attempts.round}`,
    )
    .leftJoin(
      rounds,
      sql`${rounds.attemptId} = ${attempts.id} AND ${rounds.number} = ${attempts.round}`,
    )
    .where(sql`${eq(attempts.studentId, actorId)}
      ${behind(
        query,
        (after) => sql`(${attempts.startedAt}, ${attempts.id}) < (
        SELECT +started_at, +id FROM attempts WHERE id = ${after} AND student_id = ${actorId})`,
      )}`)
    .orderBy(desc(attempts.startedAt), desc(attempts.id))
    .limit(pageSize + 1)
}

import { sql } from 'drizzle-orm'

import { mostMovedDates } from '../../attempts/attempt/moved-dates.ts'
import type { Db } from '../../foundation/call/db.ts'

interface Row {
  title: string
  answers: number
  no_mentor: number
  no_reviewer: number
  undated: number
}

/** Answers in one challenge that are near or past their date, or that nobody can decide about. */
export interface WaitingWork {
  title: string
  answers: number
  /** How many of `answers` no mentor of the programme may judge. */
  noMentor: number
  /** How many others have too few people left who could review them. */
  noReviewer: number
  /** How many of the remaining ones have no date, because too many dates were missed. */
  undated: number
}

/** Waiting answers that an admin has to look at, grouped by challenge title, most answers first. */
export async function findWaitingWork(db: Db, organizationId: string): Promise<WaitingWork[]> {
  const rows = await db.all<Row>(sql`
    SELECT v.title, count(*) AS answers,
      count(*) FILTER (WHERE p.waits_for = 'mentor') AS no_mentor,
      count(*) FILTER (WHERE p.waits_for = 'reviewer') AS no_reviewer,
      count(*) FILTER (WHERE p.waits_for IS NULL AND p.missed >= ${mostMovedDates}) AS undated
    FROM promises p JOIN submissions s ON s.id = p.submission_id
    JOIN challenge_versions v ON v.hash = s.version_hash
    WHERE p.organization_id = ${organizationId} AND p.step <> 'over'
      AND (p.waits_for IS NOT NULL OR p.step = 'missed')
    GROUP BY v.title ORDER BY answers DESC, v.title LIMIT 50`)
  return rows.map(({ no_mentor: noMentor, no_reviewer: noReviewer, ...row }) => {
    return { ...row, noMentor, noReviewer }
  })
}

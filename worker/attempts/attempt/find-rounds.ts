import { eq, getTableColumns, sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Call } from '../../foundation/call/call.ts'
import { revisions, rounds } from '../tables.ts'
import { readableAt } from './revision.ts'

export type Revision = typeof revisions.$inferSelect

export type HandedInRound = Omit<typeof rounds.$inferSelect, 'openCriteria'> & {
  openCriteria: string[]
  /** From when its comments can be read; null before that. */
  readableAt: Date | null
}

const CriterionIds = v.array(v.string())

/** Queries, for a batch, of the rounds that were handed in and of the later ones that were opened. */
export function roundsOf({ db }: Call, attemptId: string) {
  return [
    db
      .select({
        ...getTableColumns(rounds),
        readableAt: readableAt(sql`rounds`)
          .mapWith(rounds.closedAt)
          .as('readable_at'),
      })
      .from(rounds)
      .where(eq(rounds.attemptId, attemptId))
      .orderBy(rounds.number),
    db.select().from(revisions).where(eq(revisions.attemptId, attemptId)).orderBy(revisions.round),
  ] as const
}

type Row = Omit<HandedInRound, 'openCriteria'> & { openCriteria: string }

export function readRound({ openCriteria, ...round }: Row): HandedInRound {
  return { ...round, openCriteria: v.parse(CriterionIds, JSON.parse(openCriteria)) }
}

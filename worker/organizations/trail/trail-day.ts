import { type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Area } from '../../audit/actions.ts'
import { isoDay, uuid } from '../../foundation/text/input.ts'

/** What an organization's entries may be about; `visibility` stands under none. */
const areas = [
  'people',
  'cohorts',
  'challenges',
  'answers',
  'reviews',
  'badges',
  'organizations',
  'openings',
  'interviews',
  'accounts',
  'mail',
] as const satisfies readonly Area[]

export const AuditTrailQuery = v.strictObject({
  /** Somebody of the staff; a student's id finds nothing. */
  actorId: v.optional(uuid),
  /** What an entry with a name was done to. */
  subjectId: v.optional(v.pipe(v.string(), v.maxLength(120))),
  area: v.optional(v.picklist(areas)),
  /** Only this day and later ones, in UTC. */
  fromDay: v.optional(isoDay),
  /** Only this day and earlier ones. A further page begins at the day where the one before ended. */
  untilDay: v.optional(isoDay),
  /** The last entry of the page before, where it ended within its day. */
  after: v.optional(uuid),
})
export type AuditTrailQuery = v.InferOutput<typeof AuditTrailQuery>

const dayMs = 86_400_000

/** SQL over rows of `audit_entries` as `e`. */
export interface TrailDay {
  /** The start of the newest day with an entry to show, of those that `own` picks. */
  newest: (own: SQL) => SQL
  ofThatDay: SQL
  /** Ends a first page's search; a later one is ended by the entry that it begins behind. */
  until: SQL
}

export function trailDay(now: Date, query: AuditTrailQuery): TrailDay {
  return query.actorId || query.subjectId ? namedOnly(now, query) : everything(now, query)
}

// As it stands in the index: with a bound number for the day, SQLite would not know it again.
const dayOfEntry = sql`e.at - e.at % 86400000`

/** Of today what is named; of days before it all. */
function everything(now: Date, query: AuditTrailQuery): TrailDay {
  const { from, until } = boundsOf(now, query)
  const today = number(now.getTime() - (now.getTime() % dayMs))
  return {
    newest: (own) => sql`SELECT max(start) AS start FROM (
      SELECT * FROM (SELECT ${dayOfEntry} AS start FROM audit_entries e
        WHERE ${own} AND ${dayOfEntry} = ${today} AND ${today} >= ${from}
          AND e.named_at > 0 AND e.named_at < ${until} LIMIT 1)
      UNION ALL SELECT * FROM (SELECT ${dayOfEntry} FROM audit_entries e
        WHERE ${own} AND ${dayOfEntry} >= ${from} AND ${dayOfEntry} < min(${today}, ${until})
        ORDER BY ${dayOfEntry} DESC LIMIT 1))`,
    ofThatDay: sql`${dayOfEntry} = (SELECT start FROM newest)
      AND e.named_at > (SELECT CASE WHEN start < ${today} THEN -1 ELSE 0 END FROM newest)`,
    until: sql`e.named_at < ${until}`,
  }
}

/** A filter by person or thing finds only what is named. */
function namedOnly(now: Date, query: AuditTrailQuery): TrailDay {
  const { from, until } = boundsOf(now, query)
  return {
    newest: (own) => sql`SELECT e.named_at - e.named_at % 86400000 AS start FROM audit_entries e
      WHERE ${own} AND e.named_at <> 0 AND e.named_at >= ${from} AND e.named_at < ${until}
      ORDER BY e.named_at DESC LIMIT 1`,
    ofThatDay: sql`e.named_at <> 0 AND e.named_at >= (SELECT start FROM newest)`,
    until: sql`e.named_at < ${until}`,
  }
}

function boundsOf(now: Date, { fromDay, untilDay }: AuditTrailQuery): { from: SQL; until: SQL } {
  const until = untilDay === undefined ? now.getTime() + 1 : Date.parse(untilDay) + dayMs
  return { from: number(fromDay === undefined ? 0 : Date.parse(fromDay)), until: number(until) }
}

/** What is asked for, on rows of `audit_entries` as `e`. */
export function filtersOf({ actorId, subjectId, area }: AuditTrailQuery): SQL {
  const given = [
    ...(actorId ? [sql`e.actor_id = ${actorId}`] : []),
    ...(subjectId ? [sql`e.subject_id = ${subjectId}`] : []),
    ...(area ? [sql`e.area = ${area}`] : []),
  ]
  return given.length > 0 ? sql.join(given, sql` AND `) : sql`1`
}

// A bound number is a double, and SQLite would answer a double for the start of a day; without the
// plus it would not seek by it in an index of an expression.
const number = (value: number): SQL => sql`+CAST(${value} AS INTEGER)`

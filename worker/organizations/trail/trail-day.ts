import { type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'

import type { Area } from '../../audit/area.ts'
import { isoDay, uuid } from '../../foundation/text/input.ts'

/** The areas of an organization's entries. `visibility` belongs to no organization. */
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
  /** A member of staff. A student's id finds nothing. */
  actorId: v.optional(uuid),
  /** The subject of an entry with a name. */
  subjectId: v.optional(v.pipe(v.string(), v.maxLength(120))),
  area: v.optional(v.picklist(areas)),
  /** Only this day and later ones, in UTC. */
  fromDay: v.optional(isoDay),
  /** Only this day and earlier ones. The next page begins at the day where this one ended. */
  untilDay: v.optional(isoDay),
  /** The last entry of the page before, if that page ended within a day. */
  after: v.optional(uuid),
})
export type AuditTrailQuery = v.InferOutput<typeof AuditTrailQuery>

const dayMs = 86_400_000

/** SQL over rows of `audit_entries` as `e`. */
export interface TrailDay {
  /** The start of the newest day with an entry to show, among those that match `own`. */
  newest: (own: SQL) => SQL
  ofThatDay: SQL
  /** The upper limit of a first page. On later pages the entry of `after` is the limit. */
  until: SQL
}

export function trailDay(now: Date, query: AuditTrailQuery): TrailDay {
  return query.actorId || query.subjectId ? namedOnly(now, query) : everything(now, query)
}

// Must be the same text as in the index: with a bound number for the length of a day, SQLite would
// not use the index.
const dayOfEntry = sql`e.at - e.at % 86400000`

/**
 * Today's entries that the trail shows with a name (`named_at` > 0), and all entries of earlier
 * days.
 */
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

/** With a filter by person or subject, only entries with a name. */
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

/** The filters of the query, on rows of `audit_entries` as `e`. */
export function filtersOf({ actorId, subjectId, area }: AuditTrailQuery): SQL {
  const given = [
    ...(actorId ? [sql`e.actor_id = ${actorId}`] : []),
    ...(subjectId ? [sql`e.subject_id = ${subjectId}`] : []),
    ...(area ? [sql`e.area = ${area}`] : []),
  ]
  return given.length > 0 ? sql.join(given, sql` AND `) : sql`1`
}

// A bound number is a double, and SQLite would return a double for the start of a day, so the
// number is cast. Without the plus, SQLite would not use the number to seek in an index on an
// expression.
const number = (value: number): SQL => sql`+CAST(${value} AS INTEGER)`

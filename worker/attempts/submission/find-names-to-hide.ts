import { type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'

/**
 * The names that would say where somebody learns, as one JSON column: of every programme they are or
 * were in, and of those they handed work in at, aliases too. Every text of theirs that others read
 * is redacted by this one list. `studentId` is an expression of the query it stands in.
 */
export function namesToHideOf(studentId: SQL): SQL {
  // The plus keeps SQLite from going through all programmes by kind. Aliases that no query around it has: a column of theirs would be read instead.
  return sql`(SELECT json_group_array(json_object('name', hidden.name, 'aliases', json(hidden.aliases)))
    FROM organizations hidden WHERE +hidden.kind = 'programme' AND hidden.id IN (
      SELECT been_in.organization_id FROM memberships been_in WHERE been_in.account_id = ${studentId}
      UNION SELECT handed_in.organization_id FROM submissions handed_in
        WHERE handed_in.student_id = ${studentId}))`
}

const Programmes = v.array(v.object({ name: v.string(), aliases: v.array(v.string()) }))

/** The column of `namesToHideOf`, as the redactor takes it. */
export function readNamesToHide(column: string): string[] {
  return v.parse(Programmes, JSON.parse(column)).flatMap(({ name, aliases }) => [name, ...aliases])
}

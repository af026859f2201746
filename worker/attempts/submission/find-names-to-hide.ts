import { type SQL, sql } from 'drizzle-orm'
import * as v from 'valibot'

/**
 * SQL: the names that would show where a student learns, as one JSON column: every programme that
 * they are or were in, or submitted work in, with its aliases. The student's texts are redacted
 * with this list before others read them. `studentId` is an expression of the outer query.
 */
export function namesToHideOf(studentId: SQL): SQL {
  // The plus keeps SQLite from scanning all programmes by kind. The table aliases must differ from
  // those of the outer query, or `studentId` would refer to these tables.
  return sql`(SELECT json_group_array(json_object('name', hidden.name, 'aliases', json(hidden.aliases)))
    FROM organizations hidden WHERE +hidden.kind = 'programme' AND hidden.id IN (
      SELECT been_in.organization_id FROM memberships been_in WHERE been_in.account_id = ${studentId}
      UNION SELECT handed_in.organization_id FROM submissions handed_in
        WHERE handed_in.student_id = ${studentId}))`
}

const Programmes = v.array(v.object({ name: v.string(), aliases: v.array(v.string()) }))

/** Reads the column of `namesToHideOf` into a list for the redactor. */
export function readNamesToHide(column: string): string[] {
  return v.parse(Programmes, JSON.parse(column)).flatMap(({ name, aliases }) => [name, ...aliases])
}

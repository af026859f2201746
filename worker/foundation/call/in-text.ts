import { type SQL, sql } from 'drizzle-orm'

/**
 * A constant whole number as part of the statement's text: D1 binds at most 100 values a statement.
 * Not for numbers that change, because D1 keeps each text as a statement of its own.
 */
export function inText(constant: number): SQL {
  if (!Number.isSafeInteger(constant)) throw new Error(`${constant} is no whole number.`)
  return sql.raw(String(constant))
}

import { sValidator } from '@hono/standard-validator'
import type { StandardSchemaV1 } from '@standard-schema/spec'
import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'

import type { Env } from './env.ts'
import { readFlaw } from '../foundation/text/readable.ts'
import { invalidInput } from './problems.ts'

/**
 * Checks a JSON body. By default, `sValidator` answers with the rejected body; this one names only
 * the fields.
 */
export function body<Schema extends StandardSchemaV1>(schema: Schema) {
  const reader = sValidator('json', losingNothing(schema), (result) => {
    if (!result.success) throw refusedFields(result.error)
  })
  readers.set(reader, 'body')
  return reader
}

/**
 * Makes a schema refuse what it would silently drop: `__proto__` and `constructor` in a record, or
 * a list in place of an object without required members.
 */
function losingNothing<Schema extends StandardSchemaV1>(schema: Schema): Schema {
  const standard = schema['~standard']
  const validate: typeof standard.validate = async (sent) => {
    const result = await standard.validate(sent)
    if (result.issues || isWhole(sent, result.value)) return result
    return { issues: [{ message: 'Something of it was not read.' }] }
  }
  return { ...schema, '~standard': { ...standard, validate } }
}

function isWhole(sent: unknown, read: unknown): boolean {
  if (typeof sent !== 'object' || sent === null) return true
  if (typeof read !== 'object' || read === null) return true
  if (Array.isArray(sent) !== Array.isArray(read)) return false
  return Object.entries(sent).every(
    ([name, value]) => Object.hasOwn(read, name) && isWhole(value, Reflect.get(read, name)),
  )
}

/**
 * Checks the query. Schemas are strict and take strings, so an unknown or repeated parameter is
 * refused.
 */
export function query<Schema extends StandardSchemaV1>(schema: Schema) {
  const reader = sValidator('query', schema, (result) => {
    if (!result.success) throw refusedFields(result.error)
  })
  readers.set(reader, 'query')
  return reader
}

const readers = new WeakMap<object, 'body' | 'query'>()

/** Refuses a body or query that the route has no schema for. */
export function refuseUnread(c: Context<Env>): void {
  const read = matchedRoutes(c).map(({ handler }) => readers.get(handler))
  const isEmpty = ['', '{}'].includes(c.var.rawBody ?? '')
  if (!isEmpty && !read.includes('body')) throw refusedAs('body')
  if (c.req.url.includes('?') && !read.includes('query')) throw refusedAs('query')
}

const refusedAs = (field: string) => invalidInput(`Check: ${field}.`, { fields: [field] })

/**
 * The 422 for these issues. Its `places` says what is wrong in a text and where, for a page to
 * show.
 */
function refusedFields(issues: readonly StandardSchemaV1.Issue[]) {
  const fields = [...new Set(issues.map(fieldOf))].slice(0, 20)
  const places = issues.slice(0, 20).flatMap((issue) => {
    const flaw = readFlaw(issue.message)
    return flaw ? [{ field: fieldOf(issue), ...flaw }] : []
  })
  const named = fields.map((field) => {
    const place = places.find((each) => each.field === field)
    return place ? `${field} (line ${place.line}, character ${place.character})` : field
  })
  return invalidInput(`Check: ${named.join(', ')}.`, {
    fields,
    ...(places.length > 0 && { places }),
  })
}

/**
 * The path of the field, never its value. `body` for a path that cannot be one of our field names:
 * the sender made it up, so it is not sent back.
 */
function fieldOf({ path = [] }: StandardSchemaV1.Issue): string {
  const steps = path.map((step) => String(typeof step === 'object' ? step.key : step))
  const field = steps.join('.')
  return /^[\w.-]{1,80}$/.test(field) ? field : 'body'
}

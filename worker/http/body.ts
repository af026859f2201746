import { sValidator } from '@hono/standard-validator'
import type { StandardSchemaV1 } from '@standard-schema/spec'

import { invalidInput } from './problems.ts'

/** Checks a JSON body. The bare validator sends a rejected body back; this names only the fields. */
export function body<Schema extends StandardSchemaV1>(schema: Schema) {
  return sValidator('json', schema, (result) => {
    if (!result.success) throw refusedFields(result.error)
  })
}

/** Checks the query: an unknown or repeated parameter is refused like an unknown member. */
export function query<Schema extends StandardSchemaV1>(schema: Schema) {
  return sValidator('query', schema, (result) => {
    if (!result.success) throw refusedFields(result.error)
  })
}

function refusedFields(issues: readonly StandardSchemaV1.Issue[]) {
  const fields = [...new Set(issues.map(fieldOf))].slice(0, 20)
  return invalidInput(`Check: ${fields.join(', ')}.`, { fields })
}

/** Where in the body, never what was there. A name the sender made up is not sent back either. */
function fieldOf({ path = [] }: StandardSchemaV1.Issue): string {
  const steps = path.map((step) => String(typeof step === 'object' ? step.key : step))
  const field = steps.join('.')
  return /^[\w.-]{1,80}$/.test(field) ? field : 'body'
}

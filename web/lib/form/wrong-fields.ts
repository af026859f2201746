import * as v from 'valibot'

/**
 * The paths at which an input would be refused, as the API names them: `pay.minimum`,
 * `slots.0.local`.
 */
export function wrongFields(schema: v.GenericSchema, input: unknown): string[] {
  const { issues = [] } = v.safeParse(schema, input)
  return [...new Set(issues.map((issue) => v.getDotPath(issue) ?? ''))]
}
